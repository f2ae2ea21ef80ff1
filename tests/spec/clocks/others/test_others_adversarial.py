"""Contradictory households, workers, complaints and requests: every engine says what the plain-Python oracle says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.engines import duckdb, postgres, spark
from onechild.knowledge.engines.store import Store
from onechild.knowledge.tables.contract import TABLES
from onechild.service.journeys.information_rights.clock import answer
from tests.knowledge.clocks import oracle
from tests.knowledge.clocks.adversarial import Rows, as_known_on
from tests.knowledge.clocks.drawing import DAYS, FIRST
from tests.knowledge.clocks.duty import Duty
from tests.knowledge.clocks.others import Subject, others
from tests.spec.tables import arrow_tables

ASKED = tuple(replace(clock, needs=(), needs_event=False) for clock in CLOCKS if clock.subject_kind != "child")
DAY = FIRST + timedelta(days=DAYS * 2 // 3)
LAST_DAY = date(2060, 12, 31)
TOLD = ("subject_id", "clock", "spell_id", "sequence", "started_on", "due_on", "met_on", "ended_on", "within")
Row = tuple[Any, ...]


def test_duckdb_gives_the_duties_of_the_oracle() -> None:
    found, told = _read(_tables(), duckdb.open_memory), _by_oracle()
    assert found - told == set()
    assert told - found == set()
    assert len(told) > 2_000


def test_postgres_gives_the_duties_of_the_oracle(postgres_url: str) -> None:
    assert _read(_tables(), lambda tables: postgres.open_memory(tables, url=postgres_url)) == _by_oracle()


@pytest.mark.slow
@pytest.mark.spark
def test_spark_gives_the_duties_of_the_oracle() -> None:
    assert _read(_tables(), spark.open_memory) == _by_oracle()


def test_what_was_built_on_a_day_is_what_is_seen_of_it_today() -> None:
    rows = {name: [_in_order(row) for row in of_table] for name, of_table in _together().items()}
    assert _stood(as_known_on(rows, DAY)) == _stood(rows)


def test_subject_access_is_counted_as_onechild_counts_its_own_requests() -> None:
    pauses = [(date(2026, 2, 2), date(2026, 2, 12)), (date(2026, 2, 20), date(2026, 3, 3))]
    expected = answer(received_on=date(2026, 1, 25), extended=True, pauses=pauses, today=date(2026, 3, 10)).due_on
    waits = [
        {"request_pause_id": f"p{n}", "information_request_id": "r", "pause_kind": "clarification"}
        | {"started_on": begun, "ended_on": ended}
        for n, (begun, ended) in enumerate(pauses)
    ]
    request = {
        "information_request_id": "r",
        "request_kind": "subject_access",
        "happened_on": date(2026, 1, 25),
        "extended_on": date(2026, 2, 16),
    }
    with duckdb.open_memory(arrow_tables({"information_requests": [request], "request_pauses": waits})) as store:
        build(store, clocks=ASKED)
        found = store.table("obligations").to_pyarrow().to_pylist()
    assert max((row["started_on"], row["due_on"]) for row in found) == (date(2026, 3, 3), expected)


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    """A row none of whose steps lies before it began, for nobody knows of those; nor one proof of identity, of which
    nothing on record says that it was asked for."""
    began = row.get("happened_on")
    steps = {name for name, value in row.items() if began and isinstance(value, date) and value < began}
    return {name: None if name in {*steps, "identity_on"} else value for name, value in row.items()}


@cache
def _subjects() -> dict[str, Rows]:
    return others(seed=20261121, each=80)


def _together() -> Rows:
    return {name: [row for rows in _subjects().values() for row in rows[name]] for name in TABLES}


def _tables() -> dict[str, Any]:
    return arrow_tables(_together())


def _read(tables: dict[str, Any], open_memory: Any) -> set[Row]:
    with open_memory(tables) as store:
        build(store, clocks=ASKED)
        return {(day, *row) for day in (DAY, LAST_DAY) for row in _outcomes(store, day)}


def _outcomes(store: Store, day: date) -> list[Row]:
    rows = outcome(store.table("obligations"), day).to_pyarrow().to_pylist()
    return [(*(row[name] for name in TOLD), row["outcome"]) for row in rows]


@cache
def _by_oracle() -> set[Row]:
    return {row for name, rows in _subjects().items() for row in _told(name, rows)}


def _told(name: str, rows: Rows) -> list[Row]:
    subject = Subject({**rows, "settings": []})
    kind = name.partition("-")[0]
    return [
        (day, name, clock.key, duty.spell_id, duty.sequence, *_dates(duty), duty.within, stood)
        for clock in ASKED
        if clock.subject_kind == kind
        for duty in oracle.duties(clock, subject)
        for day in (DAY, LAST_DAY)
        if (stood := oracle.outcome(duty, day))
    ]


def _dates(duty: Duty) -> tuple[date | None, ...]:
    return duty.started_on, duty.due_on, duty.met_on, duty.ended_on


def _stood(rows: Rows) -> set[Row]:
    with duckdb.open_memory(arrow_tables(rows)) as store:
        build(store, clocks=ASKED)
        found = outcome(store.table("obligations"), DAY).to_pyarrow().to_pylist()
    return {(row["subject_id"], row["clock"], row["spell_id"], row["sequence"], row["outcome"]) for row in found}
