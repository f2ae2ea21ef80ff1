"""The forms a report can be had in: what each is called, its file's ending and type, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onechild.errors import CannotProceed
from onechild.knowledge.reports.document.model import Document
from onechild.knowledge.reports.renderers.page import to_html
from onechild.knowledge.reports.renderers.plain import to_json, to_text


@dataclass(frozen=True)
class Form:
    """One form. `make` gives the file's content."""

    key: str
    name: str
    ending: str
    content_type: str
    make: Callable[[Document], bytes]


def _pdf(document: Document) -> bytes:
    from onechild.knowledge.reports.renderers.pdf import to_pdf

    return to_pdf(document)


def _docx(document: Document) -> bytes:
    from onechild.knowledge.reports.renderers.word import to_docx

    return to_docx(document)


def _xlsx(document: Document) -> bytes:
    from onechild.knowledge.reports.renderers.excel import to_xlsx

    return to_xlsx(document)


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS: dict[str, Form] = {
    form.key: form
    for form in (
        Form("html", "Web page", "html", "text/html; charset=utf-8", lambda one: to_html(one).encode()),
        Form("pdf", "PDF", "pdf", "application/pdf", _pdf),
        Form("docx", "Word", "docx", f"{OFFICE}.wordprocessingml.document", _docx),
        Form("xlsx", "Excel", "xlsx", f"{OFFICE}.spreadsheetml.sheet", _xlsx),
        Form("text", "Plain text", "txt", "text/plain; charset=utf-8", lambda one: to_text(one).encode()),
        Form("json", "JSON", "json", "application/json", lambda one: to_json(one).encode()),
    )
}


def form_called(key: str) -> Form:
    """This function will return the form with the key; CannotProceed, naming those there are, where there is none."""
    if key not in FORMS:
        raise CannotProceed(f"there is no format called {key}; the formats are {', '.join(FORMS)}")
    return FORMS[key]
