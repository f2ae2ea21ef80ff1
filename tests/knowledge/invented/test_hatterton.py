"""Hatterton at full size: near the published figures, and telling the story of May 2020 and May 2021."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl
import pyarrow as pa
import pytest

from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.invented.calibration import TOLERANCES, Compared, compare
from onechild.knowledge.invented.inventing import invent
from onechild.knowledge.invented.measuring import frames, open_on
from onechild.knowledge.invented.story import AFTER, BEFORE, BOTH_LOWER, caseloads, lower
from onechild.knowledge.reports.caseload import caseload_report
from onechild.knowledge.tables.extract import About
from onechild.knowledge.workdays import month_ends

Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module")
def hatterton() -> dict[str, pa.Table]:
    return invent(until=date(2026, 3, 31))


@pytest.fixture(scope="module")
def compared(hatterton: Tables) -> list[Compared]:
    return list(compare(hatterton))


@pytest.mark.parametrize("series", [one.series for one in TOLERANCES])
def test_a_published_series_is_followed_within_the_stated_tolerance(series: str, compared: list[Compared]) -> None:
    years = [one for one in compared if one.series == series]
    outside = [f"{one.year}: {one.measured:.4g}, published {one.published:g}" for one in years if not one.within]
    assert years, f"nothing was compared for {series}"
    assert not outside


def test_ten_teams_hold_cases_on_both_days_of_the_report(hatterton: Tables) -> None:
    assert len(caseloads(hatterton, BEFORE)) == 10
    assert set(caseloads(hatterton, BEFORE)) == set(caseloads(hatterton, AFTER))


def test_fewer_workers_are_over_target_in_five_teams_of_ten(hatterton: Tables) -> None:
    over, _ = lower(hatterton)
    assert over == BOTH_LOWER


def test_the_average_is_lower_in_seven_teams_of_ten(hatterton: Tables) -> None:
    _, average = lower(hatterton)
    assert len(average) == 7
    assert average > BOTH_LOWER


def test_nearly_every_child_on_a_plan_was_seen_within_four_weeks_in_2021(hatterton: Tables) -> None:
    seen = [
        _seen_within(hatterton, "child_protection_plans", "plan_id", 28, day)
        for day in month_ends(date(2021, 1, 1), date(2021, 12, 31))
    ]
    assert sum(seen) / len(seen) > 99


def test_looked_after_children_seen_within_six_weeks_are_in_the_high_eighties_in_2021(hatterton: Tables) -> None:
    seen = [
        _seen_within(hatterton, "periods_of_care", "care_id", 42, day)
        for day in month_ends(date(2021, 1, 1), date(2021, 12, 31))
    ]
    assert 84 <= sum(seen) / len(seen) <= 92


def test_the_report_says_the_sentences_of_may_2021(hatterton: Tables) -> None:
    about = About(council="999", council_name="Hatterton", invented=True)
    with open_memory(hatterton) as store:
        found = caseload_report(store, about=about, as_at=AFTER, against=BEFORE, publish=True)
    words = " ".join(found.sentences)
    assert "staff with cases over target is lower than at May 2020 in five of the ten teams" in words
    assert "average caseload per worker is lower than at May 2020 in seven of the ten teams" in words
    shares = [one.now.part / one.now.whole for one in found.visits.figures]
    assert shares[0] > 0.99
    assert 0.84 <= shares[-1] <= 0.92


def _seen_within(tables: Tables, name: str, key: str, days: int, day: date) -> float:
    """The share, in percent, of children open for so long who were seen in so many days up to a day."""
    f = frames(tables)
    since = day - timedelta(days=days)
    here = open_on(f[name], day).filter(pl.col("started_on") <= since).select(key)
    seen = f["visits"].filter(pl.col("seen") & pl.col("happened_on").is_between(since, day)).select(key).unique()
    return 100 * here.join(seen, on=key, how="semi").height / here.height
