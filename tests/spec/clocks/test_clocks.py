"""Every specification of a clock, on every engine: the answers are those of the tables, and the same on all."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.engines import duckdb, postgres, spark
from tests.spec.clocks import (
    adoption,
    away,
    care,
    education_plans,
    front_door,
    hard_child,
    health_and_schooling,
    leaving_care,
    permanence,
    placements,
    protection,
    visits_in_care,
    visits_retimed,
)
from tests.spec.clocks.hours import powers, seen
from tests.spec.clocks.others import fostering, information, workforce
from tests.spec.clocks.work import (
    assessments,
    before_court,
    conferences,
    danger,
    in_court,
    need,
    oversight,
    referrals,
)
from tests.spec.harness import Example, answers, expected, tables_of
from tests.spec.tables import arrow_tables

EXAMPLES = (
    *powers.EXAMPLES,
    *seen.EXAMPLES,
    *fostering.EXAMPLES,
    *workforce.EXAMPLES,
    *information.EXAMPLES,
    *adoption.EXAMPLES,
    *leaving_care.EXAMPLES,
    *education_plans.EXAMPLES,
    *front_door.EXAMPLES,
    *protection.EXAMPLES,
    *referrals.EXAMPLES,
    *assessments.EXAMPLES,
    *conferences.EXAMPLES,
    *need.EXAMPLES,
    *danger.EXAMPLES,
    *before_court.EXAMPLES,
    *in_court.EXAMPLES,
    *oversight.EXAMPLES,
    *visits_in_care.EXAMPLES,
    *visits_retimed.EXAMPLES,
    *care.EXAMPLES,
    *placements.EXAMPLES,
    *permanence.EXAMPLES,
    *away.EXAMPLES,
    *health_and_schooling.EXAMPLES,
    *hard_child.EXAMPLES,
)

Answers = dict[str, list[dict[str, Any]]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_clock_gives_the_duties_of_the_table(example: Example) -> None:
    assert _on_duckdb()[example.name] == expected(example)


def test_postgres_gives_the_same_duties(postgres_url: str) -> None:
    assert _pooled(lambda tables: postgres.open_memory(tables, url=postgres_url)) == _on_duckdb()


@pytest.mark.slow
@pytest.mark.spark
def test_spark_gives_the_same_duties() -> None:
    assert _pooled(spark.open_memory) == _on_duckdb()


def test_every_clock_has_a_specification() -> None:
    assert {example.clock.key for example in EXAMPLES} == {clock.key for clock in CLOCKS}


def test_no_two_specifications_have_one_name() -> None:
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)


@cache
def _on_duckdb() -> Answers:
    return _pooled(duckdb.open_memory)


def _pooled(open_memory: Any) -> Answers:
    """One build for all examples that set the same standards of the council."""
    pools: dict[str, list[Example]] = {}
    for example in EXAMPLES:
        pools.setdefault(example.settings, []).append(example)
    found: Answers = {}
    for examples in pools.values():
        with open_memory(arrow_tables(tables_of(examples))) as store:
            found |= answers(store, examples)
    return found
