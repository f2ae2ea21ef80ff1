"""`onechild write`: files for their owner's eyes, counts set against the measures, refusals in words."""

from __future__ import annotations

import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from onechild.cli.main import run
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.tables.extract import About, read_extract, write_extract

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twentieth of Hatterton, known at the end of May 2021."""
    folder = tmp_path_factory.mktemp("extracts") / "hatterton"
    write_hatterton(folder, until=date(2021, 5, 31), scale=0.05)
    return folder


def write(capsys: Captured, extract: Path, out: Path, day: str = "2021-05-31") -> tuple[object, str, str]:
    """Run the command; exit code, what it printed and what it said aside."""
    sys.argv = ["onechild", "write", "annex-a", "--extract", str(extract), "--as-at", day, "--out", str(out)]
    with pytest.raises(SystemExit) as ended:
        run()
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def test_it_writes_the_workbook_the_checks_and_the_cells_for_its_owner(
    capsys: Captured, extract: Path, tmp_path: Path
) -> None:
    code, out, _ = write(capsys, extract, tmp_path / "annex-a.xlsx")
    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert code == 0
    assert made == {"annex-a.xlsx": 0o600, "annex-a-checks.xlsx": 0o600, "annex-a-cells.csv": 0o600}
    assert "List 11  Adopters" in out


def test_its_counts_are_those_of_the_measures(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    _, out, _ = write(capsys, extract, tmp_path / "annex-a.xlsx")
    agreeing = [line for line in out.splitlines() if "as many as the measure" in line]
    assert [line.split(",")[0] for line in agreeing] == ["List 1", "List 3", "List 4", "List 7", "List 8"]
    rows = CalamineWorkbook.from_path(str(tmp_path / "annex-a-checks.xlsx")).get_sheet_by_name("Against the measures")
    assert len(rows.to_python()) == 7


def test_overdue_duties_are_among_the_queries(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    write(capsys, extract, tmp_path / "annex-a.xlsx")
    queries = CalamineWorkbook.from_path(str(tmp_path / "annex-a-checks.xlsx")).get_sheet_by_name("Queries")
    assert "Overdue" in {row[0] for row in queries.to_python()}


def test_a_day_after_the_extract_was_known_is_refused(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    code, _, err = write(capsys, extract, tmp_path / "annex-a.xlsx", "2021-06-01")
    assert code == 2
    assert "nobody can say from it how 2021-06-01 ended" in err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_workbook_is_refused(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    code, _, err = write(capsys, extract, tmp_path / "annex-a.csv")
    assert code == 2
    assert "let it end in .xlsx" in err


def test_of_a_real_council_it_says_what_the_files_hold(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    held = read_extract(extract)
    real = tmp_path / "real"
    about = About(council="999", council_name="Hatterton", known_at=date(2021, 5, 31), invented=False)
    write_extract(real, {"children": held.table("children")}, about=about)
    code, _, err = write(capsys, real, tmp_path / "annex-a.xlsx")
    assert code == 0
    assert "These are children's records" in err
    assert "Encrypt it before it leaves this machine" in err


def census(capsys: Captured, extract: Path, out: Path, year: str) -> tuple[object, str, str]:
    """The same of the census."""
    sys.argv = ["onechild", "write", "cin-census", "--extract", str(extract), "--year", year, "--out", str(out)]
    with pytest.raises(SystemExit) as ended:
        run()
    told = capsys.readouterr()
    return ended.value.code, told.out, told.err


def test_a_census_of_a_year_says_how_much_it_holds_and_what_to_check(
    capsys: Captured, extract: Path, tmp_path: Path
) -> None:
    code, out, err = census(capsys, extract, tmp_path / "census.xml", "2021")
    assert code == 0
    assert "episodes of need" in out
    assert "Check it with the DfE's own validation" in err


def test_a_census_of_a_year_that_had_not_begun_is_refused(capsys: Captured, extract: Path, tmp_path: Path) -> None:
    code, _, err = census(capsys, extract, tmp_path / "census.xml", "2023")
    assert code == 2
    assert "the year begins on 2022-04-01" in err
    assert list(tmp_path.iterdir()) == []
