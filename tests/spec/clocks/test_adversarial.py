"""Contradictory journeys: every engine says what the plain-Python oracle says, and the past never changes."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.engines import duckdb, postgres, spark
from onechild.knowledge.engines.store import Store
from tests.knowledge.clocks import oracle
from tests.knowledge.clocks.adversarial import DAYS, FIRST, as_known_on, council, together
from tests.knowledge.clocks.oracle_journey import Child
from tests.spec.tables import arrow_tables

ASKED = tuple(clock for clock in CLOCKS if clock.key != "pathway-plan-review")
DAY = FIRST + timedelta(days=DAYS * 2 // 3)
Row = tuple[Any, ...]


def test_duckdb_gives_the_duties_of_the_oracle() -> None:
    found, told = _on_duckdb(), _by_oracle()
    assert {child: told[child] for child in told if told[child] != found.get(child, [])} == {
        child: found.get(child, []) for child in told if told[child] != found.get(child, [])
    }
    assert sum(map(len, found.values())) > 5_000


def test_postgres_gives_the_duties_of_duckdb(postgres_url: str) -> None:
    with postgres.open_memory(_tables(), url=postgres_url) as store:
        assert _by_child(store) == _on_duckdb()


@pytest.mark.slow
@pytest.mark.spark
def test_spark_gives_the_duties_of_duckdb() -> None:
    with spark.open_memory(_tables()) as store:
        assert _by_child(store) == _on_duckdb()


def test_what_was_built_on_a_day_is_what_is_seen_of_it_today() -> None:
    rows = together(_children())
    with duckdb.open_memory(arrow_tables(as_known_on(rows, DAY))) as store:
        assert _stood(store, DAY) == _stood_today(DAY)


def test_no_duty_has_the_key_of_another() -> None:
    keys = [(child, *row[:3]) for child, rows in _on_duckdb().items() for row in rows]
    assert len(keys) == len(set(keys))


@cache
def _children() -> dict[str, Any]:
    return council(seed=20261121, children=400)


def _tables() -> dict[str, Any]:
    return arrow_tables(together(_children()))


@cache
def _built() -> Store:
    store = duckdb.open_memory(_tables())
    build(store, clocks=ASKED)
    return store


@cache
def _on_duckdb() -> dict[str, list[Row]]:
    return _read(_built())


def _by_child(store: Store) -> dict[str, list[Row]]:
    build(store, clocks=ASKED)
    return _read(store)


def _read(store: Store) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in outcome(store.table("obligations"), DAY).to_pyarrow().to_pylist():
        told = (row["clock"], row["spell_id"], row["sequence"], row["started_on"], row["due_on"], row["met_on"])
        found.setdefault(row["child_id"], []).append((*told, row["ended_on"], row["within"], row["outcome"]))
    return {child: sorted(rows, key=str) for child, rows in found.items()}


@cache
def _by_oracle() -> dict[str, list[Row]]:
    return {child: sorted(_told(Child(rows)), key=str) for child, rows in _children().items()}


def _told(child: Child) -> list[Row]:
    found: list[Row] = []
    for clock in ASKED:
        for duty in oracle.duties(clock, child):
            told = (clock.key, duty.spell_id, duty.sequence, duty.started_on, duty.due_on, duty.met_on, duty.ended_on)
            stood = oracle.outcome(duty, DAY)
            if stood:
                found.append((*told, duty.within, stood))
    return found


def _stood(store: Store, day: date) -> set[Row]:
    build(store, clocks=ASKED)
    return _outcomes(store, day)


def _stood_today(day: date) -> set[Row]:
    return _outcomes(_built(), day)


def _outcomes(store: Store, day: date) -> set[Row]:
    rows = outcome(store.table("obligations"), day).to_pyarrow().to_pylist()
    return {(row["child_id"], row["clock"], row["spell_id"], row["sequence"], row["outcome"]) for row in rows}
