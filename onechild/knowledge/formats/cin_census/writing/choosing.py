"""Which rows a year's census holds: every episode of need open in the year, with what happened under it by its end.

Source: DfE, children in need census technical specification. Whether an assessment or a plan that ended before the year
is sent again with an open episode is not said in what was to hand: it is left out here. Confidence K: check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import pyarrow as pa

from onechild.knowledge.workdays.years import year_bounds

Row = dict[str, Any]
FOREVER = date.max


class Tables(Protocol):
    """An extract, as far as the census needs it."""

    def table(self, name: str) -> pa.Table:
        """The rows of a table."""


@dataclass(frozen=True)
class Chosen:
    """The rows of a year's census by element, each under the key of the row that it lies in; and what was left out."""

    year: int
    children: tuple[Row, ...]
    inside: Mapping[str, Mapping[str, tuple[Row, ...]]]
    left_out: tuple[str, ...]

    def under(self, element: str, key: str) -> tuple[Row, ...]:
        """This function will return the rows of an element that lie in the row of this key."""
        return self.inside.get(element, {}).get(key, ())


def choose(tables: Tables, *, year: int) -> Chosen:
    """This function will choose the rows of the census of a year (2026 is April 2025 to March 2026), in memory.

    Children stand in the order of their ids, rows inside in the order of their days. Rows that name no episode of need,
    so that the census has no place for them, are counted in `left_out`.
    """
    first, last = year_bounds(year, "cin")
    inside: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in _open_in(tables, "referrals", first, last):
        inside["CINdetails"][row["child_id"]].append(row)
    episodes = {row["referral_id"] for rows in inside["CINdetails"].values() for row in rows}
    lost: dict[str, int] = {}
    late = _conferences_of_enquiries(tables, first, last)
    for element, table in UNDER_AN_EPISODE.items():
        for row in _open_in(tables, table, first, last, also=late):
            if row.get("of_other_council"):
                continue  # another council's plan stands in that council's census
            if row["referral_id"] in episodes:
                inside[element][row["referral_id"]].append(_as_then(row, last))
            else:
                lost[table] = lost.get(table, 0) + 1
    _factors(tables, inside)
    _conferences(tables, inside, first, last)
    _of_the_child(tables, inside)
    children = [row for row in _rows(tables, "children") if row["child_id"] in inside["CINdetails"]]
    return Chosen(
        year=year,
        children=tuple(sorted(children, key=lambda row: row["child_id"])),
        inside={element: {key: _by_day(rows) for key, rows in of.items()} for element, of in inside.items()},
        left_out=tuple(
            f"{number} of {table} name no episode of need open in the year" for table, number in lost.items()
        ),
    )


UNDER_AN_EPISODE = {
    "Assessments": "assessments",
    "CINPlanDates": "child_in_need_plans",
    "Section47": "section_47_enquiries",
    "ChildProtectionPlans": "child_protection_plans",
    "PreProceedingsandFGDM": "pre_proceedings",
}
# What is said at a day, and not known before it.
SAID_AT = {
    "ended_on": ("end_reason", "no_further_action"),
    "conference_decided_on": ("conference_not_required",),
    "internal_review_on": (),
}


def _open_in(tables: Tables, name: str, first: date, last: date, *, also: frozenset[str] = frozenset()) -> list[Row]:
    """Spells that hold on a day of the year, or that end on its first; what ended after it is open still.

    An enquiry that ended before the year is in it where its conference is (`also`).
    """
    return [
        _as_then(row, last)
        for row in _rows(tables, name)
        if row["started_on"] <= last and ((row["ended_on"] or FOREVER) >= first or row.get("enquiry_id") in also)
    ]


def _conferences_of_enquiries(tables: Tables, first: date, last: date) -> frozenset[str]:
    """The enquiries whose initial conference was held in the year."""
    rows = (row for row in _rows(tables, "conferences") if row["conference_kind"] == "initial")
    return frozenset(row["enquiry_id"] for row in rows if row["enquiry_id"] and first <= row["happened_on"] <= last)


def _as_then(row: Row, last: date) -> Row:
    """The row as it stood at the end of the year: what came later, and what was said at it, had not come."""
    then = dict(row)
    for day, said in SAID_AT.items():
        if day in row and row[day] is not None and row[day] > last:
            then |= dict.fromkeys((name for name in (day, *said) if name in row), None)
    return then


def _factors(tables: Tables, inside: dict[str, dict[str, list[Row]]]) -> None:
    """Factors of assessments that were authorised by then: none stands on an open one."""
    authorised = {row["assessment_id"] for of in inside["Assessments"].values() for row in of if row["ended_on"]}
    for row in _rows(tables, "assessment_factors"):
        if row["assessment_id"] in authorised:
            inside["AssessmentFactors"][row["assessment_id"]].append(row)


def _conferences(tables: Tables, inside: dict[str, dict[str, list[Row]]], first: date, last: date) -> None:
    """Initial conferences stand in their enquiry, a transfer in on the episode, reviews of the year in their plan."""
    plans = {row["plan_id"] for of in inside["ChildProtectionPlans"].values() for row in of}
    enquiries = {row["enquiry_id"]: row for of in inside["Section47"].values() for row in of}
    episodes = {row["referral_id"]: row for of in inside["CINdetails"].values() for row in of}
    for row in _rows(tables, "conferences"):
        if row["happened_on"] > last:
            continue
        if row["conference_kind"] == "review" and row["plan_id"] in plans and row["happened_on"] >= first:
            inside["CPPreviewDate"][row["plan_id"]].append(row)
        elif row["conference_kind"] == "initial" and row["enquiry_id"] in enquiries:
            enquiries[row["enquiry_id"]]["conferences.happened_on"] = row["happened_on"]
        elif row["conference_kind"] == "transfer_in" and row["referral_id"] in episodes:
            episodes[row["referral_id"]].setdefault("conference_on", row["happened_on"])
            episodes[row["referral_id"]]["conference_on"] = (
                episodes[row["referral_id"]]["conference_on"] or row["happened_on"]
            )


def _of_the_child(tables: Tables, inside: dict[str, dict[str, list[Row]]]) -> None:
    for row in _rows(tables, "disabilities"):
        if row["ended_on"] is None:
            inside["Disability"][row["child_id"]].append(row)
    for row in _rows(tables, "identifiers"):
        if row["ended_on"] is None:
            inside[row["identifier_kind"]][row["child_id"]].append(row)


def _rows(tables: Tables, name: str) -> list[Row]:
    rows: list[Row] = tables.table(name).to_pylist()
    return rows


def _by_day(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (str(row.get("started_on") or row.get("happened_on") or ""), str(row))))
