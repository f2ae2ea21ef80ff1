"""How long every measure takes: ten years, month by month, by team; and three of them beside SQL written by hand."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

YEARS_OF_MONTHS = (date(2016, 4, 1), date(2026, 3, 31))
AS_AT, YEAR = date(2026, 3, 31), (date(2025, 4, 1), date(2026, 3, 31))
ROUNDS = 5

# What a good analyst would write for DuckDB over the same tables: 120 months, by team.
BY_HAND = {path.stem: path.read_text() for path in sorted((Path(__file__).parent / "by_hand").glob("*.sql"))}


def run(extract_folder: Path, *, rounds: int = ROUNDS) -> dict[str, Any]:
    """This function will return seconds: the clocks, then all measures by team at 120 months; and ratios to SQL."""
    return {**ten_years(extract_folder), "beside_sql": beside_sql(extract_folder, rounds=rounds)}


def ten_years(extract_folder: Path) -> dict[str, Any]:
    """This function will count the whole catalogue once: 120 month ends (as at) and 120 months (periods), by team."""
    from onechild.knowledge.engines.duckdb import open_store
    from onechild.knowledge.measures.catalogue import MEASURES
    from onechild.knowledge.measures.engine import together
    from onechild.knowledge.measures.model import Basis
    from onechild.knowledge.measures.preparing import prepare
    from onechild.knowledge.measures.question import Question, moments_of
    from onechild.knowledge.tables.extract import read_extract
    from onechild.knowledge.workdays.years import month_ends

    ends = month_ends(*YEARS_OF_MONTHS)
    asked = {
        Basis.AS_AT: moments_of(as_ats=ends),
        Basis.PERIOD: moments_of(periods=[(end.replace(day=1), end) for end in ends]),
    }
    with open_store(read_extract(extract_folder, trusting=True)) as store:
        clocks, _nothing = _timed(lambda: prepare(store, MEASURES.values()))
        took, figures, slowest = 0.0, 0, {}
        for basis, moments in asked.items():
            question = Question(store, moments)
            alike: dict[str, list[Any]] = {}
            for one in MEASURES.values():
                if one.basis is basis and "team" in one.breakdowns and question.can_count(one):
                    alike.setdefault(one.rows, []).append(one)
            for rows, measures in alike.items():
                seconds, found = _timed(lambda: together(question, measures, by="team"))  # noqa: B023  called at once
                took, figures = took + seconds, figures + sum(map(len, found.values()))
                slowest[rows] = slowest.get(rows, 0) + seconds
    worst = sorted(slowest.items(), key=lambda item: -item[1])[:12]
    return {
        "measures": len(MEASURES),
        "clocks": round(clocks, 1),
        "catalogue": round(took, 1),
        "in_all": round(clocks + took, 1),
        "figures": figures,
        "peak_gb": _peak(),
        "slowest_rows": {name: round(seconds, 2) for name, seconds in worst},
    }


def one_date(extract_folder: Path) -> dict[str, Any]:
    """This function will count the whole catalogue once as at one date (periods: the year to it), in all."""
    from onechild.knowledge.engines.duckdb import open_store
    from onechild.knowledge.measures.answers import Asked
    from onechild.knowledge.measures.catalogue import MEASURES
    from onechild.knowledge.measures.moments import usual
    from onechild.knowledge.measures.preparing import prepare
    from onechild.knowledge.tables.extract import read_extract

    with open_store(read_extract(extract_folder, trusting=True)) as store:
        clocks, _nothing = _timed(lambda: prepare(store, MEASURES.values()))
        answers = Asked(store, MEASURES.values(), built=True)
        took, _found = _timed(lambda: [answers.figures(one, usual(one, AS_AT)) for one in MEASURES.values()])
    return {"clocks": round(clocks, 1), "catalogue": round(took, 1), "peak_gb": _peak()}


def beside_sql(extract_folder: Path, *, rounds: int = ROUNDS) -> dict[str, float]:
    """This function will return how many times as long as SQL by hand three measures take, in one run of each, medians.

    Both are asked of the same open DuckDB over the same tables, by team at 120 months, and must count the same; the
    measure draws its rows and writes its query anew each time.
    """
    from onechild.knowledge.engines.duckdb import open_store
    from onechild.knowledge.measures.catalogue import MEASURES
    from onechild.knowledge.measures.engine import together
    from onechild.knowledge.measures.model import Basis
    from onechild.knowledge.measures.question import Question, moments_of
    from onechild.knowledge.tables.extract import read_extract
    from onechild.knowledge.workdays.years import month_ends

    measures = [MEASURES[key] for key in BY_HAND]
    ends = month_ends(*YEARS_OF_MONTHS)
    asked = {
        Basis.AS_AT: moments_of(as_ats=ends),
        Basis.PERIOD: moments_of(periods=[(end.replace(day=1), end) for end in ends]),
    }
    times: dict[str, list[float]] = {"all three": []}
    with open_store(read_extract(extract_folder, trusting=True)) as store:
        for number in range(rounds + 1):
            by_hand_in_all = ours_in_all = 0.0
            for one in measures:
                hand, said = _timed(lambda: _by_hand(store, BY_HAND[one.key]))  # noqa: B023  called at once
                question = Question(store, asked[one.basis])
                ours, counted = _timed(lambda: together(question, [one], by="team"))  # noqa: B023
                if said != sum(figure.numerator for figure in counted[one.key]):
                    raise AssertionError(f"{one.key}: SQL by hand counts {said}")
                by_hand_in_all, ours_in_all = by_hand_in_all + hand, ours_in_all + ours
                if number:
                    times.setdefault(one.key, []).append(ours / hand)
            if number:
                times["all three"].append(ours_in_all / by_hand_in_all)
    return {name: round(statistics.median(found), 2) for name, found in times.items()}


def _by_hand(store: Any, sql: str) -> int:
    for name in ("child_protection_plans", "allocations", "employments", "team_memberships", "referrals"):
        store.table(name)
    return sum(int(row[-1]) for row in store.backend.raw_sql(sql).fetchall())


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024, 2)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=("ten_years", "one_date", "beside_sql", "run"))
    asked.add_argument("extract", type=Path)
    given = asked.parse_args()
    print(json.dumps(globals()[given.what](given.extract), indent=1))
