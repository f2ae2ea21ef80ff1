"""`onechild clocks` and `onechild obligations`: what they print, what they refuse, and with which exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from onechild.cli.main import run
from onechild.knowledge.clocks.engine import COLUMNS
from onechild.knowledge.tables.extract import About, write_extract
from tests.spec.tables import arrow_tables, standard_tables

HOLDS = """
child_protection_plans
child | started_on
1     | 2026-03-06
2     | 2026-03-06
contacts
child | happened_on | already_open
1     | 2026-03-02  | no
visits
child | happened_on | purpose
1     | 2026-04-03  | child_protection
2     | 2026-04-10  | child_protection
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two children on plans, one seen late, and a contact that no source says was decided or not."""
    folder: Path = tmp_path_factory.mktemp("extracts") / "hatterton"
    about = About(council="999", council_name="Hatterton", invented=True)
    write_extract(folder, arrow_tables(standard_tables(HOLDS)), about=about)
    return str(folder)


def test_clocks_lists_all_with_source_and_standing(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _onechild(capsys, "clocks", "--json")
    listed = {one["key"]: one for one in json.loads(out)}
    assert code == 0
    assert listed["looked-after-visit"]["standing"] == "regulation"
    assert all(one["source"] and one["title"] and one["versions"] for one in listed.values())


def test_clocks_says_of_what_nobody_read_that_it_is_to_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _onechild(capsys, "clocks", "--json")
    assert {one["confidence"] for one in json.loads(out) if one["key"] == "contact-decision"} == {
        "local standard, check"
    }


def test_clocks_in_words_names_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _onechild(capsys, "clocks")
    assert "LAC-11: 1 week, then 6 weeks, while care order with parent, since 2011-04-01" in out


def test_obligations_prints_a_list_of_the_columns_and_the_outcome(
    capsys: pytest.CaptureFixture[str], extract: str
) -> None:
    code, out, _ = _asked(capsys, extract, "--clock", "child-protection-visit", "--json")
    rows = json.loads(out)
    assert code == 0
    assert [(row["child_id"], row["due_on"], row["outcome"]) for row in rows] == [
        ("1", "2026-04-03", "met"),
        ("2", "2026-04-03", "overdue"),
        ("1", "2026-05-01", "open"),
    ]
    assert set(rows[0]) == {*COLUMNS, "outcome"}


def test_day_after_the_one_asked_for_is_not_shown(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _asked(capsys, extract, "--clock", "child-protection-visit", "--child", "2", "--json")
    assert [row["met_on"] for row in json.loads(out)] == [None]


def test_obligations_of_one_outcome_and_child(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _asked(capsys, extract, "--outcome", "overdue", "--child", "2", "--json")
    assert [(row["child_id"], row["clock"]) for row in json.loads(out)] == [("2", "child-protection-visit")]


def test_obligations_in_words_is_a_table_with_its_count(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    _, out, _ = _asked(capsys, extract, "--clock", "child-protection-visit", "--outcome", "overdue")
    assert out.splitlines()[0].split() == ["child", "clock", "began", "due", "met", "ended", "within", "outcome"]
    assert "1 duty, as at the end of 2026-04-04." in out


def test_clock_that_the_extract_cannot_answer_is_said_and_not_shown_as_overdue(
    capsys: pytest.CaptureFixture[str], extract: str
) -> None:
    code, out, said = _asked(capsys, extract, "--clock", "contact-decision", "--json")
    assert (code, json.loads(out)) == (0, [])
    assert "contact-decision is not asked: the extract needs rows of contacts and front_door_decisions" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--clock", "visits"), "there is no clock visits"),
        (("--child", "9"), "the extract holds no child 9"),
        (("--outcome", "late"), "there is no outcome late"),
        (("--engine", "sqlite"), "there is no engine called sqlite"),
    ],
)
def test_obligations_refuses_what_it_does_not_know_in_one_line(
    capsys: pytest.CaptureFixture[str], extract: str, arguments: tuple[str, ...], words: str
) -> None:
    code, out, said = _asked(capsys, extract, *arguments)
    assert (code, out) == (2, "")
    assert words in said
    assert said.count("\n") == 1


def test_obligations_refuses_a_day_that_is_none(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, _, said = _onechild(capsys, "obligations", "--extract", extract, "--as-at", "yesterday")
    assert (code, said.count("\n")) == (2, 1)


def _asked(capsys: pytest.CaptureFixture[str], extract: str, *arguments: str) -> tuple[int, str, str]:
    return _onechild(capsys, "obligations", "--extract", extract, "--as-at", "2026-04-04", *arguments)


def _onechild(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["onechild", *arguments])
        with pytest.raises(SystemExit) as ended:
            run()
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err
