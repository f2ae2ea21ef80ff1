"""DfE's SSDA903: the yearly return on looked-after children, one CSV for each module; columns of 2023/24 to 2026/27."""

from __future__ import annotations

from pathlib import Path

from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.model import Recognised
from onechild.knowledge.formats.ssda903.layout import PARTS
from onechild.knowledge.formats.ssda903.modules import part_of
from onechild.knowledge.formats.ssda903.periods import WORKED_OUT
from onechild.knowledge.formats.ssda903.reading import NAME, read
from onechild.knowledge.formats.tabular.delimited import headings_in
from onechild.knowledge.formats.tabular.layout import mapping_of, not_carried_of

MAPPING: tuple[Mapped, ...] = (*mapping_of(PARTS), *WORKED_OUT)
NOT_CARRIED: dict[tuple[str, str], str] = not_carried_of(PARTS)


def recognise(path: Path, head: bytes) -> Recognised | None:
    """This function will say whether a file's headings are those of an SSDA903 module, and of which."""
    part = part_of(headings_in(head))
    return Recognised(path, NAME, part.name) if part else None


__all__ = ["MAPPING", "NAME", "NOT_CARRIED", "read", "recognise"]
