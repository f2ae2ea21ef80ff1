"""The checks over an extract: what its source does not tell is not asked, and a day in the past is seen as it was."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.engines import duckdb
from onechild.knowledge.measures.rows import roles
from onechild.knowledge.silence.catalogue import check
from onechild.knowledge.silence.checks import follow_through
from onechild.knowledge.silence.finding import silences
from tests.spec.tables import arrow_tables, standard_tables

DAY = date(2026, 11, 20)
PLAN = """
child_protection_plans
child | plan_id | started_on
1     | p1      | 2026-01-05
"""
CORE_GROUP = """
core_groups
child | happened_on
2     | 2026-10-01
"""


def found(text: str, day: date = DAY) -> list[object]:
    """The plans without a core group."""
    with duckdb.open_memory(arrow_tables(standard_tables(text))) as store:
        return [row["row_id"] for row in silences(store, day=day, checks=[check("no-core-group")])]


def test_a_source_that_tells_of_no_core_group_at_all_is_not_asked() -> None:
    assert found(PLAN) == []


def test_a_source_that_tells_of_one_is_asked_of_every_child() -> None:
    assert found(PLAN + CORE_GROUP) == ["p1"]


def test_on_a_day_before_its_time_was_over_there_was_no_silence() -> None:
    assert found(PLAN + CORE_GROUP, date(2026, 1, 19)) == []
    assert found(PLAN + CORE_GROUP, date(2026, 1, 20)) == ["p1"]


def test_a_column_that_says_nothing_anywhere_is_no_answer() -> None:
    text = """
    child_protection_plans
    child | started_on
    1     | 2026-01-05
    visits
    child | happened_on | purpose          | seen | bedroom_seen
    1     | 2026-02-02  | child_protection | yes  |
    1     | 2026-03-02  | child_protection | yes  |
    """
    with duckdb.open_memory(arrow_tables(standard_tables(text))) as store:
        assert silences(store, day=DAY, checks=[check("bedroom-not-seen")]) == []


def test_managers_are_those_of_the_measures() -> None:
    assert follow_through.MANAGERS == roles.MANAGERS
