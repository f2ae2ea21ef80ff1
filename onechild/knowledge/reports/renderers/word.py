"""A report as a Word file: real headings, tables with header rows, endnotes by number, English as its language.

Charts are told and not drawn: every chart's finding is a sentence and its numbers are a table, and Word takes no
drawing of ours without one more library.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from onechild.knowledge.reports.document.model import Cell, Document, Said, Section, Table

FONT = "Arial"
INK = RGBColor(0x0B, 0x0C, 0x0C)


def to_docx(document: Document) -> bytes:
    """This function will return the report as a .docx file."""
    file = docx.Document()
    _set_up(file, document)
    file.add_heading(document.title, level=0)
    for words in (document.council, document.days, document.mark, document.invented):
        if words:
            file.add_paragraph(words)
    for section in document.sections:
        _section(file, document, section, 1)
    _terms(file, document)
    _notes(file, document)
    if document.foot:
        file.add_paragraph(document.foot)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def _set_up(file: Any, document: Document) -> None:
    """The page, the type, the language, and what the file says of itself."""
    page = file.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(18)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        style = file.styles[name]
        style.font.name, style.font.color.rgb = FONT, INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
    file.styles["Normal"].font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    file.styles["Normal"].element.get_or_add_rPr().append(language)
    facts = file.core_properties
    facts.title, facts.subject, facts.author, facts.language = document.title, document.days, "OneChild", "en-GB"
    facts.created = facts.modified = datetime.combine(document.as_at, datetime.min.time())
    page.footer.paragraphs[0].text = f"{document.council}. {document.mark}"


def _section(file: Any, document: Document, section: Section, level: int) -> None:
    file.add_heading(section.title, level=level)
    for said in section.said:
        _said(file, document, said)
    for chart in section.charts:
        file.add_paragraph(chart.title)
    for table in section.tables:
        _table(file, document, table)
    for said in section.after:
        _said(file, document, said)
    for inner in section.sections:
        _section(file, document, inner, min(level + 1, 3))


def _said(file: Any, document: Document, said: Said) -> None:
    paragraph = file.add_paragraph(said.text)
    _references(paragraph, document, said.notes)


def _references(paragraph: Any, document: Document, keys: tuple[str, ...]) -> None:
    if keys:
        paragraph.add_run(", ".join(str(document.number_of(key)) for key in keys)).font.superscript = True


def _table(file: Any, document: Document, table: Table) -> None:
    file.add_paragraph(table.title, style="Caption").paragraph_format.keep_with_next = True
    drawn = file.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), table.title)
    drawn._tbl.tblPr.append(described)
    _repeated(drawn.rows[0])
    for cell, column in zip(drawn.rows[0].cells, table.columns, strict=True):
        _write(cell, Cell(column.title), document, bold=True, number=column.number)
    for row in table.all_rows:
        cells = drawn.add_row().cells
        for cell, shown, column in zip(cells, row, table.columns, strict=True):
            _write(cell, shown, document, bold=row is table.total, number=column.number)
    file.add_paragraph(table.says)


def _repeated(row: Any) -> None:
    """The header row is marked as one, and stands again on the next page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _write(cell: Any, shown: Cell, document: Document, *, bold: bool, number: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(shown.text)
    run.bold, run.font.size = bold, Pt(9)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _references(paragraph, document, shown.notes)


def _terms(file: Any, document: Document) -> None:
    if document.terms:
        file.add_heading("What the words mean", level=1)
    for term, words in document.terms:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{term}: ").bold = True
        paragraph.add_run(words)


def _notes(file: Any, document: Document) -> None:
    if document.footnotes:
        file.add_heading("Definitions", level=1)
    for note in document.footnotes:
        paragraph = file.add_paragraph(f"{note.number}. ")
        paragraph.add_run(f"{note.title}. ").bold = True
        paragraph.add_run(f"{note.words} {note.source}")
