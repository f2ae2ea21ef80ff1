"""A child's plans, reviews, times in care, placements, legal statuses and permanence, as dated tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.service.desk.children.around import span
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Child, PermanenceCase
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.plans import Plans, plans

STEPS = (
    ("decided_on", "Decision that the child should be placed for adoption"),
    ("placement_order_on", "Placement order"),
    ("matched_on", "Matched"),
    ("placed_on", "Placed"),
    ("placement_ended_on", "Placement ended"),
    ("ordered_on", "Order"),
    ("reversed_on", "Decision reversed"),
)


@dataclass(frozen=True)
class Section:
    """A heading with its tables; one where a table that the child has no rows in is left out."""

    title: str
    id: str
    tables: list[tuple[str, Table]]
    empty: str


def sections_of(child: Child, *, today: date) -> list[Section]:
    """This function will return the sections of the page, each with the tables that have rows: one query a table."""
    found = plans(child.pk)
    return [
        Section(
            "Child protection", "protection", _kept(_protection(found, today)), "Never on a child protection plan."
        ),
        Section("Child in need", "need", _kept(_need(found, today)), "Never on a child in need plan."),
        Section("In care", "care", _kept(_care(found, today)), "Never looked after."),
        Section("Permanence", "permanence", _kept(_permanence(found, today)), "No plan for permanence is recorded."),
        Section("Legal", "legal", _kept(_legal(found, today)), "Nothing before a court is recorded."),
        Section("Leaving care", "leaving", _kept(_leaving(found, today)), "Not a care leaver."),
    ]


def _kept(tables: Iterator[tuple[str, Table]]) -> list[tuple[str, Table]]:
    return [(title, table) for title, table in tables if table.rows]


def _protection(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    categories = [[_label(row.category, "abuse_category"), _span(row, today)] for row in found.categories]
    yield (
        "Plans",
        _spells(
            "Child protection plans",
            found.protection,
            today,
            ("Category", lambda row: _label(row.latest_category or row.initial_category, "abuse_category")),
            ("Plans before it", lambda row: row.previous_plans),
            ("Why it ended", lambda row: _ended(row, row.end_reason, "plan_end_reason")),
        ),
    )
    yield "Categories", _table("Categories of the plans", ("Category", "From, to"), categories)
    yield (
        "Conferences",
        _events(
            "Child protection conferences",
            found.conferences,
            ("Which", lambda row: row.conference_kind_words),
            ("What it decided", _conference),
            ("How the child took part", lambda row: _label(row.participation, "review_participation")),
            ("Enough agencies there", lambda row: _yes_no(row.quorate)),
        ),
    )
    yield (
        "Core groups",
        _events("Core groups", found.core_groups, ("Enough members there", lambda row: _yes_no(row.quorate))),
    )


def _conference(row: Any) -> object:
    told = {True: "Child protection plan made", False: "No plan made"}.get(row.led_to_plan)
    goes_on = {True: "Plan continues", False: "Plan ends"}.get(row.plan_continues)
    return told or goes_on or Tag("Not recorded", "missing")


def _need(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    yield (
        "Plans",
        _spells(
            "Child in need plans",
            found.need,
            today,
            ("Stepped down from protection", lambda row: _yes_no(row.stepped_down)),
            ("Why it ended", lambda row: _ended(row, row.end_reason, "plan_end_reason")),
        ),
    )
    yield (
        "Reviews",
        _events("Child in need reviews", found.need_reviews, ("Plan goes on", lambda row: _yes_no(row.plan_continues))),
    )


def _care(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    yield (
        "Periods of care",
        _spells(
            "Periods of care",
            found.care,
            today,
            ("Need", lambda row: _label(row.need, "primary_need")),
            ("Why it ended", lambda row: _ended(row, row.end_reason, "reason_episode_ceased")),
        ),
    )
    yield (
        "Placements",
        _spells(
            "Placements",
            found.placements,
            today,
            ("Where", lambda row: _label(row.placement_kind, "placement_type")),
            ("Provided by", lambda row: _label(row.provider, "placement_provider")),
            ("Miles from home", lambda row: "Not known" if row.distance_miles == 999.9 else row.distance_miles),
            ("Why it ended", lambda row: _ended(row, row.change_reason, "placement_change_reason")),
        ),
    )
    yield (
        "Reviews",
        _events(
            "Looked-after reviews",
            [row for row in found.reviews if row.happened_on],
            ("How the child took part", lambda row: _label(row.participation, "review_participation")),
            ("Was due", lambda row: date_only(row.target_on) if row.target_on else ""),
        ),
    )
    yield (
        "Care plans",
        _spells(
            "Care plans",
            found.care_plans,
            today,
            ("Agreed", lambda row: date_only(row.agreed_on) if row.agreed_on else ""),
        ),
    )


def _permanence(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    yield (
        "Plans",
        _spells(
            "Plans for permanence",
            found.permanence_plans,
            today,
            ("Plan", lambda row: _label(row.permanence, "permanence_plan")),
        ),
    )
    steps = [step for case in found.permanence for step in _steps(case)]
    yield "Step by step", _table("Steps to a permanent home", ("Step", "When"), steps)


def _steps(case: PermanenceCase) -> Iterator[list[object]]:
    for column, words in STEPS:
        if on := getattr(case, column):
            order = f": {code_in_words('permanence_order', case.order_kind).lower()}" if column == "ordered_on" else ""
            yield [f"{words}{order}", date_only(on)]


def _legal(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    yield (
        "Legal statuses",
        _spells(
            "Legal statuses",
            found.statuses,
            today,
            ("Status", lambda row: _label(row.status, "legal_status") if row.status else row.status_words),
        ),
    )
    yield (
        "Pre-proceedings",
        _spells(
            "Pre-proceedings",
            found.pre_proceedings,
            today,
            ("Letter", lambda row: date_only(row.letter_on) if row.letter_on else Tag("Not recorded", "missing")),
            ("First meeting", lambda row: date_only(row.first_meeting_on) if row.first_meeting_on else ""),
            ("Outcome", lambda row: _label(row.outcome, "plo_pre_proceedings_outcome") if row.outcome else ""),
        ),
    )
    yield (
        "Court proceedings",
        _spells(
            "Court proceedings",
            found.proceedings,
            today,
            ("Applied for", lambda row: _label(row.application, "court_application")),
            ("Timetable ends", lambda row: date_only(row.timetable_to) if row.timetable_to else ""),
            ("Order", lambda row: _label(row.final_order, "court_order") if row.final_order else ""),
        ),
    )


def _leaving(found: Plans, today: date) -> Iterator[tuple[str, Table]]:
    yield (
        "Status",
        _spells(
            "Leaving-care status",
            found.leaving_care,
            today,
            ("Status", lambda row: _label(row.eligibility, "care_leaver_eligibility")),
        ),
    )
    yield "Pathway", _events("Pathway plans", found.pathway, ("Step", lambda row: _label(row.step, "pathway_step")))


def _spells(label: str, rows: Sequence[Any], today: date, *columns: Any) -> Table:
    told = [[_span(row, today), *(read(row) for _, read in columns)] for row in rows]
    return _table(label, ("From, to", *(name for name, _ in columns)), told)


def _events(label: str, rows: Sequence[Any], *columns: Any) -> Table:
    told = [[date_only(row.happened_on), *(read(row) for _, read in columns)] for row in rows]
    return _table(label, ("When", *(name for name, _ in columns)), told)


def _table(label: str, names: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    return Table(label=label, columns=[Column(name) for name in names], rows=rows)


def _span(row: Any, today: date) -> Cell:
    return Cell(text=span(row.started_on, row.ended_on, today), strong=row.ended_on is None)


def _label(code: str | None, codes: str) -> object:
    return code_in_words(codes, code) if code else Tag("Not recorded", "missing")


def _ended(row: Any, reason: str | None, codes: str) -> object:
    """Why a spell ended; nothing while it is open, and said to be missing where it ended without a reason."""
    return "" if row.ended_on is None else _label(reason, codes)


def _yes_no(value: bool | None) -> object:
    return Tag("Not recorded", "missing") if value is None else "Yes" if value else "No"
