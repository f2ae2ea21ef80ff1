"""`onechild figure` over an extract: told, run again over the very extract, and set beside a later one."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from onechild.cli.figure.commands import figures
from onechild.errors import CannotProceed
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.extract import About, write_extract

FIRST = {"referral_id": "r1", "child_id": "K1", "started_on": date(2026, 5, 1), "recorded_on": date(2026, 5, 1)}
LATE = {"referral_id": "r2", "child_id": "K2", "started_on": date(2026, 5, 9), "recorded_on": date(2026, 7, 2)}
SAID = CliRunner()


def extract_of(folder: Path, *referrals: dict[str, Any], known_at: date) -> Path:
    """An extract of a few referrals."""
    children = [{"child_id": key, "born_on": date(2015, 1, 1)} for key in ("K1", "K2")]
    tables = {"children": children, "referrals": list(referrals)}
    made = {name: conform(name, pa.Table.from_pylist(rows)) for name, rows in tables.items()}
    write_extract(folder, made, about=About("999", known_at=known_at, invented=True))
    return folder


@pytest.fixture
def june(tmp_path: Path) -> Path:
    """As known at the end of June."""
    return extract_of(tmp_path / "june", FIRST, known_at=date(2026, 6, 30))


@pytest.fixture
def number(june: Path) -> str:
    """The referrals of the year to May, told."""
    said = SAID.invoke(figures, ["publish", "referrals", "--for", "x", "--as-at", "2026-05-31", "--extract", str(june)])
    assert said.exit_code == 0, said.output
    return said.stdout.split(":")[0]


def test_a_told_figure_is_kept_for_its_owners_eyes_only(june: Path, number: str) -> None:
    path = june.parent / "june.published" / f"{number}.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert number.startswith("F-2026-0531-FD05-")


def test_run_again_over_the_same_extract_it_is_the_same_to_the_child(june: Path, number: str) -> None:
    assert "the same to the child" in SAID.invoke(figures, ["reproduce", number, "--extract", str(june)]).stdout


def test_run_again_over_another_extract_is_refused(june: Path, number: str) -> None:
    extract_of(june, FIRST, LATE, known_at=date(2026, 7, 31))
    said = SAID.invoke(figures, ["reproduce", number, "--extract", str(june)])
    assert isinstance(said.exception, CannotProceed)
    assert "was told from the extract" in str(said.exception)


def test_beside_a_later_extract_a_late_entry_is_named(june: Path, number: str, tmp_path: Path) -> None:
    july = extract_of(tmp_path / "july", FIRST, LATE, known_at=date(2026, 7, 31))
    asked = ["compare", number, "--extract", str(july), "--told-in", str(june), "--who"]
    said = SAID.invoke(figures, asked).stdout
    assert "as known then: 1\nas known now:  2" in said
    assert "K2: was not behind the figure and now is (late entry)" in said
    assert "recorded on 2026-07-02" in said


def test_show_says_the_definition_and_where_it_was_told(june: Path, number: str) -> None:
    said = SAID.invoke(figures, ["show", number, "--extract", str(june)]).stdout
    assert "Referrals received" in said
    assert "told in x" in said
