"""The sentences of the explorer: what a council's figure was, beside whom, and what can't be said."""

from __future__ import annotations

from onechild.knowledge.benchmarks.model import ENGLAND, Series, Value
from onechild.knowledge.benchmarks.reading import area, measure, neighbours, published
from onechild.service.desk.explorer.finding import finding, standing, year_shown

LUTON = area("821")
NEAR = tuple(one.area for one in neighbours("821"))


def _said(code: str, year: int, **values: Value) -> str:
    """The finding of a series with these values alone: own, england, near (the first neighbour), before."""
    places = {"own": ("821", year), "england": (ENGLAND, year), "near": ("871", year), "before": ("821", year - 1)}
    series = Series(measure(code), {places[name]: value for name, value in values.items()})
    return finding(standing(series, LUTON, NEAR, year))


def test_a_figure_below_both_is_said_with_both_and_with_the_year_before() -> None:
    assert finding(standing(published("ReReferral"), LUTON, NEAR, 2025)) == (
        "Luton: 18.9% in the year to 31 March 2025, lower than England (22.6%) and the mean of 10 similar councils"
        " (19.3%). The year before it was 20.8%."
    )


def test_a_figure_between_the_two_is_said_so() -> None:
    said = _said("ReReferral", 2025, own=Value(20.0), england=Value(22.0), near=Value(18.0))
    assert "lower than England (22.0%) and higher than the mean of 1 similar councils (18.0%)" in said


def test_a_figure_that_reads_the_same_is_called_the_same() -> None:
    said = _said("ReReferral", 2025, own=Value(20.01), england=Value(20.04), before=Value(19.96))
    assert "the same as England (20.0%)" in said
    assert said.endswith("The year before it was the same.")


def test_a_number_that_grows_with_a_council_is_not_set_against_englands() -> None:
    said = _said("LACnum", 2025, own=Value(359.0), england=Value(81770.0), near=Value(160.0), before=Value(375.0))
    assert said == "Luton: 359 on 31 March 2025. The year before it was 375."


def test_a_gap_is_said_and_england_stands_alone() -> None:
    said = _said("ReReferral", 2025, own=Value(None, "hidden"), england=Value(22.6))
    assert said == "Luton, year to 31 March 2025: hidden, so that nobody can be recognised. England: 22.6%."


def test_the_year_shown_is_the_latest_with_the_councils_own_figure() -> None:
    series = Series(measure("ReReferral"), {("821", 2023): Value(1.0), ("821", 2024): Value(None, "hidden")})
    assert year_shown(series, LUTON, (2022, 2023, 2024)) == 2023
    assert year_shown(series, area("302"), (2022, 2023, 2024)) == 2024
