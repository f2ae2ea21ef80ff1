"""The workbook that is written: laid out as published, read back as it was, and every cell traced to a row."""

from __future__ import annotations

import csv
import stat
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml
from python_calamine import CalamineWorkbook

from onechild.errors import CannotProceed
from onechild.knowledge.codesets import codeset
from onechild.knowledge.formats import annex_a
from onechild.knowledge.formats.annex_a.writing import Annex, ExtractTables, put_together, write_cells, write_workbook
from onechild.knowledge.formats.annex_a.writing.lists import LISTS
from onechild.knowledge.formats.annex_a.writing.model import Holds
from onechild.knowledge.formats.annex_a.writing.tracing import traced
from onechild.knowledge.formats.model import Asked, Reading
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract

AS_AT = date(2021, 5, 31)


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Extract:
    """A twentieth of Hatterton."""
    return write_hatterton(tmp_path_factory.mktemp("hatterton") / "h", until=date(2021, 8, 31), scale=0.05)


@pytest.fixture(scope="module")
def annex(extract: Extract) -> Annex:
    """Its Annex A at the end of May 2021, three months before it was known."""
    return put_together(ExtractTables(extract), as_at=AS_AT, council_name="Hatterton")


@pytest.fixture(scope="module")
def written(annex: Annex, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook."""
    path = tmp_path_factory.mktemp("annex") / "annex-a.xlsx"
    write_workbook(annex, path)
    return path


@pytest.fixture(scope="module")
def back(written: Path) -> Reading:
    """The workbook as OneChild reads it."""
    found = annex_a.recognise(written, written.read_bytes()[:4096])
    assert found
    return annex_a.read([found], asked=Asked(council="999", known_at=AS_AT))


def as_published(shared_data: Path) -> list[dict[str, object]]:
    reference = shared_data.parent / "reference" / "annex_a.yaml"
    if not reference.is_file():
        pytest.skip("the reference is not at hand: ../shared/reference")
    lists: list[dict[str, object]] = yaml.safe_load(reference.read_text(encoding="utf-8"))["lists"]
    return lists


def test_sheets_headings_and_drop_downs_are_those_published(shared_data: Path) -> None:
    published = [
        (one["sheet"], [(column["header"], column.get("codelist", "")) for column in one["columns"]])  # type: ignore[attr-defined]
        for one in as_published(shared_data)
    ]
    ours = [
        (layout.sheet, [(column.heading, column.codes) for column in layout.columns]) for layout, _ in LISTS.values()
    ]
    assert ours == published


def test_what_may_not_be_blank_is_what_the_published_layout_says(shared_data: Path) -> None:
    published = {
        (one["sheet"], column["header"])
        for one in as_published(shared_data)
        for column in one["columns"]  # type: ignore[attr-defined]
        if column.get("may_be_blank") is False
    }
    ours = {(layout.sheet, one.heading) for layout, _ in LISTS.values() for one in layout.columns if one.filled}
    # Of the day of a referral the published layout does not say; no referral is without one.
    assert ours - published == {("List 3", "Date of referral")}
    assert published <= ours


def test_from_2026_the_heading_is_sex() -> None:
    [sex] = [column for column in LISTS[1][0].columns if column.name == "sex"]
    assert (sex.headed(date(2025, 12, 31)), sex.headed(date(2026, 1, 1))) == ("Gender", "Sex")


def test_the_workbook_holds_the_eleven_lists_and_nothing_else(written: Path, annex: Annex) -> None:
    book = CalamineWorkbook.from_path(str(written))
    assert book.sheet_names == [f"List {number}" for number in range(1, 12)]
    rows = [len(book.get_sheet_by_name(name).to_python()) - 1 for name in book.sheet_names]
    assert rows == [len(made) for made in annex.lists.values()]


def test_it_is_for_its_owners_eyes_only(written: Path) -> None:
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_folder_that_is_a_file_is_refused_in_words(annex: Annex, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotProceed, match="can't be written"):
        write_workbook(annex, tmp_path / "file" / "annex-a.xlsx")


def test_it_is_read_back_without_a_word_of_refusal(back: Reading) -> None:
    assert (back.quarantine, back.warnings) == ([], [])
    assert {finding.kind for finding in back.findings} <= {"not_carried", "inferred"}


@pytest.mark.parametrize(
    ("table", "number", "columns"),
    [
        ("contacts", 1, {"happened_on": "on", "source_kind": "source"}),
        ("assessments", 4, {"started_on": "on", "ended_on": "authorised", "child_seen": "seen"}),
        ("child_protection_plans", 7, {"started_on": "on", "ended_on": "ended", "latest_category": "latest"}),
        ("periods_of_care", 8, {"started_on": "on", "ended_on": "ceased", "need": "need", "end_reason": "reason"}),
        ("placements", 8, {"started_on": "placed_on", "placement_kind": "placement", "provider": "provider"}),
        ("leaving_care_eligibility", 9, {"eligibility": "eligibility"}),
        ("permanence_cases", 10, {"decided_on": "decided", "matched_on": "matched", "reversed_reason": "reason"}),
        ("adopters", 11, {"enquired_on": "enquired", "approved_on": "approved", "left_reason": "reason"}),
    ],
)
def test_what_is_read_back_is_what_was_written(
    back: Reading, annex: Annex, table: str, number: int, columns: dict[str, str]
) -> None:
    who = {"adopter_id": "adopter"} if table == "adopters" else {"child_id": "child"}
    read = pl.from_arrow(back.tables[table].select([*who, *columns]))
    assert isinstance(read, pl.DataFrame)
    wrote = annex.lists[number].rows.select(**{to: pl.col(name) for to, name in (who | columns).items()})
    if table == "placements":
        wrote = wrote.drop_nulls("started_on")
    assert read.unique().sort(pl.all()).equals(wrote.cast(dict(read.schema)).unique().sort(pl.all()))


def test_every_written_code_is_one_of_the_drop_down(written: Path) -> None:
    [layout] = [layout for layout, _ in LISTS.values() if layout.number == 8]
    rows = CalamineWorkbook.from_path(str(written)).get_sheet_by_name("List 8").to_python()[1:]
    place = next(at for at, column in enumerate(layout.columns) if column.name == "status")
    assert {row[place] for row in rows} <= {code.code for code in codeset("annexa_legal_status").codes}


def test_every_cell_with_a_value_is_traced_to_a_row_that_holds_it(annex: Annex, extract: Extract) -> None:
    """Of plain values: what the row says is what the cell says."""
    made = annex.lists[7]
    plans = {row["plan_id"]: row for row in extract.table("child_protection_plans").to_pylist()}
    told = [one for one in traced(made, AS_AT) if one.heading == "Child Protection Plan Start Date"]
    assert [plans[one.row_id]["started_on"] for one in told] == made.rows["on"].to_list()
    assert [one.row for one in told] == list(range(2, len(made) + 2))


def test_no_filled_cell_lacks_its_origin(annex: Annex) -> None:
    lacking = [
        (made.layout.sheet, column.heading)
        for made in annex.lists.values()
        for column in made.layout.columns
        if column.holds is not Holds.NUMBER and column.holds is not Holds.YES_NO
        and _filled_without_origin(made.rows, column.name, [origin.key_column for origin in column.of])
    ]  # fmt: skip
    assert lacking == []


def _filled_without_origin(rows: pl.DataFrame, name: str, keys: list[str]) -> bool:
    return not rows.filter(
        pl.col(name).is_not_null() & pl.all_horizontal(pl.col(key).is_null() for key in keys)
    ).is_empty()


def test_every_origin_is_a_column_of_the_standard_tables() -> None:
    unknown = [
        (layout.sheet, column.heading, origin)
        for layout, _ in LISTS.values()
        for column in layout.columns
        for origin in column.of
        if origin.column not in TABLES[origin.table].names
    ]
    assert unknown == []


def test_cells_name_rows_that_the_extract_has_and_no_name(annex: Annex, extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "cells.csv"
    write_cells(annex, path)
    with path.open(encoding="utf-8", newline="") as lines:
        cells = list(csv.DictReader(lines))
    visits = {one["row id"] for one in cells if one["table"] == "visits"}
    assert visits
    assert visits <= set(extract.table("visits")["visit_id"].to_pylist())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    names = set(extract.table("child_names")["surname"].to_pylist())
    assert not names & {value for one in cells[:5000] for value in one.values()}
