"""Reads sector files of any format into one picture of one council: the standard tables, ready to be an extract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from onechild.errors import CannotProceed
from onechild.knowledge.formats.keys import number_repeats
from onechild.knowledge.formats.model import Asked, FileCount, Finding, Reading, Recognised
from onechild.knowledge.formats.picture import Picture, make_picture
from onechild.knowledge.formats.recognising import PRECEDENCE, Found, Unrecognised, find_files, format_of
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import About, SourceFile, source_file


@dataclass
class Outcome:
    """What reading gave: tables (quarantine and findings among them), how each file fared, and what to be told."""

    about: About
    tables: dict[str, pa.Table]
    files: list[FileCount]
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unrecognised: list[Unrecognised] = field(default_factory=list)
    year: int | None = None

    @property
    def all_taken(self) -> bool:
        """Whether every file, row and value was taken."""
        return not any(one.is_loss for one in self.unrecognised) and not any(
            count.refused or count.values_refused for count in self.files
        )


def read_paths(paths: Iterable[Path], asked: Asked) -> Outcome:
    """This function will read files and folders of one council into one picture; nothing is written.

    It raises CannotProceed, with one plain line, where nothing can be read, a file is damaged or not what it claims,
    the files are of two councils, or no file names the council and `asked` does not.
    """
    found = find_files(paths)
    if not found.files:
        raise CannotProceed(_nothing(found))
    sources = _Sources(found.files)
    readings = [_read(name, found.files, asked) for name in PRECEDENCE if any(f.format == name for f in found.files)]
    warnings = [warning for reading in readings for warning in reading.warnings]
    warnings += _years(readings)
    council = _council(readings, asked, warnings)
    known_at = _known_at(readings, asked, warnings)
    picture = make_picture(readings)
    about = About(council, known_at=known_at, sources=sources.described())
    return Outcome(
        about=about,
        tables=_tables(picture, readings),
        files=_in_order(found.files, [count for reading in readings for count in reading.counts]),
        findings=picture.findings,
        warnings=warnings,
        unrecognised=found.unrecognised,
        year=asked.year or max((reading.year for reading in readings if reading.year), default=None),
    )


def _read(name: str, files: Sequence[Recognised], asked: Asked) -> Reading:
    return format_of(name).read([file for file in files if file.format == name], asked=asked)


def _nothing(found: Found) -> str:
    if not found.unrecognised:
        return "there is nothing to read: no file was found"
    first, *others = found.unrecognised
    more = f" (and {len(others)} more)" if others else ""
    return f"nothing could be read: {first.file}: {first.why}{more}"


def _council(readings: Sequence[Reading], asked: Asked, warnings: list[str]) -> str:
    named = {reading.council: reading.format for reading in readings if reading.council}
    if len(named) > 1:
        (one, here), (other, there) = list(named.items())[:2]
        raise CannotProceed(f"the files are of two councils: {one} by the {here}, {other} by the {there}")
    if asked.council:
        warnings += [f"the files say the council {code}; --council says {asked.council}" for code in named]
        warnings[:] = [line for line in warnings if f"council {asked.council}; --council" not in line]
        return asked.council
    if not named:
        raise CannotProceed(
            "no file says which council it is of; name it with --council CODE (999 for an invented one)"
        )
    return next(iter(named))


def _years(readings: Sequence[Reading]) -> list[str]:
    named = {reading.format: reading.year for reading in readings if reading.year}
    if len(set(named.values())) < 2:
        return []
    return [f"the returns are of different years: {', '.join(f'{name} {year}' for name, year in named.items())}"]


def _known_at(readings: Sequence[Reading], asked: Asked, warnings: list[str]) -> date | None:
    """As given; or the latest day that a header names, with a warning where other files name none."""
    if asked.known_at:
        return asked.known_at
    latest = max((reading.known_at for reading in readings if reading.known_at), default=None)
    silent = [reading.format for reading in readings if reading.known_at is None]
    if latest and silent:
        warnings.append(f"{', '.join(silent)} does not say when it was known; taken as {latest}, as the others say")
    elif silent:
        warnings.append('no file says when its facts were known, so "as known then" can\'t be asked; give --known-at')
    return latest


class _Sources:
    """Works out the SHA-256 of the files on a thread of its own while they are read."""

    def __init__(self, files: Sequence[Recognised]) -> None:
        self.worker = ThreadPoolExecutor(1)
        self.waiting = [self.worker.submit(_source, file) for file in files]

    def described(self) -> tuple[SourceFile, ...]:
        self.worker.shutdown()
        return tuple(one.result() for one in self.waiting)


def _source(file: Recognised) -> SourceFile:
    return replace(source_file(file.path, format=file.format), name=file.name)


def _in_order(files: Sequence[Recognised], counts: Sequence[FileCount]) -> list[FileCount]:
    place = {file.name: number for number, file in enumerate(files)}
    return sorted(counts, key=lambda count: place.get(count.file, len(place)))


def _tables(picture: Picture, readings: Sequence[Reading]) -> dict[str, pa.Table]:
    tables = {name: rows for name, rows in picture.tables.items() if rows.num_rows}
    aside = [row for reading in readings for row in reading.quarantine]
    if aside:
        tables["quarantine"] = _quarantine(aside)
    if picture.findings:
        tables["findings"] = _findings(picture.findings)
    return tables


def _quarantine(aside: Sequence[dict[str, object]]) -> pa.Table:
    """Quarantine rows with their ids: where the value stood, and its column."""
    ids = pa.array([f"{row['file']}/{row['place']}/{row.get('column_name') or '-'}" for row in aside], pa.string())
    named = zip(number_repeats(ids).to_pylist(), aside, strict=True)
    rows = [{**row, "quarantine_id": row_id} for row_id, row in named]
    return pa.Table.from_pylist(rows, schema=TABLES["quarantine"].schema)


def _findings(findings: Sequence[Finding]) -> pa.Table:
    rows = [
        {
            "finding_id": f"{number:06d}",
            "finding_kind": finding.kind,
            "child_id": finding.child_id,
            "table_name": finding.table,
            "row_id": finding.row_id,
            "other_row_id": finding.other_row_id,
            "words": finding.words,
            "source": "onechild",
        }
        for number, finding in enumerate(findings, 1)
    ]
    return pa.Table.from_pylist(rows, schema=TABLES["findings"].schema)
