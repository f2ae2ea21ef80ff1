"""From files to an outcome, and the command that makes an extract of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from onechild.cli import read as command
from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Asked
from onechild.knowledge.formats.reading import Outcome, read_paths
from onechild.knowledge.tables.extract import read_extract

Make = Callable[..., Any]


def run(*arguments: object) -> Result:
    app = typer.Typer()
    command.register(app)
    app.command()(lambda: None)  # so that `read` is a command among others, as in the real one
    return CliRunner().invoke(app, ["read", *map(str, arguments)])


def refusal(*paths: Path, asked: Asked | None = None) -> str:
    with pytest.raises(CannotProceed) as refused:
        read_paths(paths, asked or Asked())
    assert "\n" not in str(refused.value)
    return str(refused.value)


def outcome(*paths: Path, **asked: Any) -> Outcome:
    return read_paths(paths, Asked(**asked))


@pytest.fixture
def good(write: Make, make_census: Make, make_child: Make) -> Path:
    path: Path = write(make_census(make_child()))
    return path


@pytest.fixture
def flawed(write: Make, make_census: Make, make_child: Make) -> Path:
    path: Path = write(make_census(make_child().replace("2015-05-01", "2015-02-30")), "flawed.xml")
    return path


def test_the_council_is_that_of_the_file(good: Path) -> None:
    assert outcome(good).about.council == "999"


def test_without_a_council_anywhere_it_asks_for_one(write: Make, make_census: Make, make_child: Make) -> None:
    assert "--council" in refusal(write(make_census(make_child(), header="")))


def test_the_council_given_is_taken_and_a_file_that_differs_is_a_warning(good: Path) -> None:
    found = outcome(good, council="998")
    assert found.about.council == "998"
    assert "the files say the council 999; --council says 998" in found.warnings


def test_the_sources_are_kept_with_their_fingerprints(good: Path) -> None:
    (source,) = outcome(good).about.sources
    assert (source.name, source.format, len(source.sha256)) == ("census.xml", "cin_census", 64)


def test_the_day_known_at_is_read_or_given(good: Path) -> None:
    assert outcome(good).about.known_at == date(2026, 7, 1)
    assert outcome(good, known_at=date(2026, 6, 1)).about.known_at == date(2026, 6, 1)


def test_nothing_to_read_is_refused(tmp_path: Path, write: Make) -> None:
    assert "no file was found" in refusal(tmp_path)
    assert "it is empty" in refusal(write(b"", "empty.xml"))


def test_what_was_refused_stands_in_quarantine(flawed: Path) -> None:
    (row,) = outcome(flawed).tables["quarantine"].to_pylist()
    assert row["quarantine_id"] == "flawed.xml/Child[1]/PersonBirthDate"
    assert row["value"] == "2015-02-30"


def test_last_years_and_this_years_census_make_one_row(write: Make, make_census: Make, make_child: Make) -> None:
    last = write(make_census(make_child(), year=2025), "last.xml")
    this = write(make_census(make_child(), year=2026), "this.xml")
    found = outcome(last, this)
    assert found.tables["referrals"].column("source_row").to_pylist() == ["this.xml Child[1]/CINdetails[1]"]
    assert found.year == 2026
    assert [count.rows for count in found.files] == [3, 3]


def test_the_command_writes_an_extract_that_keeps_the_contract(good: Path, tmp_path: Path) -> None:
    result = run(good, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert read_extract(tmp_path / "out").rows["referrals"] == 1
    assert "3 whole + 0 in part + 0 refused = 3 rows" in result.output


def test_the_command_ends_with_1_where_something_was_refused(flawed: Path, tmp_path: Path) -> None:
    result = run(flawed, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "2 whole + 1 in part + 0 refused = 3 rows; 1 value refused" in result.output


def test_the_command_ends_with_1_where_a_file_is_none_of_ours(good: Path, write: Make, tmp_path: Path) -> None:
    result = run(good, write(b"hello", "letter.txt"), "--out", tmp_path / "out", "--json")
    assert result.exit_code == 1
    assert json.loads(result.output)["unrecognised"][0]["why"] == "of no format that OneChild reads"


def test_the_json_is_the_contract_of_the_command(flawed: Path, tmp_path: Path) -> None:
    summary = json.loads(run(flawed, "--out", tmp_path / "out", "--json").output)
    assert summary["files"] == [
        {
            "file": "flawed.xml",
            "format": "cin_census",
            "rows": 3,
            "whole": 2,
            "part": 1,
            "refused": 0,
            "values_refused": 1,
        }
    ]
    assert summary["tables"]["children"] == 1
    assert (summary["council"], summary["year"], summary["known_at"]) == ("999", 2026, "2026-07-01")


def test_a_refusal_leaves_no_half_written_extract(
    write: Make, make_census: Make, make_child: Make, tmp_path: Path
) -> None:
    broken = write(make_census(make_child())[:-30])
    result = run(broken, "--out", tmp_path / "out")
    assert isinstance(result.exception, CannotProceed)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "option", [("--council", "no such!"), ("--year", "26"), ("--known-at", "tomorrow")], ids=lambda option: option[0]
)
def test_a_senseless_option_is_refused_in_one_line(good: Path, tmp_path: Path, option: tuple[str, str]) -> None:
    result = run(good, "--out", tmp_path / "out", *option)
    assert isinstance(result.exception, CannotProceed)
    assert option[0] in str(result.exception)


def test_reading_in_a_process_with_other_work_leaves_pandas_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["pytest"])
    before = list(sys.meta_path)
    command._start_lean()
    assert sys.meta_path == before


def test_all_samples_are_read_with_every_row_accounted_for(shared_data: Path) -> None:
    found = outcome(shared_data / "samples")
    assert {count.format for count in found.files} == {"annex_a", "cin_census", "ssda903"}
    assert all(count.whole + count.part + count.refused == count.rows for count in found.files)
    assert found.tables["pre_proceedings"].num_rows == 1
    assert found.unrecognised == []


def test_the_903_sample_gives_its_children_its_episodes_and_one_orphan(shared_data: Path) -> None:
    found = outcome(shared_data / "samples" / "ssda903", council="201")
    assert found.tables["children"].num_rows == 2_675
    assert found.tables["care_episodes"].num_rows == 5_050
    assert len([finding for finding in found.findings if finding.kind == "orphan"]) == 1
    assert any(finding.kind == "overlap" and finding.table == "care_episodes" for finding in found.findings)


def test_an_extract_of_an_earlier_reading_inside_the_folder_is_passed_over(good: Path) -> None:
    assert run(good.parent, "--out", good.parent / "out").exit_code == 0
    again = run(good.parent, "--out", good.parent / "out")
    assert again.exit_code == 0
    assert "an extract that OneChild wrote" in again.output


def test_a_folder_that_cannot_be_made_is_one_plain_line(good: Path) -> None:
    result = run(good, "--out", good / "out")
    assert isinstance(result.exception, CannotProceed)
    assert "can't be written" in str(result.exception)


def test_a_table_of_one_row_is_said_in_the_singular(write: Make, make_census: Make, tmp_path: Path) -> None:
    child = "<Child><ChildIdentifiers><LAchildID>HAT1</LAchildID><Sex>F</Sex></ChildIdentifiers></Child>"
    output = run(write(make_census(child)), "--out", tmp_path / "out").output
    assert "1 whole + 0 in part + 0 refused = 1 row; 0 values refused" in output
    assert "1 row in 1 table:" in output


def test_an_id_spelled_in_two_cases_is_one_finding_however_many_tables_hold_it(tmp_path: Path) -> None:
    folder = tmp_path / "return"
    folder.mkdir()
    (folder / "header.csv").write_text("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nhat1,M,01/02/2010,WBRI,UN3,0,\n")
    (folder / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "HAT1,01/05/2025,S,C2,N1,U1,PR1,,,,,,\n"
    )
    spelled = [one for one in outcome(folder, council="999").findings if "is spelled" in one.words]
    assert [one.words for one in spelled] == [
        "the child's id is spelled HAT1 here and hat1 elsewhere; taken as one child"
    ]
