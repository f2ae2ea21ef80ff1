"""The hard child on every date: what was known at the end of the day says which duty is open, by which rule, when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onechild.knowledge.clocks.building import build
from onechild.knowledge.engines import duckdb, postgres, spark
from onechild.knowledge.engines.store import Store
from tests.knowledge.clocks.adversarial import as_known_on
from tests.spec.clocks.hard_child import DAY_BY_DAY, STORY
from tests.spec.tables import arrow_tables, blocks, pooled, standard_tables

BORN, TODAY = date(2025, 1, 13), date(2026, 11, 21)
DAY = timedelta(days=1)
CLOCKS = tuple(clock for clock, _ in DAY_BY_DAY)
# Clock key to (due, rule) of the one duty open at the end of a day.
Shown = dict[str, tuple[str, str]]


def test_every_day_shows_the_one_duty_of_each_clock_that_the_story_says() -> None:
    assert _on_duckdb() == {day: _told(day) for day in _days()}


def test_postgres_shows_the_same_around_every_turn(postgres_url: str) -> None:
    found = _shown(_turns(), lambda tables: postgres.open_memory(tables, url=postgres_url))
    assert found == {day: _on_duckdb()[day] for day in _turns()}


@pytest.mark.slow
@pytest.mark.spark
def test_spark_shows_the_same_around_every_turn() -> None:
    assert _shown(_turns(), spark.open_memory) == {day: _on_duckdb()[day] for day in _turns()}


def test_the_page_that_tells_the_story_says_what_the_engine_says(project_root: Path) -> None:
    told = _page(project_root / "docs" / "hard-child.md")
    keys = ("looked-after-visit", "child-protection-visit", "looked-after-review")
    assert told == {day: tuple(_on_duckdb()[day].get(key, ("", "")) for key in keys) for day in told}
    assert len(told) > 20


def test_the_page_has_a_line_for_every_change_of_the_rule_that_leads(project_root: Path) -> None:
    told = _page(project_root / "docs" / "hard-child.md")
    rules = {day: _on_duckdb()[day]["looked-after-visit"][1] for day in _days()}
    changed = {day for day in _days() if day == BORN or rules[day] != rules[day - DAY]}
    assert changed - set(told) == set()


def _days() -> list[date]:
    return [BORN + DAY * number for number in range((TODAY - BORN).days + 1)]


@cache
def _turns() -> list[date]:
    """The days on which anything is said to change, and the days before them."""
    said = {date.fromisoformat(row["from"]) for _, table in DAY_BY_DAY for row in _lines(table)}
    return sorted({day for one in said for day in (one - DAY, one)} & set(_days()))


def _told(day: date) -> Shown:
    """What the story says by hand: of each clock the last line that begins by that day."""
    found: Shown = {}
    for clock, table in DAY_BY_DAY:
        last = [row for row in _lines(table) if row["from"] <= day.isoformat()][-1]
        if last["due"]:
            found[clock.key] = (last["due"], last["rule"])
    return found


@cache
def _on_duckdb() -> dict[date, Shown]:
    return _shown(_days(), duckdb.open_memory)


def _shown(days: Iterable[date], open_memory: Callable[[Any], Store]) -> dict[date, Shown]:
    """The child as known at the end of each day, all in one build: a child for each."""
    known = [as_known_on(standard_tables(STORY, prefix=f"{day}:"), day) for day in days]
    with open_memory(arrow_tables(pooled(known))) as store:
        build(store, clocks=CLOCKS)
        rows = store.table("obligations").to_pyarrow().to_pylist()
    found: dict[date, Shown] = {day: {} for day in days}
    for row in rows:
        day = date.fromisoformat(row["child_id"].partition(":")[0])
        if row["met_on"] is None and row["ended_on"] is None:
            assert row["clock"] not in found[day]
            found[day][row["clock"]] = (row["due_on"].isoformat(), row["version"].partition(" ")[0])
    return found


def _lines(table: str) -> list[dict[str, str]]:
    return next(rows for _, rows in blocks(table))


def _page(path: Path) -> dict[date, tuple[tuple[str, str], ...]]:
    """The lines of the page's tables that begin with a date: (due, rule) of visit, protection visit and review."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", cells[0]):
            said = [re.fullmatch(r"(\d{4}-\d\d-\d\d) \((.+)\)", cell) for cell in cells[2:5]]
            found[date.fromisoformat(cells[0])] = tuple((one[1], one[2]) if one else ("", "") for one in said)
    return found
