"""The caseload report as a document, from what it says (`to_document`): for Word, Excel and PDF, and for scrutiny."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.knowledge.measures.topics import caseload
from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.document.footnotes import footnotes
from onechild.knowledge.reports.document.model import (
    PUBLIC,
    STAFF,
    Cell,
    Chart,
    Column,
    Document,
    Said,
    Section,
    Table,
    noted,
)
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.page.whole import TITLE, drawn
from onechild.knowledge.reports.suppression import WHY
from onechild.knowledge.reports.to_document import to_document
from onechild.knowledge.reports.values import number_shown
from onechild.knowledge.reports.words import full_date
from onechild.knowledge.tables.extract import About

Facts = Mapping[str, Any]
HELD = {"average": "Cases per worker", "over_target": "Over target"}
LEFT_OUT = {"unallocated": "Waiting", "held_by_managers": "With a manager", "held_by_absent": "With someone absent"}
KEYS = {
    "average": caseload.AVERAGE_CASELOAD_PER_WORKER.key,
    "over_target": caseload.WORKERS_OVER_TARGET.key,
    "unallocated": caseload.CASES_UNALLOCATED.key,
    "held_by_managers": caseload.CASES_HELD_BY_MANAGERS.key,
    "held_by_absent": caseload.CASES_HELD_BY_ABSENT_WORKERS.key,
}


@dataclass(frozen=True)
class Told:
    """What the caseload report says, and its chart, wide and narrow."""

    facts: Facts
    drawings: tuple[str, str] = ("", "")


def told_by(report: CaseloadReport) -> Told:
    """This function will return what a caseload report says, drawn."""
    chart = drawn(report)
    return Told(to_document(report), (chart.wide, chart.narrow) if chart else ("", ""))


def caseload_document(report: CaseloadReport) -> Document:
    """This function will return the caseload report as a document."""
    meant = Meant(report.about, report.as_at, report.against, report.publish, report.fingerprint)
    return document_of(told_by(report), meant)


@dataclass(frozen=True)
class Meant:
    """Which council's caseload report it is, of which days, and whether it may leave the service."""

    about: About
    as_at: date
    against: date
    publish: bool
    fingerprint: str = ""


def document_of(told: Told, meant: Meant) -> Document:
    """This function will return what a caseload report says as a document."""
    sections = (*caseload_sections(told, publish=meant.publish), *_more(told.facts))
    return Document(
        kind="caseload",
        title=TITLE,
        council=meant.about.council_name or f"Council {meant.about.council}",
        days=f"Figures at {full_date(meant.as_at)}, set beside {full_date(meant.against)}, counted the same way",
        as_at=meant.as_at,
        against=meant.against,
        mark=PUBLIC if meant.publish else STAFF,
        publish=meant.publish,
        invented=invented_words(meant.about),
        sections=sections,
        footnotes=footnotes(noted(sections)),
        terms=tuple((term, words) for term, words in told.facts["definitions"]),
        foot=f"Extract {meant.fingerprint[:12]}. Made by OneChild." if meant.fingerprint else "Made by OneChild.",
    )


def caseload_sections(told: Told, *, publish: bool) -> list[Section]:
    """This function will return what is said of cases and of visits, each as a section."""
    facts = told.facts
    held, left_out = _table(facts, HELD, once=True), _table(facts, LEFT_OUT, once=False)
    words = [Said(paragraph) for paragraph in facts["paragraphs"]]
    notes = tuple(KEYS.values())
    if words:
        words[0] = Said(words[0].text, notes[:2])
    chart = [Chart("Cases for each worker, by team, then and now", *told.drawings)] if told.drawings[0] else []
    return [
        Section(
            "cases",
            "How many cases workers hold",
            tuple(words),
            tuple(chart),
            (held, left_out),
            (Said(WHY),) if publish else (),
        ),
        _visits(facts),
    ]


def _more(facts: Facts) -> list[Section]:
    sections = []
    if facts["how_far"]:
        rows = tuple((Cell(words), count(cell)) for words, cell in facts["how_far"])
        columns = (Column("Cases over the worker’s own target"), Column("Workers", number=True))
        total = (Cell("All over target"), count(facts["all_over"]))
        table = Table("How far the workers over target are over it", columns, rows, total)
        sections.append(Section("how-far", "How far over target", tables=(table,)))
    after = [Said(facts["dfe"])] if facts["dfe"] else []
    notes = tuple(Said(note) for note in facts["notes"])
    return [*sections, Section("rely", "Before you rely on it", (*notes, *after))]


def _visits(facts: Facts) -> Section:
    rows = tuple(
        (Cell(one["words"], notes=(one["measure"],)), Cell(one["then"]), Cell(one["now"])) for one in facts["visits"]
    )
    columns = (Column("Children"), Column(facts["then"], number=True), Column(facts["now"], number=True))
    table = Table("Visits in time, two ways of counting", columns, rows)
    said = tuple(Said(sentence) for sentence in facts["visit_sentences"])
    return Section("visits", "Visits in time", said, tables=(table,) if rows else ())


def _table(facts: Facts, names: Mapping[str, str], *, once: bool) -> Table:
    """Teams with figures then and now; `once` adds what is given for the later day alone."""
    then, now = facts["then"], facts["now"]
    columns = [Column("Team")]
    columns += [Column("Workers", number=True), Column("Cases", number=True)] if once else []
    columns += [Column(f"{title}, {day}", number=True) for title in names.values() for day in (then, now)]
    rows = [_row(row, names, once=once) for row in facts["rows"]]
    total = _row(facts["total"], names, once=once, notes=True)
    title = "Cases and workers by team" if once else "Children whom an average leaves out, by team"
    return Table(title, tuple(columns), tuple(rows), total)


def _row(row: Facts, names: Mapping[str, str], *, once: bool, notes: bool = False) -> tuple[Cell, ...]:
    cells = [Cell(row["label"], notes=tuple(KEYS[name] for name in names) if notes else ())]
    cells += [count(row["now"]["workers"]), count(row["now"]["cases"])] if once else []
    for name in names:
        cells += [count(row["then"].get(name) or "–"), count(row["now"][name])]
    return tuple(cells)


def count(words: str) -> Cell:
    """This function will return the cell of a number in words; what is kept back has no number."""
    return Cell(words, number_shown(caseload.CASES_HELD, words))
