"""Every form of a report: it opens in what reads it, keeps its words, and nothing hidden is in the file."""

from __future__ import annotations

import json
import re
import sys
import zlib
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from onechild.errors import CannotProceed
from onechild.knowledge.reports.document.keeping import kept, restored
from onechild.knowledge.reports.document.model import Cell, Column, Document, Section, Table
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import caseload_document, told_by
from onechild.knowledge.reports.kinds.scrutiny import scrutiny
from onechild.knowledge.reports.renderers.forms import FORMS, form_called
from tests.knowledge.reports.answering import ByLot
from tests.knowledge.reports.small_council import ABOUT, NOW, THEN, report_of
from tests.pango import needs_pango


@pytest.fixture(scope="module")
def report() -> Document:
    """A scrutiny report with its chart."""
    return scrutiny(Asking(ByLot(1), ABOUT, NOW, THEN, publish=True), told_by(report_of(publish=True)))


def made(report: Document, form: str) -> bytes:
    """The report in a form."""
    return form_called(form).make(report)


def test_html_asks_for_nothing_and_has_no_style_in_its_elements(report: Document) -> None:
    page = made(report, "html").decode()
    assert not re.search(r"<script|<link|<img|@import|url\((?!#)|\bsrc=|style=", page)


def test_html_is_well_formed_and_every_note_leads_somewhere(report: Document) -> None:
    checker = Checker()
    checker.feed(made(report, "html").decode())
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    assert {link[1:] for link in checker.links} <= set(checker.ids)


def test_html_has_one_first_heading_and_skips_no_level(report: Document) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", made(report, "html").decode())]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pdf_is_tagged_and_in_english(report: Document) -> None:
    needs_pango()
    content = unpacked(made(report, "pdf"))
    assert all(mark in content for mark in (b"/MarkInfo", b"/StructTreeRoot", b"(en-GB)", b"pdfuaid", b"/TH", b"/H2"))


def test_pdf_says_in_words_what_a_drawing_shows() -> None:
    needs_pango()
    content = unpacked(made(caseload_document(report_of()), "pdf"))
    assert re.search(rb"/Alt \(|/Alt <", content)


def test_pdf_without_pango_says_what_to_install(report: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", Lacking())
    with pytest.raises(CannotProceed, match="install libpango"):
        made(report, "pdf")


def test_word_has_real_headings_header_rows_and_its_language(report: Document) -> None:
    file = docx.Document(BytesIO(made(report, "docx")))
    headings = [one.text for one in file.paragraphs if one.style.name == "Heading 1"]
    assert headings[: len(report.sections)] == [section.title for section in report.sections]
    assert headings[-1] == "Definitions"
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in file.tables)
    assert file.core_properties.language == "en-GB"


def test_word_has_a_definition_for_every_note(report: Document) -> None:
    words = "\n".join(one.text for one in docx.Document(BytesIO(made(report, "docx"))).paragraphs)
    assert all(f"{note.number}. {note.title}. {note.words}" in words for note in report.footnotes)


def test_excel_has_a_sheet_for_each_section_and_one_of_definitions(report: Document) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(made(report, "xlsx")))
    assert len(book.sheet_names) == len(report.sections) + 2
    assert (book.sheet_names[0], book.sheet_names[-1]) == ("About", "Definitions")
    assert len(book.get_sheet_by_name("Definitions").to_python()) == len(report.footnotes) + 1


def test_excel_holds_numbers_as_numbers_and_what_is_kept_back_as_words() -> None:
    cells = ((Cell("A"), Cell("1,234", 1234)), (Cell("B"), Cell("1 to 5")), (Cell("C"), Cell("=1+1")))
    table = Table("Counts", (Column("Team"), Column("Children", number=True)), cells)
    rows = sheet(document_of(table))
    assert [row[1] for row in rows[-3:]] == [1234, "1 to 5", "=1+1"]


def test_text_and_json_hold_every_sentence(report: Document) -> None:
    text = " ".join(made(report, "text").decode().split())
    found = json.loads(made(report, "json"))
    sentences = [one.text for section in report.sections for one in section.said]
    assert all(" ".join(one.split()) in text for one in sentences)
    assert [one["text"] for section in found["sections"] for one in section["said"]] == sentences


@pytest.mark.parametrize("form", ["html", "text", "json"])
def test_no_form_of_the_public_copy_holds_an_id(report: Document, form: str) -> None:
    words = re.sub(r"<svg.*?</svg>", "", made(report, form).decode(), flags=re.DOTALL)
    assert not re.search(r"\bc\d+\b|\bana\b|\bben\b|\bcho\b", words)


def test_a_report_that_was_kept_is_the_same_again(report: Document) -> None:
    assert restored(json.loads(json.dumps(kept(report)))) == report


def test_a_form_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(CannotProceed, match=", ".join(FORMS)):
        form_called("papyrus")


def document_of(table: Table) -> Document:
    """A report of one table."""
    return Document(
        kind="pack",
        title="A report",
        council="Hatterton",
        days="",
        as_at=NOW,
        against=THEN,
        mark="",
        publish=False,
        invented="",
        sections=(Section("one", "One", tables=(table,)),),
    )


def sheet(report: Document) -> list[list[Any]]:
    """The rows of the first section's sheet."""
    book = CalamineWorkbook.from_filelike(BytesIO(made(report, "xlsx")))
    return list(book.get_sheet_by_index(1).to_python())


def unpacked(content: bytes) -> bytes:
    """A PDF with what its streams hold laid open."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, flags=re.DOTALL)
    return content + b"".join(map(_inflated, streams))


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


class Lacking:
    """A library that can't be loaded."""

    __path__: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Any:
        raise OSError("cannot load library 'pango-1.0-0'")


class Checker(HTMLParser):
    """Gathers ids and links, and the tags left open."""

    EMPTY = ("meta", "br", "link", "input", "img", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its id and its link."""
        facts = dict(attrs)
        self.ids += [facts["id"]] if facts.get("id") else []
        self.links += [facts["href"]] if tag == "a" and facts.get("href") else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself stays not open."""

    def handle_endtag(self, tag: str) -> None:
        """Close the tag opened last."""
        assert self.open.pop() == tag
