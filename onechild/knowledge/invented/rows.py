"""Collects the rows of every table, and tells what of them was known by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind

Row = dict[str, Any]

SOURCE = "invented"

# Dates that may lie ahead of the day they were written down.
AHEAD = frozenset(
    {
        "expected_on", "target_on", "conference_target_on", "due_on", "timetable_to", "expires_on",
        "newly_qualified_to", "set_for_on",
    }
)  # fmt: skip
# The same of one table: the terms of schools are told long before they begin.
TOLD_AHEAD: Mapping[str, frozenset[str]] = {"school_terms": frozenset({"started_on", "ended_on"})}

# What is only known with a date that comes after the row was written down: hidden until that date is known.
KNOWN_WITH: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "referrals": {"decided_on": ("no_further_action",)},
    "directions": {"withdrawn_on": ("withdrawn_reason",)},
    "section_47_enquiries": {"conference_decided_on": ("conference_not_required", "no_further_action")},
    "pre_proceedings": {
        "decided_on": ("outcome", "outcome_words", "review_meetings"),
        "first_meeting_on": ("family_group_offered", "family_group_held", "parents_represented"),
    },
    "ehc_requests": {"decided_on": ("outcome",), "assessment_decided_on": ("assessment_outcome", "exception_applies")},
    "children": {"born_on": ("sex",)},
    "return_interviews": {"happened_on": ("held_at",)},
    "adopters": {"left_on": ("left_reason",)},
    "fostering_applications": {"decided_on": ("household_id",)},
    "permanence_cases": {
        "matched_on": ("adoptive_family_id", "adopters", "adopter_sex", "adopter_legal_status"),
        "ordered_on": ("order_kind", "adopted_by_carer", "carer_became_adopter_on"),
        "placed_on": ("in_sibling_group", "siblings_together", "siblings_apart"),
    },
}

# Columns of a spell that are known only once its end is.
KNOWN_AT_THE_END = frozenset(
    {
        "end_reason", "end_words", "outcome", "final_plan", "final_plan_approved", "final_order", "hearings",
        "child_seen", "needs_support", "change_reason", "interview_offered", "interview_accepted", "returned_at",
        "ended_at", "passed",
    }
)  # fmt: skip


# Where a row that began and ended on one day means only that somebody changed their mind.
BRIEF = frozenset({"allocations", "addresses", "child_in_need_plans", "placement_conditions", "team_memberships"})


def _undone(row: Row) -> bool:
    ended = row.get("ended_on")
    return ended is not None and bool(ended == row["started_on"] == row["end_recorded_on"])


class Book:
    """The rows of every table as they are written: mutable while the simulation runs."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in TABLES}
        self.counts: dict[str, int] = {}

    def write(self, table: str, **values: Any) -> Row:
        """This function will add a row; the caller may keep it and write its end later."""
        self.rows[table].append(values)
        return values

    def key(self, letters: str) -> str:
        """This function will return the next key with these letters; in order of time, so never moved by the future."""
        count = self.counts[letters] = self.counts.get(letters, 0) + 1
        return f"{letters}{count:06d}"


def known_by(name: str, rows: list[Row], until: int) -> pa.Table:
    """This function will return a table as it stood at the end of a day: later rows, ends and dates left out."""
    table = TABLES[name]
    kept = [row for row in rows if (row.get("recorded_on") or 0) <= until and not (name in BRIEF and _undone(row))]
    written = frozenset[str]().union(*kept)
    columns = {column.name: _values(column, kept, known=column.name in written) for column in table.columns}
    _hide_ends(columns, until)
    _hide_dates(columns, KNOWN_WITH.get(name, {}), AHEAD | TOLD_AHEAD.get(name, frozenset()), until)
    return pa.table(columns)


def _values(column: Column, rows: list[Row], *, known: bool) -> pa.Array:
    if column.name == "source":
        return pa.repeat(SOURCE, len(rows))
    if not known:
        return pa.nulls(len(rows), column.arrow.type)
    plain = {Kind.DATE: pa.int32(), Kind.INSTANT: pa.int64()}.get(column.kind, column.arrow.type)
    try:
        values = list(map(itemgetter(column.name), rows))
    except KeyError:
        values = [row.get(column.name) for row in rows]
    return pa.array(values, plain).cast(column.arrow.type)


def _hide_ends(columns: dict[str, pa.Array], until: int) -> None:
    if "end_recorded_on" not in columns:
        return
    known = pc.less_equal(columns["end_recorded_on"].cast(pa.int32()), until)
    hidden = ("ended_on", "end_recorded_on", *(name for name in columns if name in KNOWN_AT_THE_END))
    _hide(columns, hidden, known)


def _hide_dates(
    columns: dict[str, pa.Array], together: Mapping[str, tuple[str, ...]], ahead: frozenset[str], until: int
) -> None:
    for name, values in list(columns.items()):
        if values.type == pa.date32() and name not in ahead:
            known = pc.less_equal(values.cast(pa.int32()), until)
            _hide(columns, (name, *together.get(name, ())), known)


def _hide(columns: dict[str, pa.Array], names: Iterable[str], known: pa.Array) -> None:
    for name in names:
        values = columns[name]
        columns[name] = pc.if_else(known, values, pa.scalar(None, values.type))
