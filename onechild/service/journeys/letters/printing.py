"""One recipient’s version as a Word file that says nothing of itself: no author, no history, no comments."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from onechild.service.govuk.words import date_only
from onechild.service.record.models import LetterRecipient

FONT = "Arial"
FACTS_OF_A_FILE = ("author", "category", "comments", "content_status", "identifier", "keywords", "last_modified_by",
                   "subject", "title", "version")  # fmt: skip


def to_docx(row: LetterRecipient, *, subject: str, on: date) -> bytes:
    """This function will return the version that was checked, as the bytes of a .docx file, dated on the day."""
    file = docx.Document()
    _set_up(file, on)
    for line in (row.name, row.agency, *row.address.splitlines(), row.postcode):
        if line.strip():
            file.add_paragraph(line.strip()).paragraph_format.space_after = Pt(0)
    file.add_paragraph()
    file.add_paragraph(date_only(on))
    file.add_heading(subject, level=1)
    for words in row.text.split("\n\n"):
        file.add_paragraph(words)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def _set_up(file: Any, on: date) -> None:
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    for name in ("Normal", "Heading 1"):
        style = file.styles[name]
        style.font.name, style.font.size = FONT, Pt(12)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    file.styles["Normal"].element.get_or_add_rPr().append(language)
    facts = file.core_properties
    for name in FACTS_OF_A_FILE:
        setattr(facts, name, "")
    midnight = datetime(on.year, on.month, on.day)  # noqa: DTZ001  a file's own times have no zone
    facts.revision, facts.created, facts.modified, facts.last_printed = 1, midnight, midnight, midnight
