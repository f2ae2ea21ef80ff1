"""Data to Insight's Standard Safeguarding Dataset: a folder of tables out of a case system, as CSV or Parquet."""

from __future__ import annotations

from pathlib import Path

from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.model import Recognised
from onechild.knowledge.formats.ssd.opening import PARTS, part_of
from onechild.knowledge.formats.ssd.reading import NAME, read
from onechild.knowledge.formats.tabular.layout import mapping_of, not_carried_of

MAPPING: tuple[Mapped, ...] = mapping_of(PARTS)
NOT_CARRIED: dict[tuple[str, str], str] = not_carried_of(PARTS)


def recognise(path: Path, head: bytes) -> Recognised | None:
    """This function will say whether a file's columns are those of an SSD table, and of which."""
    part = part_of(path, head)
    return Recognised(path, NAME, part.name) if part else None


__all__ = ["MAPPING", "NAME", "NOT_CARRIED", "read", "recognise"]
