"""The shapes that a clock may have, each asked of the engine and not only of its declaration."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import LawTables, obligations, outcome
from onechild.knowledge.clocks.journey.kinds import NO_EVENT, NO_SPELL
from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Law,
    Rule,
    Source,
    Standing,
    by_age,
    by_precedence,
    counting_back,
    days,
    months,
    once,
    phased,
    repeating,
)
from onechild.knowledge.clocks.standards import read_standards
from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.workdays.lengths import Length

LAW: Law = {
    "reference": "X-01",
    "owed_by": "Somebody",
    "standing": Standing.LOCAL,
    "confidence": Confidence.K,
    "source": Source("A text"),
}
Row = dict[str, Any]


def duties(clock: Clock, spells: list[Row], events: list[Row] | None = None, *, as_at: str = "2060-01-01") -> list[Row]:
    """The obligations that one clock makes of spells and events, in order."""
    steps = law.steps(clock, standards=())
    rows = law.law_rows([clock], steps)
    due = law.due_table([step.within for step in steps], first=date(2000, 1, 1), last=date(2030, 12, 31))
    with open_memory({}) as store:
        tables = LawTables(
            store.put("clocks", rows.clocks),
            store.put("meets", rows.meets),
            store.put("steps", rows.steps),
            store.put("due", due),
        )
        known = store.put("spells", _table(spells, NO_SPELL)), store.put("events", _table(events or [], NO_EVENT))
        found = outcome(obligations(*known, tables), date.fromisoformat(as_at))
        return found.order_by("spell_id", "sequence").to_pyarrow().to_pylist()


def spell(start: str, end: str | None = None, *, kind: str = "plan", counted_from: str | None = None) -> Row:
    counted = date.fromisoformat(counted_from or start)
    ended = date.fromisoformat(end) if end else None
    names = {"kind": kind, "subject_id": "1", "child_id": "1", "spell_id": start}
    return names | {"started_on": date.fromisoformat(start), "counted_from": counted, "ended_on": ended}


def event(day: str, *, kind: str = "visit") -> Row:
    return {"kind": kind, "subject_id": "1", "child_id": "1", "event_id": day, "happened_on": date.fromisoformat(day)}


def told(rows: list[Row]) -> list[tuple[str, str | None, str]]:
    return [(str(row["due_on"]), row["met_on"] and str(row["met_on"]), row["outcome"]) for row in rows]


def test_once_is_owed_no_second_time() -> None:
    clock = once("x", "X", starts="plan", within=days(7), met_by="visit", **LAW)
    found = duties(clock, [spell("2026-01-05")], [event("2026-01-12"), event("2026-01-20")])
    assert told(found) == [("2026-01-12", "2026-01-12", "met")]


def test_repeating_is_counted_from_the_last_time_it_was_done_and_not_from_the_day_it_was_due() -> None:
    clock = repeating("x", "X", starts="plan", every=days(7), met_by="visit", **LAW)
    found = duties(clock, [spell("2026-01-05")], [event("2026-01-07")], as_at="2026-01-14")
    assert told(found) == [("2026-01-12", "2026-01-07", "met"), ("2026-01-14", None, "open")]


def test_phased_goes_on_with_its_last_length() -> None:
    clock = phased("x", "X", starts="plan", lengths=(days(7), months(3)), met_by="visit", **LAW)
    events = [event("2026-01-05"), event("2026-01-30"), event("2026-02-02")]
    found = duties(clock, [spell("2026-01-05")], events)
    assert [row["within"] for row in found] == ["7 days", "3 months", "3 months", "3 months"]


def test_by_age_is_due_on_the_birthday_or_at_once_where_that_is_past() -> None:
    clock = by_age("x", "X", starts="plan", age=16, met_by="visit", **LAW)
    early = spell("2023-09-01", counted_from="2008-02-29")
    late = spell("2025-09-01", counted_from="2008-02-29")
    assert [str(row["due_on"]) for row in duties(clock, [early, late])] == ["2024-02-29", "2025-09-01"]


def test_counting_back_is_owed_from_the_day_it_is_known_and_due_before_the_day_to_come() -> None:
    clock = counting_back("x", "X", starts="plan", before=days(2), met_by="visit", **LAW)
    found = duties(clock, [spell("2026-01-05", counted_from="2026-01-20")], as_at="2026-01-05")
    assert told(found) == [("2026-01-18", None, "open")]


def test_counting_back_from_a_day_too_near_is_due_at_once() -> None:
    clock = counting_back("x", "X", starts="plan", before=days(2), met_by="visit", **LAW)
    found = duties(clock, [spell("2026-01-05", counted_from="2026-01-06")])
    assert told(found) == [("2026-01-05", None, "overdue")]


def test_version_of_the_law_is_the_one_in_force_when_the_duty_began() -> None:
    change = date(2026, 2, 1)
    old, new = Rule((days(7),), True, in_force_to=change), Rule((days(3),), True, in_force_from=change)
    clock = by_precedence("x", "X", starts="plan", met_by=("visit",), rules=(old, new), **LAW)
    found = duties(clock, [spell("2026-01-30")], [event("2026-02-05")])
    assert [(str(row["due_on"]), row["version"]) for row in found] == [
        ("2026-02-06", "X-01 1990-01-01"),
        ("2026-02-08", "X-01 2026-02-01"),
    ]


def test_day_that_cannot_be_counted_leaves_the_due_date_empty_and_loses_no_duty() -> None:
    clock = once("x", "X", starts="plan", within=days(7), met_by="visit", **LAW)
    assert [row["due_on"] for row in duties(clock, [spell("2055-01-05")])] == [None]


def test_counting_back_refuses_a_length_that_is_not_before() -> None:
    with pytest.raises(ValueError, match="how long before"):
        counting_back("x", "X", starts="plan", before=days(0), met_by="visit", **LAW)


def test_standard_of_a_council_that_is_no_whole_number_is_refused() -> None:
    from onechild.errors import CannotProceed

    row = {"setting": "child_protection_visit_days", "value": 2.5, "started_on": date(2026, 1, 1), "ended_on": None}
    with pytest.raises(CannotProceed, match="give a whole number"):
        read_standards([{**row, "team_id": None, "role": None}])


def test_standard_of_one_team_is_not_the_councils() -> None:
    row = {"setting": "child_protection_visit_days", "value": 7.0, "started_on": date(2026, 1, 1), "ended_on": None}
    assert read_standards([{**row, "team_id": "t", "role": None}]) == ()


def _table(rows: list[Row], like: pa.Table) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=like.schema)


EVERY_COUNT = sorted({step.within for one in CLOCKS for step in law.steps(one, standards=())}, key=str)


@pytest.mark.parametrize("length", [one for one in EVERY_COUNT if one.unit in ("day", "week", "working_day")], ids=str)
def test_due_days_counted_all_at_once_are_those_counted_one_by_one(length: Length) -> None:
    found = law.due_table([length], first=date(1980, 1, 1), last=date(2070, 1, 1))
    one_by_one = [pair for year in range(1990, 2061) for pair in law._counted(length, year, None)]
    assert list(zip(found["counted_from"].to_pylist(), found["falls_on"].to_pylist(), strict=True)) == one_by_one
