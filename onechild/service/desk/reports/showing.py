"""A kept report as the parts of a page: sections, tables and drawings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from onechild.knowledge.reports.document.keeping import restored
from onechild.knowledge.reports.document.model import Cell as Shown
from onechild.knowledge.reports.document.model import Document, Said, Section
from onechild.knowledge.reports.document.model import Table as Told
from onechild.knowledge.reports.renderers.forms import FORMS
from onechild.service.desk.models import MadeReport
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Link, Table


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the numbers of the notes that define its figures."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Drawing:
    """A chart, wide and narrow."""

    title: str
    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True)
class Part:
    """A section as a page shows it; those inside it follow, a level down."""

    key: str
    title: str
    level: int
    said: list[Sentence]
    drawings: list[Drawing]
    tables: list[tuple[str, Table]]
    after: list[Sentence]


def report_context(made: MadeReport) -> dict[str, Any]:
    """This function will return the context of a report's page."""
    document = restored(made.facts)
    return {
        "made": made,
        "report": document,
        "parts": [part for section in document.sections for part in _parts(document, section, 2)],
        "contents": [Link(section.title, f"#{section.key}") for section in document.sections],
        "files": [Link(form.name, reverse("report-file", args=[made.pk, form.key])) for form in FORMS.values()],
    }


def _parts(document: Document, section: Section, level: int) -> list[Part]:
    own = Part(
        section.key,
        section.title,
        level,
        [_sentence(document, one) for one in section.said],
        [Drawing(one.title, safe_drawing(one.wide), safe_drawing(one.narrow)) for one in section.charts],
        [(one.title, _table(document, section, one)) for one in section.tables],
        [_sentence(document, one) for one in section.after],
    )
    return [own, *(part for inner in section.sections for part in _parts(document, inner, level + 1))]


def _sentence(document: Document, said: Said) -> Sentence:
    return Sentence(said.text, tuple(document.number_of(key) for key in said.notes))


def _table(document: Document, section: Section, table: Told) -> Table:
    """A table is called by its section and its own title, so that no two are called alike."""
    columns = [Column(column.title, number=column.number) for column in table.columns]
    return Table(
        label=f"{section.title}: {table.title}",
        columns=columns,
        rows=[[_cell(document, cell) for cell in row] for row in table.rows],
        total=[_cell(document, cell) for cell in table.total],
        kind="scroll",
    )


def _cell(document: Document, cell: Shown) -> object:
    """Words, and after a figure's name the way to its definition."""
    if not cell.notes:
        return cell.text
    numbers = ", ".join(str(document.number_of(key)) for key in cell.notes)
    return Cell(text=cell.text, note=f"Note {numbers}")
