"""Recognises census files and reads them, the newest first, with what their headers say of council, year and day."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import pyarrow as pa
from lxml import etree

from onechild.errors import CannotProceed
from onechild.knowledge.formats.cin_census.layout import NAME
from onechild.knowledge.formats.cin_census.parsing import bare
from onechild.knowledge.formats.cin_census.streaming import Streamed, stream
from onechild.knowledge.formats.cin_census.tables import make_tables
from onechild.knowledge.formats.model import Asked, Finding, Reading, Recognised
from onechild.knowledge.formats.values import ISO, read_day
from onechild.knowledge.workdays.years import reporting_year, year_bounds


@dataclass(frozen=True)
class _Header:
    council: str | None
    reference: date | None
    known_at: date | None
    year: int | None
    warnings: tuple[str, ...]


def recognise(path: Path, head: bytes) -> Recognised | None:
    """This function will say whether a file is a census: XML whose root is Message, of the collection CIN or none."""
    parser = etree.XMLPullParser(events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False)
    with contextlib.suppress(etree.XMLSyntaxError):
        parser.feed(head)
    seen: list[tuple[str, str, str]] = []
    with contextlib.suppress(etree.XMLSyntaxError):
        for event, element in cast("Iterator[tuple[str, etree._Element]]", parser.read_events()):
            if isinstance(element.tag, str):
                seen.append((event, bare(element.tag), (element.text or "").strip().casefold()))
    root = seen[0][1] if seen else ""
    child = any(tag in ("children", "child") for _, tag, _ in seen)
    collection = next((text for event, tag, text in seen if (event, tag) == ("end", "collection")), "")
    told = collection == "cin" or (not collection and (child or b"DOCTYPE" in head or len(head) < 64 * 1024))
    return Recognised(path, NAME) if root == "message" and told else None


def read(files: Sequence[Recognised], *, asked: Asked) -> Reading:
    """This function will read census files of one council, the newest reference date first (it wins in the picture).

    It raises CannotProceed where a file is broken or no census, or where the files name different councils.
    """
    found = Reading(NAME)
    read = [_Census(file, stream(file.path, name=file.name, told=asked.told(file))) for file in files]
    read.sort(key=lambda census: census.header.reference or date.min, reverse=True)
    tables: dict[str, list[pa.Table]] = {}
    while read:
        census = read.pop(0)
        _take_header(found, census, asked)
        made = make_tables(census.streamed, file=census.file.name, on=_reference(census.header, asked))
        for name, parts in made.tables.items():
            tables.setdefault(name, []).extend(parts)
        found.counts.append(made.count)
        found.quarantine += made.quarantine
        found.findings += [*made.findings, *_strays(census)]
    found.tables = {name: pa.concat_tables(parts) for name, parts in tables.items()}
    return found


class _Census:
    """One file, streamed, with its header understood."""

    def __init__(self, file: Recognised, streamed: Streamed) -> None:
        self.file = file
        self.streamed = streamed
        self.header = _header(streamed.header, file.name)


def _header(header: dict[str, list[str]], name: str) -> _Header:
    """What the header says; where Year and ReferenceDate disagree, ReferenceDate rules."""
    councils = sorted(set(header.get("lea", [])))
    if len(councils) > 1:
        raise CannotProceed(f"{name}: its header names two councils, {councils[0]} and {councils[1]}")
    warnings = []
    reference, known_at = (_day(header, leaf) for leaf in ("referencedate", "datetime"))
    for leaf, label in (("referencedate", "ReferenceDate"), ("datetime", "DateTime")):
        if leaf in header and _day(header, leaf) is None:
            warnings.append(f"{name}: the header's {label}, {header[leaf][0]}, is not a date")
    written = next((text for text in header.get("year", []) if text.isdecimal() and len(text) == 4), None)
    year = int(written) if written else None
    if reference and year and reporting_year(reference, "cin") != year:
        warnings.append(f"{name}: its header says the year {year} and the reference date {reference}; the date rules")
    if not header:
        warnings.append(f"{name}: it has no header, so it says neither its council nor its year")
    ends = reporting_year(reference, "cin") if reference else year
    return _Header(councils[0] if councils else None, reference, known_at, ends, tuple(warnings))


def _day(header: dict[str, list[str]], leaf: str) -> date | None:
    value = read_day(header[leaf][0], forms=(ISO,)).value if leaf in header else None
    return value if isinstance(value, date) else None


def _reference(header: _Header, asked: Asked) -> date | None:
    if header.reference:
        return header.reference
    year = header.year or asked.year
    return year_bounds(year, "cin")[1] if year else None


def _take_header(found: Reading, census: _Census, asked: Asked) -> None:
    header, name = census.header, census.file.name
    found.warnings += header.warnings
    if found.council and header.council and header.council != found.council:
        raise CannotProceed(f"{name} is of the council {header.council}, and another census of {found.council}")
    found.council = found.council or header.council
    found.year = found.year or header.year
    found.known_at = max(filter(None, (found.known_at, header.known_at)), default=None)
    if asked.year and header.year and header.year != asked.year:
        found.warnings.append(f"{name}: it is the census of {header.year}, not of {asked.year}; read as an older year")


def _strays(census: _Census) -> list[Finding]:
    """Findings on what no column takes: elements, repeated leaves, loose text; each once, with how often."""
    said = {
        "element": "the element <{}>",
        "repeated": "a leaf said twice, the first kept: {}",
        "text": "loose text: {}",
    }
    found = []
    for (kind, what), times in census.streamed.strays.most_common():
        where = "once" if times == 1 else f"{times} times"
        bared = what.rpartition("}")[2] if kind == "element" else what
        words = f"{census.file.name}: {said[kind].format(bared[:200])}, {where}, which no table carries"
        found.append(Finding("not_carried", "children", words))
    return found
