"""`onechild plan` prints a proposal with its proof, before and after, and names no child unless asked to."""

from __future__ import annotations

import json
import sys

import pytest

from onechild.cli.main import run
from onechild.knowledge.tables.extract import write_extract
from tests.knowledge.planning.test_reading import HOLDS
from tests.knowledge.reports.small_council import ABOUT
from tests.spec.measures.examples import tables_of


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small council as an extract on disk."""
    folder = tmp_path_factory.mktemp("extracts") / "hatterton"
    write_extract(folder, tables_of(HOLDS), about=ABOUT)
    return str(folder)


def _plan(capsys: pytest.CaptureFixture[str], extract: str, *more: str) -> tuple[object, str, str]:
    sys.argv = ["onechild", "plan", "--extract", extract, "--as-at", "2021-05-31", *more]
    with pytest.raises(SystemExit) as ended:
        run()
    printed = capsys.readouterr()
    return ended.value.code, printed.out, printed.err


def test_a_team_is_planned_with_its_proof_and_no_child_is_named(
    capsys: pytest.CaptureFixture[str], extract: str
) -> None:
    code, out, _err = _plan(capsys, extract, "--team", "t1")
    assert code == 0
    assert "North, as at the end of 2021-05-31" in out
    assert "Every child who waits is given a worker." in out
    assert "waiting to ben" in out
    assert "c3" not in out


def test_a_leavers_children_go_and_are_named_where_asked(capsys: pytest.CaptureFixture[str], extract: str) -> None:
    code, out, _err = _plan(capsys, extract, "--team", "t1", "--leaver", "ben", "--on", "2021-06-30", "--who", "--json")
    found = json.loads(out)
    assert code == 0
    assert {tuple(line["children"]): line["after"] for line in found["lines"]} == {("c3",): "new", ("c4",): "new"}
    assert found["short"]["whole"] == 0


def test_a_worker_who_is_not_there_and_a_target_of_nought_are_refused(
    capsys: pytest.CaptureFixture[str], extract: str
) -> None:
    assert _plan(capsys, extract, "--team", "t1", "--leaver", "zoe")[::2] == (
        2,
        "onechild: nobody called zoe works in this plan; give a worker's id\n",
    )
    assert _plan(capsys, extract, "--team", "t1", "--target", "0")[0] == 2
