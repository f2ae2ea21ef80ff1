"""A report as a tagged PDF that a screen reader can read (PDF/UA): headings, header cells, alternatives, language."""

from __future__ import annotations

import logging

from onechild.errors import CannotProceed
from onechild.knowledge.reports.document.model import Document
from onechild.knowledge.reports.renderers.page import notes, parts, terms, top, whole

VARIANT = "pdf/ua-1"
# Paper has one width: the wide drawing, no list of contents to press, and the page's number at its foot.
PAPER = """
@page {
  size: A4; margin: 16mm 14mm 18mm; font: 9pt Arial, sans-serif;
  @bottom-left { content: string(mark); }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
}
.head__mark { string-set: mark content(); }
.report { max-width: none; }
.chart { max-width: 100%; height: auto; }
.report svg[class$="-wide"] { display: block; }
.report svg[class$="-narrow"] { display: none; }
.report table { font-size: 9pt; }
.scroll { overflow: visible; }
section { margin-bottom: 14pt; }
"""
PANGO = (
    "no PDF can be made on this machine: it lacks the library Pango. On Debian or Ubuntu install libpango-1.0-0, "
    "libpangoft2-1.0-0 and libharfbuzz-subset0; on macOS `brew install pango`. The report can be had as HTML, Word, "
    "Excel, text and JSON without it"
)


def to_pdf(document: Document) -> bytes:
    """This function will return the report as a PDF; CannotProceed, saying what to install, where Pango is missing."""
    try:
        from weasyprint import HTML  # its library is looked for when it is imported: nobody else should wait or fail
    except OSError:
        raise CannotProceed(PANGO) from None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # what screens alone understand is no fault on paper
    body = "\n".join([top(document), *parts(document, drawings="wide"), terms(document), notes(document)])
    page = whole(document, body=body, more_style=PAPER)
    made: bytes = HTML(string=page).write_pdf(pdf_variant=VARIANT)
    return made
