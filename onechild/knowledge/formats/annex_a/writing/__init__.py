"""Annex A written from the standard tables, as at any day: eleven lists, each cell with where it came from."""

from onechild.knowledge.formats.annex_a.writing.model import Annex, Column, Made, Origin
from onechild.knowledge.formats.annex_a.writing.putting import put_together
from onechild.knowledge.formats.annex_a.writing.sources import ExtractTables, Tables
from onechild.knowledge.formats.annex_a.writing.tracing import write_cells
from onechild.knowledge.formats.annex_a.writing.workbook import write_workbook

__all__ = [
    "Annex",
    "Column",
    "ExtractTables",
    "Made",
    "Origin",
    "Tables",
    "put_together",
    "write_cells",
    "write_workbook",
]
