"""The commands over an extract: what they print, what they refuse, and with which exit code."""

from __future__ import annotations

import json
import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from onechild.cli.main import run
from onechild.knowledge.tables.extract import write_extract
from tests.knowledge.reports.small_council import ABOUT, HOLDS
from tests.spec.measures.examples import tables_of


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small council as an extract on disk."""
    folder = tmp_path_factory.mktemp("extracts") / "hatterton"
    write_extract(folder, tables_of(HOLDS), about=ABOUT)
    return str(folder)


def test_measures_lists_all_with_source_and_standing(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _onechild(capsys, "measures", "--json")
    listed = {one["key"]: one for one in json.loads(out)}
    assert code == 0
    assert listed["child-protection-visits-in-time"]["standing"] == "local"
    assert all(one["source"] and one["title"] for one in listed.values())


def test_measure_prints_one_object_with_groups(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, out, _ = _measure(capsys, extract, "cases-held", "--by", "team", "--as-at", "2021-05-31")
    found = json.loads(out)
    assert code == 0
    assert (found["measure"], found["as_at"]) == ("cases-held", "2021-05-31")
    assert [(one["team"], one["numerator"]) for one in found["groups"]] == [
        ("Assessment & Help", 2),
        ("North", 2),
        ("South", 1),
    ]


def test_two_measures_print_a_list(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _measure(capsys, extract, "cases-held", "children-on-plans", "--as-at", "2021-05-31")
    assert [one["measure"] for one in json.loads(out)] == ["cases-held", "children-on-plans"]


def test_a_period_is_named_by_from_and_to(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    period = ("--from", "2021-04-01", "--to", "2021-05-31")
    _, out, _ = _measure(capsys, extract, "child-protection-visits-due-in-time", *period)
    found = json.loads(out)
    assert (found["from"], found["to"], "as_at" in found) == ("2021-04-01", "2021-05-31", False)


def test_who_adds_the_children_of_the_denominator(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _measure(capsys, extract, "child-protection-visits-in-time", "--who", "--as-at", "2021-05-31")
    children = json.loads(out)["children"]
    assert [(child["child_id"], child["counted"]) for child in children] == [("c1", True), ("c4", False)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["cases-hold", "--as-at", "2021-05-31"], "there is no measure called cases-hold; the nearest are cases-held"),
        (["cases-held", "--from", "2021-01-01", "--to", "2021-05-31"], "give --as-at, not --from and --to"),
        (["re-referrals-in-12-months", "--as-at", "2021-05-31"], "give --from and --to, not --as-at"),
        (["cases-held"], "say when to count"),
        (["cases-held", "--as-at", "31/05/2021"], "--as-at '31/05/2021' is not a day such as 2026-03-31"),
        (["cases-held", "--as-at", "2021-05-31", "--by", "postcode"], "not by postcode"),
        (["cases-held", "--as-at", "2021-05-31", "--engine", "oracle"], "there is no engine called oracle"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], extract: str, arguments: list[str], words: str
) -> None:
    code, out, err = _measure(capsys, extract, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_folder_that_is_no_extract_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = _measure(capsys, str(tmp_path), "cases-held", "--as-at", "2021-05-31")
    assert code == 2
    assert "is not an extract" in err


def test_report_prints_json_in_the_contracts_shape(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, out, _ = _report(capsys, extract, "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert list(found)[:5] == ["as_at", "against", "target", "teams", "sentences"]


def test_report_takes_a_target(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _report(capsys, extract, "--format", "json", "--target", "1")
    assert [team["over_target"] for team in json.loads(out)["teams"]] == [1, 1, 0]


def test_report_is_written_for_its_owner_alone(
    capsys: pytest.CaptureFixture[str], extract: str, tmp_path: Path
) -> None:
    page = tmp_path / "new folder" / "caseload.html"
    code, out, err = _report(capsys, extract, "--format", "html", "--out", str(page))
    assert (code, out) == (0, "")
    assert str(page) in err
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, _, err = _report(capsys, extract, "--format", "papyrus")
    assert code == 2
    assert "the formats are text, json, html" in err


def test_an_ending_that_is_no_format_is_refused_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], extract: str, tmp_path: Path
) -> None:
    out = tmp_path / "pack.odt"
    code, _, err = _onechild(
        capsys, "report", "caseload", "--extract", extract, "--as-at", "2021-05-31", "--out", str(out)
    )
    assert code == 2
    assert "there is no format called odt" in err
    assert not out.exists()


def test_a_report_as_pdf_is_not_printed_on_the_terminal(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, _, err = _report(capsys, extract, "--format", "pdf")
    assert code == 2
    assert "name the file to write with --out" in err


def test_the_ending_of_the_file_gives_the_format(
    capsys: pytest.CaptureFixture[str], extract: str, tmp_path: Path
) -> None:
    book = tmp_path / "caseload.xlsx"
    code, _, _ = _report(capsys, extract, "--out", str(book))
    assert code == 0
    assert book.read_bytes().startswith(b"PK")


def test_the_scrutiny_report_is_set_beside_a_year_before_and_holds_no_id(
    capsys: pytest.CaptureFixture[str], extract: str
) -> None:
    code, out, _ = _onechild(capsys, "report", "scrutiny", "--extract", extract, "--as-at", "2021-05-31")
    assert code == 0
    assert "Figures at 31 May 2021, set beside 31 May 2020" in out
    assert not re.search(r"\bc\d+\b|\bana\b|\bben\b", out)


def test_a_target_of_nought_is_refused(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, _, err = _report(capsys, extract, "--target", "0")
    assert code == 2
    assert "is not a number of cases above nought" in err


def _measure(capsys: Any, extract: str, *arguments: str) -> tuple[int, str, str]:
    return _onechild(capsys, "measure", "--extract", extract, "--json", *arguments)


def _report(capsys: Any, extract: str, *arguments: str) -> tuple[int, str, str]:
    days = ("--as-at", "2021-05-31", "--against", "2020-05-31")
    return _onechild(capsys, "report", "caseload", "--extract", extract, *days, *arguments)


def _onechild(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    """The command line as a person runs it: exit code, what it printed, and what it said on stderr."""
    before, sys.argv = sys.argv, ["onechild", *arguments]
    try:
        with pytest.raises(SystemExit) as ended:
            run()
    finally:
        sys.argv = before
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err
