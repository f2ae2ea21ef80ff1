"""Contradictory journeys: every engine says what the plain-Python oracle says, and the past never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.engines import duckdb, postgres, spark
from onechild.knowledge.engines.store import Store
from tests.knowledge.clocks import oracle
from tests.knowledge.clocks.adversarial import DAYS, FIRST, Rows, as_known_on, council, together, without_foresight
from tests.knowledge.clocks.oracle_journey import Child
from tests.spec.tables import arrow_tables

# Each is asked of whoever there is: that an extract may hold too little to ask is a specification of its own.
ASKED = tuple(replace(clock, needs=(), needs_event=False) for clock in CLOCKS if clock.subject_kind == "child")
# The slow test draws so many journeys, of so many children in one build.
JOURNEYS, AT_ONCE = 1_000, 500
DAY = FIRST + timedelta(days=DAYS * 2 // 3)
LAST_DAY = date(2060, 12, 31)
DATES = ("started_on", "due_on", "met_on", "ended_on")
MOMENTS = ("due_at", "met_at")
TOLD = ("child_id", "clock", "spell_id", "sequence", *DATES, *MOMENTS, "within")
Row = tuple[Any, ...]


def test_duckdb_gives_the_duties_of_the_oracle() -> None:
    found, told = _on_duckdb(), _by_oracle()
    assert found - told == set()
    assert told - found == set()
    assert len(told) > 4_000


def test_postgres_gives_the_duties_of_duckdb(postgres_url: str) -> None:
    with postgres.open_memory(_tables(), url=postgres_url) as store:
        build(store, clocks=ASKED)
        assert _read(store) == _on_duckdb()


@pytest.mark.slow
@pytest.mark.spark
def test_spark_gives_the_duties_of_duckdb() -> None:
    with spark.open_memory(_tables()) as store:
        build(store, clocks=ASKED)
        assert _read(store) == _on_duckdb()


@pytest.mark.slow
@settings(max_examples=JOURNEYS // AT_ONCE)
@given(seed=st.integers(0, 2**32))
def test_duckdb_gives_the_duties_of_the_oracle_on_a_thousand_journeys(seed: int) -> None:
    drawn = council(seed=seed, children=AT_ONCE)
    with duckdb.open_memory(arrow_tables(together(drawn))) as store:
        build(store, clocks=ASKED)
        found = _read(store)
    told = {row for child, rows in drawn.items() for row in _told(child, Child(rows))}
    assert found - told == set()
    assert told - found == set()


def test_what_was_built_on_a_day_is_what_is_seen_of_it_today() -> None:
    rows = without_foresight(together(_children()))
    assert _stood(as_known_on(rows, DAY)) == _stood(rows)


def test_no_duty_has_the_key_of_another() -> None:
    keys = [row[1:5] for row in _on_duckdb() if row[0] == LAST_DAY]
    assert len(keys) == len(set(keys))


@cache
def _children() -> dict[str, Any]:
    return council(seed=20261121, children=300)


def _tables() -> dict[str, Any]:
    return arrow_tables(together(_children()))


@cache
def _built() -> Store:
    store = duckdb.open_memory(_tables())
    build(store, clocks=ASKED)
    return store


@cache
def _on_duckdb() -> set[Row]:
    return _read(_built())


def _read(store: Store) -> set[Row]:
    """Every duty, as it stood on a day in the midst of things and as it stands in the end."""
    return {
        (day, *(_in_utc(row[name]) for name in TOLD), row["outcome"])
        for day in (DAY, LAST_DAY)
        for row in outcome(store.table("obligations"), day).to_pyarrow().to_pylist()
    }


@cache
def _by_oracle() -> set[Row]:
    return {row for child, rows in _children().items() for row in _told(child, Child(rows))}


def _told(name: str, child: Child) -> list[Row]:
    return [
        (day, name, clock.key, duty.spell_id, duty.sequence, *_dates(duty), duty.within, stood)
        for clock in ASKED
        for duty in oracle.duties(clock, child)
        for day in (DAY, LAST_DAY)
        if (stood := oracle.outcome(duty, day))
    ]


def _in_utc(value: Any) -> Any:
    """Spark hands over moments without their zone."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value


def _dates(duty: oracle.Duty) -> tuple[date | None, ...]:
    return duty.started_on, duty.due_on, duty.met_on, duty.ended_on, duty.due_at, duty.met_at


def _stood(rows: Rows) -> set[Row]:
    with duckdb.open_memory(arrow_tables(rows)) as store:
        build(store, clocks=ASKED)
        found = outcome(store.table("obligations"), DAY).to_pyarrow().to_pylist()
    return {(row["child_id"], row["clock"], row["spell_id"], row["sequence"], row["outcome"]) for row in found}
