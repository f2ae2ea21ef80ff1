"""Reads a census file back, so that what was written can be counted from the file alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from onechild.errors import CannotProceed


@dataclass(frozen=True)
class Read:
    """A census as its file has it: the year, the figures of the council, each worker's elements."""

    year: int
    whole: dict[str, float]
    workers: tuple[dict[str, str], ...]


def read_census(source: Path | bytes) -> Read:
    """This function will read a census of children's social workers. Raises CannotProceed where it is none."""
    content = source if isinstance(source, bytes) else source.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as wrong:
        raise CannotProceed("this is not XML") from wrong
    year = root.findtext("Header/CollectionDetails/Year")
    if root.findtext("Header/CollectionDetails/Collection") != "CSWW" or not year:
        raise CannotProceed("this is not a census of children's social workers (CSWW)")
    whole = {one.tag: float(one.text or 0) for one in root.iterfind("LALevelVacancies/*")}
    workers = tuple({one.tag: one.text or "" for one in worker} for worker in root.iterfind("CSWWWorker"))
    return Read(int(year), whole, workers)
