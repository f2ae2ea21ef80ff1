"""Takes the census's rows out of an extract of the standard tables."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Protocol

import pyarrow as pa

from onechild.knowledge.formats.workforce_census.choosing import Census, choose
from onechild.knowledge.formats.workforce_census.staff import Workforce
from onechild.knowledge.workdays.years import year_bounds

TABLES = ("employments", "posts", "absences", "workers")


class Tables(Protocol):
    """An extract, as far as the census needs it."""

    def table(self, name: str) -> pa.Table:
        """The rows of a table."""


def census_of(tables: Tables, *, year: int) -> Census:
    """This function will choose the census of a year from an extract, which knows no birth dates of workers nor where
    they came from: the check says what is missing.
    """
    day = year_bounds(year, "workforce")[1]
    workforce = Workforce.of({name: tables.table(name).to_pylist() for name in TABLES})
    return choose(workforce, year=year, cases=_cases(tables, day), numbers=_numbers(tables))


def _cases(tables: Tables, day: Any) -> dict[str, int]:
    held: dict[str, set[str]] = defaultdict(set)
    for row in tables.table("allocations").to_pylist():
        over = row["ended_on"]
        if row["role"] == "lead" and row["worker_id"] and row["started_on"] <= day and (over is None or over > day):
            held[row["worker_id"]].add(row["child_id"])
    return {worker_id: len(children) for worker_id, children in held.items()}


def _numbers(tables: Tables) -> dict[str, str]:
    rows = tables.table("worker_names").to_pylist()
    return {row["worker_id"]: row["registration_number"] for row in rows if row["registration_number"]}
