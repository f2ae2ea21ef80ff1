"""What stands beside a figure, checked by hand against the published tables, and how it is said."""

from __future__ import annotations

import pytest

from onechild.knowledge.benchmarks.beside import Mean, beside, mean_of
from onechild.knowledge.benchmarks.model import Series, Value
from onechild.knowledge.benchmarks.reading import area, measure, published
from onechild.knowledge.benchmarks.words import (
    better_words,
    cell_words,
    counted_words,
    mean_words,
    number_words,
    short_year,
    value_words,
    when_words,
    year_words,
)


def test_england_region_neighbours_and_own_past_stand_beside_a_council() -> None:
    found = beside("ReReferral", area="821", year=2025)
    assert found is not None
    assert (found.england.value, found.own) == (22.6, Value(18.9))
    assert found.region is not None
    assert (found.region.name, found.region_value) == ("East of England", Value(19.4))
    # Slough 20.7, Peterborough 19.8, Coventry 18.5, Hounslow 12.1, Hillingdon 20.9, Leicester 16.8, Ealing 19.5,
    # Sandwell 22.7, Southampton 20.2, Barking and Dagenham 21.8: 193.0 over ten.
    assert found.neighbours_mean == Mean(pytest.approx(19.3), 10, 10)  # type: ignore[arg-type]
    assert found.own_past[-1] == (2024, Value(20.8))
    assert found.own_past[0][0] == 2016


def test_a_council_that_publishes_nothing_has_england_and_the_named_councils_alone() -> None:
    found = beside("ReReferral", area=None, year=2021, others=("871",))
    assert found is not None
    assert (found.area, found.own, found.region, found.own_past) == (None, None, None, ())
    assert found.neighbours_mean == Mean(None, 0, 0)
    assert [one.name for one, _value in found.others] == ["Slough"]


def test_a_year_without_figures_has_nothing_beside_it() -> None:
    assert beside("ReReferral", year=1999) is None


def test_with_no_year_it_is_the_latest_that_england_has() -> None:
    found = beside("caseload_fte", table="workforce")
    assert found is not None
    assert (found.year, found.england.value) == (2025, 15.2)


def test_a_mean_leaves_out_councils_without_a_figure_and_says_how_many_it_counts() -> None:
    series = Series(measure("ReReferral"), {("1", 2025): Value(10.0), ("2", 2025): Value(None, "not shown")})
    mean = mean_of(series, ["1", "2", "3"], 2025)
    assert mean == Mean(10.0, 1, 3)
    assert counted_words(mean) == "mean of 1 of 3"


def test_a_mean_of_nobody_is_said() -> None:
    assert mean_words(measure("ReReferral"), Mean(None, 0, 10)) == "no neighbour has a figure"


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("ReReferral", 18.9, "18.9%"),
        ("LACnum", 83750, "83,750"),
        ("LACFinance", 1140, "£1,140"),
        ("LAC_KS4_AVG_Prog8", -1.2, "−1.20"),
        ("LAC_KS4_AVG_Prog8", -0.001, "0.00"),
        ("Work_Force_NoSW", 166.9, "166.9 FTE"),
    ],
)
def test_a_number_is_said_in_its_unit(code: str, value: float, said: str) -> None:
    assert number_words(measure(code), value) == said


def test_a_gap_is_said_in_words_and_is_never_nought() -> None:
    found = measure("ReReferral")
    assert value_words(found, Value(None, "not shown")) == "not shown (too small to show, or not collected)"
    assert cell_words(found, Value(None, "not shown")) == "not shown"
    assert value_words(found, Value(None, "hidden")) == "hidden, so that nobody can be recognised"
    assert value_words(found, Value(0.0, "almost nought")) == "above nought, but too little to show"
    assert value_words(found, Value(0.0)) == "0.0%"


def test_a_council_that_was_not_there_yet_is_said_so() -> None:
    series = published("LACnum")
    words = cell_words(series.measure, series.at("943", 2019), area=area("943"), year=2019)
    assert words == "no such council then"


@pytest.mark.parametrize(
    ("code", "year", "said", "short", "within"),
    [
        ("ReReferral", 2025, "year to 31 March 2025", "2025", "in the year to 31 March 2025"),
        ("LACnum", 2025, "31 March 2025", "2025", "on 31 March 2025"),
        ("LAC_Over_Abs", 2024, "school year 2023/24", "2023/24", "in the school year 2023/24"),
        ("Work_Force_AvgNumCase_SW", 2025, "30 September 2025", "2025", "on 30 September 2025"),
        ("Work_Force_TO_Rate", 2025, "year to 30 September 2025", "2025", "in the year to 30 September 2025"),
        ("SEN_CASES_JAN", 2025, "January 2025", "2025", "in January 2025"),
        ("LACFinance", 2025, "year to 31 March 2025", "2025", "in the year to 31 March 2025"),
    ],
)
def test_the_year_of_a_figure_is_said_by_its_kind(code: str, year: int, said: str, short: str, within: str) -> None:
    found = measure(code)
    assert (year_words(found, year), short_year(found, year), when_words(found, year)) == (said, short, within)


def test_which_way_is_better_is_said_as_dfes_reading() -> None:
    assert better_words(measure("ReReferral")) == "DfE reads a lower figure as better."
    assert better_words(measure("LACnum")) == "Neither high nor low is good in itself."
