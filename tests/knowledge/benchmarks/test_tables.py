"""The committed tables of published figures: whole, in plain words, and what the published files say."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from onechild.knowledge.benchmarks.model import ENGLAND, NotPublished
from onechild.knowledge.benchmarks.reading import (
    TABLES,
    area,
    areas,
    councils,
    grades,
    measure,
    measures,
    measures_by_key,
    neighbours,
    population,
    published,
    sources,
    topics,
)
from onechild.knowledge.benchmarks.words import SHORT, WHY, YEARS

MOST_BYTES = 1_200_000


def test_every_council_of_today_is_there_with_its_region_and_ten_neighbours() -> None:
    assert len(councils()) == 153
    assert {area(one.region).kind for one in councils()} == {"region"}
    assert {len(neighbours(one.code)) for one in councils()} == {10}
    assert {len(grades(one.code)) > 0 for one in councils()} == {True}


def test_every_measure_has_a_title_of_its_own_a_definition_a_topic_a_unit_a_year_and_a_source() -> None:
    some = measures().values()
    assert len(some) == 239 + 22 + 1
    assert len({one.title for one in some}) == len(measures_by_key()) == len(some)
    assert [one.code for one in some if not one.counts.endswith(".")] == []
    assert {one.topic for one in some} == set(topics())
    assert {one.year_type for one in some} <= set(YEARS)
    assert {one.source for one in some} <= set(sources())


def test_every_value_is_there_or_says_why_it_is_not() -> None:
    figures = pl.read_parquet(TABLES / "figures.parquet").with_columns(pl.col("shown").cast(pl.String))
    gaps = figures.filter(pl.col("value").is_null())
    assert set(gaps["shown"].unique()) <= set(WHY)
    assert set(WHY) == set(SHORT)
    assert figures.filter(pl.col("value").is_not_null())["shown"].unique().sort().to_list() == [
        "",
        "almost nought",
        "joint",
    ]


def test_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < MOST_BYTES


def test_every_source_has_its_edition_and_the_open_government_licence() -> None:
    assert {one.licence for one in sources().values()} == {"Open Government Licence v3.0"}
    assert [one.key for one in sources().values() if not (one.edition and one.publisher)] == []


@pytest.mark.parametrize(
    ("code", "place", "year", "value"),
    [
        ("ReReferral", "821", 2025, 18.9),
        ("ReReferral", ENGLAND, 2025, 22.6),
        ("CPP_Total_NumRef", "821", 2025, 3137),
        ("LACnum", "821", 2025, 359),
        ("Work_Force_AvgNumCase_SW", "821", 2020, 22.6),
        ("Work_Force_AvgNumCase_SW", "821", 2021, 18.7),
        ("Work_Force_AvgNumCase_SW", ENGLAND, 2025, 15.2),
    ],
)
def test_figures_read_by_hand_in_the_published_tables_are_these(code: str, place: str, year: int, value: float) -> None:
    assert published(code).at(place, year).value == value


def test_population_is_that_of_the_middle_of_the_year() -> None:
    assert population(ENGLAND, 2024).value == 12_183_016
    assert population("821", 2024).value == 62_280


def test_a_rate_that_rounds_to_nought_is_not_called_nought() -> None:
    value = published("Work_Force_Agecy_Rate").at("394", 2024)
    assert (value.value, value.shown) == (0.0, "almost nought")


def test_the_workforce_census_says_why_lait_has_a_dash() -> None:
    assert published("Work_Force_AvgNumCase_SW").at("330", 2024).shown == "unreliable"
    assert published("Work_Force_SWAbsence").at("802", 2017).shown == "hidden"
    assert published("Work_Force_TO_Rate").at("420", 2024).shown == "not applicable"
    assert published("Work_Force_NoSW").at("213", 2025).shown == "not available"


def test_two_councils_published_as_one_are_marked_so() -> None:
    assert published("caseload_fte", "workforce").at("314", 2025).shown == "joint"
    assert published("Work_Force_AvgNumCase_SW").at("318", 2025).shown == "joint"


def test_a_council_has_no_rows_before_it_was_made() -> None:
    assert published("LACnum").at("943", 2019).shown == "no row"
    assert areas()["909"].became == ("942", "943")


def test_a_year_without_any_figure_is_no_year_of_the_measure() -> None:
    assert 0 not in published("CINPermExclusion").years


def test_care_leavers_were_not_judged_apart_before_2023_and_have_been_since() -> None:
    found = [one for council in councils() for one in grades(council.code)]
    assert {one.on.year for one in found if not one.care_leavers} <= set(range(2018, 2023))
    assert {one.on.year for one in found if one.care_leavers} == {2023, 2024, 2025, 2026}


def test_a_council_has_its_judgements_the_latest_first_each_with_the_edition_it_was_read_in() -> None:
    found = grades("821")
    assert [(one.on.year, one.overall, one.edition) for one in found] == [
        (2026, "good", "June 2026"),
        (2022, "requires improvement", "August 2023"),
    ]
    assert sum(len(grades(one.code)) > 1 for one in councils()) > 100


def test_every_grade_is_one_of_ofsteds_four_or_was_not_given() -> None:
    four = {"outstanding", "good", "requires improvement", "inadequate", ""}
    found = [one for council in councils() for one in grades(council.code)]
    given = {(one.overall, one.leaders, one.protection, one.in_care, one.care_leavers) for one in found}
    assert {grade for some in given for grade in some} <= four


def test_what_is_not_published_is_refused_by_name() -> None:
    with pytest.raises(NotPublished, match="Nothing"):
        measure("Nothing")
    with pytest.raises(NotPublished, match="999"):
        area("999")


def test_every_figure_of_lait_is_carried_as_published(shared_data: Path) -> None:
    """Each value of DfE's file is ours too, and each dash of a council that stood is a gap that says why."""
    theirs = pl.read_parquet(shared_data / "published" / "dfe_lait_figures.parquet")
    theirs = theirs.filter(pl.col("value") != "-").select(
        code="measure",
        area=pl.col("la_number").cast(pl.String),
        value=pl.col("value").cast(pl.Float64).round(6),
        label="year",
    )
    ours = pl.read_parquet(TABLES / "figures.parquet").filter(pl.col("table").cast(pl.String) == "lait")
    ours = ours.filter(pl.col("value").is_not_null()).select(pl.col("code", "area").cast(pl.String), "value")
    assert ours.sort("code", "area", "value").equals(theirs.drop("label").sort("code", "area", "value"))


def test_no_sentence_of_the_published_descriptions_is_carried_over(shared_data: Path) -> None:
    with (shared_data / "published" / "dfe_lait_measures.csv").open(encoding="utf-8", newline="") as lines:
        theirs = " ".join(f"{row['description']} {row['methodology']}" for row in csv.DictReader(lines))
    said = {sentence for one in measures().values() for sentence in _sentences(one.counts)}
    assert [sentence for sentence in said if sentence in " ".join(theirs.split())] == []


def _sentences(text: str) -> Iterator[str]:
    yield from (part.strip() for part in text.split(".") if len(part.strip()) > 25)
