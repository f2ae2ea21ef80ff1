"""What only the measures ask for: prices, population, schools' results, matches, audits, and who became permanent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl
import pyarrow as pa
import pytest

from onechild.knowledge.invented.inventing import invent

Tables = Mapping[str, pl.DataFrame]
UNTIL = date(2026, 11, 21)


@pytest.fixture(scope="module")
def decade() -> dict[str, pl.DataFrame]:
    """A tenth of the council over all its years, as frames."""
    return {name: _frame(rows) for name, rows in invent(until=UNTIL, scale=0.1).items()}


def _frame(rows: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)
    return frame


def in_force(tables: Tables, setting: str, day: date) -> list[float]:
    """What a setting was on a day."""
    of, ended = pl.col("setting") == setting, pl.col("ended_on")
    then = (pl.col("started_on") <= day) & (ended.is_null() | (ended > day))
    return tables["settings"].filter(of & then)["value"].to_list()


def test_the_population_of_a_tenth_is_a_tenth_and_one_number_holds_a_day(decade: Tables) -> None:
    assert in_force(decade, "population_0_17", date(2021, 3, 31)) == [5897]
    assert in_force(decade, "population_10_17", date(2021, 3, 31)) == [2559]


def test_what_a_year_cost_is_not_known_before_its_accounts_are_closed(decade: Tables) -> None:
    assert len(in_force(decade, "outturn_looked_after", date(2026, 3, 31))) == 1
    assert in_force(decade, "outturn_looked_after", UNTIL) == []


def test_a_week_in_a_childrens_home_costs_more_than_one_in_a_foster_home(decade: Tables) -> None:
    [home] = in_force(decade, "weekly_cost_residential", UNTIL)
    [foster] = in_force(decade, "weekly_cost_fostering", UNTIL)
    assert home > 5 * foster


def test_a_school_year_is_told_after_it_ended_of_children_of_school_age(decade: Tables) -> None:
    results = decade["school_results"].join(decade["children"].select("child_id", "born_on"), on="child_id")
    ages = (results["happened_on"] - results["born_on"]).dt.total_days() / 365.25
    assert 5 <= ages.min() < ages.max() < 17.1  # type: ignore[operator]
    assert results.filter(pl.col("recorded_on") <= pl.col("happened_on")).is_empty()
    assert results.filter(~pl.col("matched") & pl.col("sessions_possible").is_not_null()).is_empty()


def test_attainment_is_of_those_who_finish_school(decade: Tables) -> None:
    results = decade["school_results"].filter(pl.col("attainment_8").is_not_null())
    results = results.join(decade["children"].select("child_id", "born_on"), on="child_id")
    ages = (results["happened_on"] - results["born_on"]).dt.total_days() / 365.25
    assert 15.99 < ages.min() < ages.max() < 17  # type: ignore[operator]


def test_a_match_is_about_a_placement_of_that_child_that_was_open(decade: Tables) -> None:
    placed = decade["placements"].select("placement_id", pl.col("child_id").alias("whose"), "ended_on")
    matches = decade["matching_decisions"].join(placed, on="placement_id", how="left")
    assert matches.filter(pl.col("whose") != pl.col("child_id")).is_empty()
    assert matches["whose"].null_count() == 0
    assert matches.filter(pl.col("ended_on") <= pl.col("happened_on")).is_empty()


def test_only_settings_that_must_be_registered_can_lack_it(decade: Tables) -> None:
    lacking = decade["placements"].filter(pl.col("registration").is_in(["not_registered", "being_registered"]))
    assert set(lacking["placement_kind"]) <= {"K2", "K3"}
    assert set(decade["placements"].filter(pl.col("placement_kind") == "U6")["registration"]) == {"not_needed"}


def test_an_audit_that_found_less_than_good_asks_for_something(decade: Tables) -> None:
    poor = decade["audits"].filter(pl.col("moderated_grade") == "inadequate")["audit_id"]
    asked = decade["directions"].filter(pl.col("given_in") == "audit")["given_in_id"]
    assert set(poor) <= set(asked)


def test_early_help_that_stepped_up_ends_on_the_day_of_a_referral(decade: Tables) -> None:
    ended = decade["early_help_episodes"].filter(pl.col("end_reason") == "Stepped up to social care")
    referrals = decade["referrals"].select("child_id", pl.col("started_on").alias("ended_on"))
    assert ended.height > 0
    assert ended.join(referrals, on=["child_id", "ended_on"], how="anti").is_empty()


def test_who_became_permanent_goes_on_in_the_post_from_the_same_day(decade: Tables) -> None:
    ended = decade["employments"].filter(pl.col("end_reason") == "became_permanent")
    begun = decade["employments"].filter(pl.col("employment_kind") == "permanent")
    same = begun.select("worker_id", "post_id", pl.col("started_on").alias("ended_on"))
    assert ended.join(same, on=["worker_id", "post_id", "ended_on"], how="anti").is_empty()
