"""What holds of all measures, and what the engine refuses."""

from __future__ import annotations

from datetime import date

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.measures.catalogue import MEASURES, measure_called
from onechild.knowledge.measures.engine import calculate, who
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.rows.register import ROWS
from onechild.knowledge.measures.topics.caseload import CASES_HELD, WORKERS_OVER_TARGET
from onechild.knowledge.measures.topics.front_door import RE_REFERRALS_IN_12_MONTHS
from onechild.knowledge.measures.topics.visits import PROTECTION_VISITS
from tests.spec.measures.examples import store_of, tables_of

REFERRED = "referrals\nchild_id | started_on\nc1 | 2026-01-01"
DAY = date(2026, 3, 31)
CASES = """
allocations
child_id | worker_id | team_id | started_on | ended_on
c1 | ana | North | 2026-01-01 |
c2 | ana | North | 2026-02-15 |
c3 | ben | South | 2026-01-01 | 2026-02-28
"""


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.key)
def test_every_measure_says_what_it_is_why_it_matters_and_on_whose_word(measure: Measure) -> None:
    assert all((measure.title, measure.says, measure.why_it_matters, measure.sources, measure.value_unit))
    assert measure.rows in ROWS
    assert not measure.clock or clock(measure.clock).key == measure.clock


def test_an_unknown_measure_is_refused_with_the_near_ones() -> None:
    with pytest.raises(CannotProceed, match="children-on-plans"):
        measure_called("children-on-plan")


def test_an_as_at_measure_asked_over_a_period_is_refused() -> None:
    with store_of(CASES) as store, pytest.raises(CannotProceed, match="give --as-at"):
        calculate(store, CASES_HELD, periods=[(DAY, DAY)])


def test_a_period_measure_asked_as_at_a_day_is_refused() -> None:
    with store_of(REFERRED) as store, pytest.raises(CannotProceed, match="give --from and --to"):
        calculate(store, RE_REFERRALS_IN_12_MONTHS, as_ats=[DAY])


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with store_of(CASES) as store, pytest.raises(CannotProceed, match="before it begins"):
        calculate(store, RE_REFERRALS_IN_12_MONTHS, periods=[(DAY, date(2026, 3, 30))])


def test_a_breakdown_that_a_measure_does_not_have_is_refused() -> None:
    with store_of(REFERRED) as store, pytest.raises(CannotProceed, match="or previous_closure, not by placement"):
        calculate(store, RE_REFERRALS_IN_12_MONTHS, periods=[(DAY, DAY)], by="placement")


def test_visits_are_not_counted_as_none_where_the_extract_holds_none() -> None:
    tables = tables_of("child_protection_plans\nchild_id | started_on\nc1 | 2026-01-01")
    del tables["visits"]
    with open_memory(tables) as store, pytest.raises(CannotProceed, match="the extract holds no visits"):
        calculate(store, PROTECTION_VISITS, as_ats=[DAY])


def test_many_days_are_counted_in_one_question_in_their_order() -> None:
    days = [date(2026, 1, 31), date(2026, 2, 28), DAY, date(2025, 12, 31)]
    with store_of(CASES) as store:
        assert [(one.to_on, one.value) for one in calculate(store, CASES_HELD, as_ats=days)] == list(
            zip(days, [2, 2, 2, 0], strict=True)
        )


def test_an_open_team_without_cases_has_nought_and_nothing_is_divided_by_it() -> None:
    with store_of(CASES) as store:
        found = calculate(store, WORKERS_OVER_TARGET, as_ats=[DAY], by="team")
    assert [(one.of("team"), one.numerator, one.denominator, one.value) for one in found] == [
        ("North", 0, 1, 0),
        ("South", 0, 0, None),
    ]


def test_cases_can_be_broken_down_by_worker() -> None:
    with store_of(CASES) as store:
        found = calculate(store, CASES_HELD, as_ats=[DAY], by="worker")
    assert [(one.group, one.value) for one in found] == [((("worker", "ana"),), 2)]


def test_who_names_the_children_of_the_denominator_with_their_worker() -> None:
    with store_of(CASES) as store:
        found = who(store, WORKERS_OVER_TARGET, as_ats=[DAY], target=1)
    assert [(row.child_id, row.worker_id, row.counted, row.adds) for row in found] == [
        ("c1", "ana", True, 1),
        ("c2", "ana", True, 1),
    ]
