"""Building the obligations of an extract: what can't be counted or asked is a finding, and nothing is lost silently."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import CLOCKS, clock
from onechild.knowledge.clocks.parts import build_in_parts
from onechild.knowledge.engines.duckdb import open_memory
from tests.knowledge.clocks.adversarial import council, together
from tests.spec.tables import arrow_tables, standard_tables

Row = dict[str, Any]


def built(holds: str, *keys: str, lacking: tuple[str, ...] = ()) -> dict[str, list[Row]]:
    """The tables that building puts in the store, of the clocks that are named."""
    tables = arrow_tables(standard_tables(holds))
    with open_memory({name: rows for name, rows in tables.items() if name not in lacking}) as store:
        build(store, clocks=[clock(key) for key in keys])
        names = ("journey_spells", "journey_events", "obligations", "clock_findings")
        return {name: store.table(name).to_pyarrow().to_pylist() for name in names}


def test_day_that_leaves_the_calendar_is_a_finding_and_no_obligation() -> None:
    found = built(
        """
        child_protection_plans
        plan_id | child | started_on
        p       | 1     | 2060-11-05
        q       | 2     | 2026-01-05
        """,
        "review-child-protection-conference",
    )
    assert [row["spell_id"] for row in found["obligations"]] == ["q"]
    assert [(row["finding_kind"], row["child_id"], row["row_id"]) for row in found["clock_findings"]] == [
        ("outside_calendar", "1", "p")
    ]


def test_day_before_the_calendar_is_a_finding_too() -> None:
    found = built("child_protection_plans\nchild | started_on\n1 | 1899-11-05\n", "child-protection-visit")
    assert found["obligations"] == []
    assert [row["finding_kind"] for row in found["clock_findings"]] == ["outside_calendar"]


def test_review_is_counted_from_a_plan_made_before_all_else_in_the_extract() -> None:
    found = built(
        """
        children
        child | born_on
        1     | 2008-03-10
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2026-03-10 | Relevant
        pathway_steps
        child | happened_on | step
        1     | 2026-02-01  | plan
        """,
        "pathway-plan-review",
    )
    assert [row["due_on"] for row in found["obligations"]] == [date(2026, 8, 1)]
    assert found["clock_findings"] == []


def test_young_person_whose_birth_is_not_known_is_a_finding() -> None:
    found = built(
        """
        children
        child | born_on
        1     |
        2     | 2008-03-10
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2026-03-10 | Relevant
        2     | 2026-03-10 | Relevant
        allocations
        child | started_on | role             | worker
        2     | 2026-03-10 | personal_adviser | w
        """,
        "personal-adviser",
    )
    assert [row["child_id"] for row in found["obligations"]] == ["2"]
    assert [row["child_id"] for row in found["clock_findings"]] == ["1"]


def test_clock_without_the_tables_it_needs_is_not_asked_and_says_so() -> None:
    plan = "child_protection_plans\nchild | started_on\n1 | 2026-01-05\n"
    found = built(plan, "child-protection-visit", lacking=("visits",))
    assert found["obligations"] == []
    assert [(row["finding_kind"], row["words"]) for row in found["clock_findings"]] == [
        (
            "not_carried",
            "child-protection-visit is not asked: the extract needs rows of child_protection_plans and visits",
        )
    ]


def test_clock_that_nothing_in_the_extract_could_meet_is_not_asked_where_it_needs_an_event() -> None:
    found = built(
        """
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2026-03-10 | Relevant
        allocations
        child | started_on | role | worker
        1     | 2026-03-10 | lead | w
        """,
        "personal-adviser",
    )
    assert found["obligations"] == []
    assert [row["words"] for row in found["clock_findings"]] == [
        "personal-adviser is not asked: the extract holds nothing that could meet it"
    ]


def test_extract_without_a_row_owes_nothing() -> None:
    found = built("", *(one.key for one in CLOCKS))
    assert (found["journey_spells"], found["journey_events"], found["obligations"]) == ([], [], [])


def test_store_without_a_table_is_asked_nothing() -> None:
    with open_memory({}) as store:
        build(store)
        assert store.table("obligations").count().to_pyarrow().as_py() == 0
        assert store.table("clock_findings").count().to_pyarrow().as_py() == len(CLOCKS)


def test_journey_answers_why_a_duty_is_due() -> None:
    found = built(
        "child_protection_plans\nchild | started_on | visit_every_days\n1 | 2026-01-05 | 10\n", "child-protection-visit"
    )
    assert {row["kind"] for row in found["journey_spells"]} == {
        "child_protection_plan",
        "child_protection_plan_every_10_days",
    }


@pytest.mark.slow
def test_extract_built_in_parts_has_the_duties_and_findings_of_one_built_whole() -> None:
    tables = {**arrow_tables(together(council(seed=7, children=40))), "serious_incidents": None}
    tables = {name: rows for name, rows in tables.items() if rows is not None and rows.num_rows}
    whole, parts = _all_of(tables, build), _all_of(tables, lambda store: build_in_parts(store, at_once=15))
    assert parts == whole
    assert len(whole[0]) > 500
    assert whole[1]


def _all_of(tables: dict[str, Any], work: Any) -> tuple[set[Any], set[Any]]:
    with open_memory(tables) as store:
        work(store)
        owed = store.table("obligations").to_pyarrow().to_pylist()
        found = store.table("clock_findings").to_pyarrow().to_pylist()
    told = {row["words"] for row in found if "no moment" not in row["words"]}
    return {tuple(row.values()) for row in owed}, told
