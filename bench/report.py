"""How long the caseload report takes over ten years of Hatterton: the engine's own time, and all of it."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")

ROUNDS = 5
AS_AT, AGAINST = date(2021, 5, 31), date(2020, 5, 31)
YEARS_OF_MONTHS = (date(2016, 5, 1), date(2026, 4, 30))


def run(extract_folder: Path, *, rounds: int = ROUNDS) -> dict[str, float]:
    """This function will return medians in seconds, after one round that is not counted.

    `engine`: inside DuckDB, for everything the report asks, its clocks included. `report`: all the counting and
    composing, writing the queries included. `html`: drawing and writing the page. `ten_years`: cases held by team at
    120 month ends, in one question.
    """
    found = [_round(extract_folder) for _number in range(rounds + 1)][1:]
    return {name: round(statistics.median(one[name] for one in found), 3) for name in found[0]}


def _round(extract_folder: Path) -> dict[str, float]:
    from onechild.knowledge.engines.duckdb import open_store
    from onechild.knowledge.measures.engine import calculate
    from onechild.knowledge.measures.topics.caseload import CASES_HELD
    from onechild.knowledge.reports.caseload import caseload_report
    from onechild.knowledge.reports.page.whole import to_html
    from onechild.knowledge.tables.extract import read_extract
    from onechild.knowledge.workdays.years import month_ends

    extract = read_extract(extract_folder, trusting=True)
    with open_store(extract) as store:
        with _inside_the_engine() as engine:
            took, report = _timed(lambda: caseload_report(store, about=extract.about, as_at=AS_AT, against=AGAINST))
        drew, _page = _timed(lambda: to_html(report))
        months = month_ends(*YEARS_OF_MONTHS)
        counted, _figures = _timed(lambda: calculate(store, CASES_HELD, as_ats=months, by="team"))
    return {"engine": engine[0], "report": took, "html": drew, "ten_years": counted}


def _timed(work: Callable[[], Found]) -> tuple[float, Found]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


@contextmanager
def _inside_the_engine() -> Iterator[list[float]]:
    """Adds up the time inside DuckDB's own calls, for as long as the block lasts."""
    import duckdb

    spent, depth = [0.0], [0]
    calls = [(duckdb.DuckDBPyConnection, name) for name in ("execute", "sql", "register")]
    calls += [(duckdb.DuckDBPyRelation, name) for name in ("arrow", "to_arrow_table", "fetch_arrow_table")]
    with ExitStack() as stack:
        for kind, name in calls:
            if hasattr(kind, name):
                plain = getattr(kind, name)
                setattr(kind, name, _counting(plain, spent, depth))
                stack.callback(setattr, kind, name, plain)
        yield spent


def _counting(plain: Callable[..., object], spent: list[float], depth: list[int]) -> Callable[..., object]:
    def counted(*arguments: object, **named: object) -> object:
        depth[0] += 1
        started = time.perf_counter()
        try:
            return plain(*arguments, **named)
        finally:
            depth[0] -= 1
            if not depth[0]:
                spent[0] += time.perf_counter() - started

    return counted


def main() -> None:
    """Print the medians as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--extract", type=Path, required=True, help="an extract that is there already")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    asked = options.parse_args()
    print(json.dumps(run(asked.extract, rounds=asked.rounds)))


if __name__ == "__main__":
    main()
