"""A census written from an extract is read back as the same rows, and holds what the year asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest
from lxml import etree

from onechild.knowledge.formats.cin_census.writing import Chosen, choose, write_census
from onechild.knowledge.formats.model import Asked
from onechild.knowledge.formats.reading import Outcome, read_paths
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.tables.extract import Extract

MADE = datetime(2026, 4, 30, 9, tzinfo=UTC)
YEAR = 2026


@pytest.fixture(scope="module")
def hatterton(tmp_path_factory: pytest.TempPathFactory) -> Extract:
    """A very small council until the end of the year."""
    return write_hatterton(tmp_path_factory.mktemp("census") / "extract", scale=0.01, until=date(2026, 3, 31))


@pytest.fixture(scope="module")
def chosen(hatterton: Extract) -> Chosen:
    """What its census of the year holds."""
    return choose(hatterton, year=YEAR)


@pytest.fixture(scope="module")
def again(chosen: Chosen, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The census, written and read back."""
    place = tmp_path_factory.mktemp("written")
    written = place / "census.xml"
    write_census(chosen, written, council="999", made_at=MADE)
    return written, read_paths([written], Asked())


def _rows(read: Outcome, table: str, *columns: str) -> list[tuple[object, ...]]:
    return sorted(pl.from_arrow(read.tables[table]).select(columns).rows(), key=str)  # type: ignore[union-attr]


def _open(extract: Extract, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Rows of children of the census whose spell holds on a day of the year."""
    frame = pl.from_arrow(extract.table(table))
    assert isinstance(frame, pl.DataFrame)
    held = (pl.col("started_on") <= date(2026, 3, 31)) & (pl.col("ended_on").fill_null(date.max) >= date(2025, 4, 1))
    return sorted(frame.filter(held).select(columns).rows(), key=str)


def test_every_episode_open_in_the_year_comes_back_with_its_source_need_and_end(
    hatterton: Extract, again: tuple[Path, Outcome]
) -> None:
    columns = ("child_id", "started_on", "ended_on", "source_kind", "primary_need", "end_reason")
    assert _rows(again[1], "referrals", *columns) == _open(hatterton, "referrals", *columns)
    assert len(_rows(again[1], "referrals", "child_id")) > 20


def test_plans_come_back_with_their_categories_and_earlier_plans(
    hatterton: Extract, again: tuple[Path, Outcome]
) -> None:
    columns = ("child_id", "started_on", "ended_on", "initial_category", "latest_category", "previous_plans")
    assert _rows(again[1], "child_protection_plans", *columns) == _open(hatterton, "child_protection_plans", *columns)


def test_factors_stand_on_authorised_assessments_alone_and_each_once(chosen: Chosen) -> None:
    authorised = {row["assessment_id"] for of in chosen.inside["Assessments"].values() for row in of if row["ended_on"]}
    assert set(chosen.inside["AssessmentFactors"]) <= authorised
    assert chosen.inside["AssessmentFactors"]


def test_elements_stand_in_the_order_of_the_schema(again: tuple[Path, Outcome]) -> None:
    order = (
        *("CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure"),
        *("DateOfInitialCPC", "Assessments", "CINPlanDates", "Section47", "ReferralNFA", "ChildProtectionPlans"),
    )
    details = etree.parse(str(again[0])).iterfind(".//CINdetails")
    found = [[order.index(str(leaf.tag)) for leaf in one if leaf.tag in order] for one in details]
    assert found == [sorted(one) for one in found]
    assert again[0].stat().st_mode & 0o777 == 0o600


def test_an_end_after_the_year_had_not_come(hatterton: Extract) -> None:
    last_year = choose(hatterton, year=YEAR - 1)
    ends = [row["ended_on"] for of in last_year.inside["CINdetails"].values() for row in of]
    assert None in ends
    assert max(end for end in ends if end) <= date(2025, 3, 31)


class Changed:
    """The extract with one column of one table the same in every row."""

    def __init__(self, extract: Extract, table: str, **columns: object) -> None:
        self.extract, self.name, self.columns = extract, table, columns

    def table(self, name: str) -> pa.Table:
        """The rows of a table, as they are or as they were changed."""
        rows = self.extract.table(name)
        for column, value in self.columns.items() if name == self.name else ():
            field = rows.schema.field(column)
            place = rows.schema.get_field_index(column)
            rows = rows.set_column(place, field, pa.array([value] * rows.num_rows, field.type))
        return rows


def test_what_was_decided_after_the_year_is_not_said_in_it(hatterton: Extract) -> None:
    later = Changed(
        hatterton, "section_47_enquiries", conference_not_required=True, conference_decided_on=date(2026, 4, 2)
    )
    said = [row for of in choose(later, year=YEAR).inside["Section47"].values() for row in of]
    assert said
    assert {row["conference_not_required"] for row in said} == {None}


def test_a_plan_of_another_council_stands_in_that_councils_census(hatterton: Extract) -> None:
    theirs = Changed(hatterton, "child_protection_plans", of_other_council=True)
    assert not choose(theirs, year=YEAR).inside["ChildProtectionPlans"]


def test_what_names_no_episode_of_need_is_counted_and_not_sent(hatterton: Extract) -> None:
    lost = Changed(hatterton, "child_protection_plans", referral_id="none")
    assert any("child_protection_plans" in words for words in choose(lost, year=YEAR).left_out)
