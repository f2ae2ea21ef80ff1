"""`onechild invent` writes an extract, and refuses in one plain line."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from onechild.cli import invent
from onechild.errors import CannotProceed
from onechild.knowledge.tables.extract import read_extract


def _run(*words: str) -> object:
    app = typer.Typer(pretty_exceptions_enable=False)
    invent.register(app)
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_invent_writes_an_extract_that_keeps_the_contract(tmp_path: Path) -> None:
    _run("--out", str(tmp_path / "h"), "--scale", "0.02", "--until", "2016-06-30")
    assert read_extract(tmp_path / "h").rows["children"] > 50


def test_invent_refuses_a_day_that_is_no_date(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="2026-13-01"):
        _run("--out", str(tmp_path / "h"), "--until", "2026-13-01")


def test_invent_refuses_a_folder_that_holds_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotProceed, match="other files"):
        _run("--out", str(tmp_path), "--scale", "0.02", "--until", "2016-06-30")


def test_invent_says_in_one_line_that_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_folder: object, **_asked: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("onechild.knowledge.invented.inventing.write_hatterton", full)
    with pytest.raises(CannotProceed, match="h can't be written"):
        _run("--out", str(tmp_path / "h"), "--until", "2016-06-30")
