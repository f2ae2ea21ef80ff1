"""The caseload report as plain text, for a terminal or an e-mail."""

from __future__ import annotations

import textwrap

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.cells import Row, rows_of
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.words import full_date

WIDTH = 100
COLUMNS = {
    "workers": "Workers",
    "fte": "Full-time",
    "cases": "Cases",
    "average": "Average",
    "average_per_fte": "By hours",
    "over_target": "Over",
    "unallocated": "Waiting",
    "held_by_managers": "Manager",
    "held_by_absent": "Absent",
}


def to_text(report: CaseloadReport) -> str:
    """The report as text: sentences, one table with now and, in brackets, then; what the words mean, and notes."""
    council = report.about.council_name or f"Council {report.about.council}"
    parts = [
        f"{council}: cases and visits as at {full_date(report.as_at)}, against {full_date(report.against)}",
        invented_words(report.about),
        *_paragraphs(report.sentences),
        f"By team at {report.saying.now} (at {report.saying.then} in brackets), target {report.target:g}",
        _table(rows_of(report)),
        "Average: cases for each worker. By hours: for each full-time worker. Manager, Absent: cases held by one.",
        "Visits",
        *_paragraphs(report.visit_sentences),
        "What the words mean",
        *(f"{term}: {words}" for term, words in report.definitions),
        *report.notes,
    ]
    kept = [part if part.startswith("Team") else textwrap.fill(part, WIDTH) for part in parts if part]
    return "\n\n".join(kept) + "\n"


def _paragraphs(sentences: tuple[str, ...]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]


def _table(rows: list[Row]) -> str:
    lines = [["Team", *COLUMNS.values()]]
    lines += [[row.label, *(_cell(row, name) for name in COLUMNS)] for row in rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    widths[0] = min(widths[0], 30)
    return "\n".join(
        "  ".join(
            [
                line[0][: widths[0]].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
            ]
        )
        for line in lines
    )


def _cell(row: Row, name: str) -> str:
    now, then = row.now[name], row.then.get(name, "")
    return now if not then or now == then == "–" else f"{now} ({then})"
