"""Several councils in one figure: each one's own, all together, and what can't be added up."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onechild.cli.main import run
from onechild.knowledge.invented.copying import copy, together
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Shape
from onechild.knowledge.tables.extract import write_extract
from tests.knowledge.reports.small_council import ABOUT, HOLDS
from tests.spec.measures.examples import tables_of

Asked = Callable[..., tuple[int, Any, str]]
AS_AT = ("--as-at", "2021-05-31")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A council, another with the very same ids, a third with both of them in it, and the first once more."""
    base, tables = tmp_path_factory.mktemp("region"), tables_of(HOLDS)
    named = {
        "Hatterton": tables,
        "Otterham": tables,
        "Both": together([tables, copy(tables, count=1)]),
    }
    for name, held in named.items():
        write_extract(base / name, held, about=replace(ABOUT, council=name[:3], council_name=name))
    return [base / name for name in named]


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The command line as a person runs it over some extracts: exit code, the JSON, what it said on stderr."""

    def ask(folders: list[Path], *arguments: str) -> tuple[int, Any, str]:
        given = [part for folder in folders for part in ("--extract", str(folder))]
        monkeypatch.setattr("sys.argv", ["onechild", "measure", *arguments, *given, "--json"])
        with pytest.raises(SystemExit) as ended:
            run()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), json.loads(out) if out else None, err

    return ask


@pytest.mark.parametrize("key", ["cases-held", "average-caseload-per-worker", "workers-over-target"])
def test_two_councils_together_give_what_one_council_of_both_gives(key: str, folders: list[Path], asked: Asked) -> None:
    first, second, both = folders
    _, pooled, _ = asked([first, second], key, *AS_AT)
    _, one, _ = asked([both], key, *AS_AT)
    assert pooled["groups"] == one["groups"]


def test_by_council_names_each_and_then_all_together(folders: list[Path], asked: Asked) -> None:
    _, found, _ = asked(folders[:2], "cases-held", *AS_AT, "--by", "council")
    assert [(one.get("council"), one["numerator"]) for one in found["groups"]] == [
        ("Hatterton", 5),
        ("Otterham", 5),
        (None, 10),
    ]


def test_teams_of_two_councils_stand_beside_one_another(folders: list[Path], asked: Asked) -> None:
    _, found, _ = asked(folders[:2], "cases-held", *AS_AT, "--by", "team")
    named = [(one["council"], one["team"]) for one in found["groups"]]
    assert ("Hatterton", "North") in named
    assert ("Otterham", "North") in named


def test_children_are_named_with_their_council(folders: list[Path], asked: Asked) -> None:
    _, found, _ = asked(folders[:2], "cases-held", *AS_AT, "--who")
    assert {child["council"] for child in found["children"]} == {"Hatterton", "Otterham"}


def test_the_same_council_twice_is_refused(folders: list[Path], asked: Asked) -> None:
    code, _, err = asked([folders[0], folders[0]], "cases-held", *AS_AT)
    assert code == 2
    assert "is of Hatterton, and so is an extract before it" in err


def test_by_council_of_one_extract_is_refused(folders: list[Path], asked: Asked) -> None:
    code, _, err = asked(folders[:1], "cases-held", *AS_AT, "--by", "council")
    assert code == 2
    assert "needs more than one --extract" in err


def test_the_median_of_two_councils_is_the_middle_of_all_their_numbers(
    folders: list[Path], asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ibis import _

    cases = replace(
        MEASURES["cases-held"], key="median-of-target", shape=Shape.MEDIAN, adds=_.worker_cases, unit="worker_id"
    )
    monkeypatch.setitem(MEASURES, cases.key, cases)
    _, pooled, _ = asked(folders[:2], cases.key, *AS_AT)
    _, one, _ = asked(folders[2:], cases.key, *AS_AT)
    assert pooled["groups"] == one["groups"]
