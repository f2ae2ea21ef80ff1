"""Ofsted's Annex A: the workbook of eleven lists that a council hands over at an inspection; 2024 and 2026 shapes."""

from __future__ import annotations

from pathlib import Path

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a.reading import NAME, read
from onechild.knowledge.formats.annex_a.workbook import OLE, PARTS, is_workbook, open_workbook
from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.model import Recognised
from onechild.knowledge.formats.tabular.layout import mapping_of, not_carried_of

MAPPING: tuple[Mapped, ...] = mapping_of(PARTS)
NOT_CARRIED: dict[tuple[str, str], str] = not_carried_of(PARTS)

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls")


def recognise(path: Path, head: bytes) -> Recognised | None:
    """This function will say whether a file is a workbook that holds a list of Annex A.

    Raises CannotProceed for a file that calls itself a workbook and can't be opened as one.
    """
    if not is_workbook(head):
        return None
    try:
        book = open_workbook(path, name=path.name)
    except CannotProceed:
        if path.suffix.lower() in _WORKBOOKS or head.startswith(OLE):
            raise
        return None
    return Recognised(path, NAME) if book.lists else None


__all__ = ["MAPPING", "NAME", "NOT_CARRIED", "read", "recognise"]
