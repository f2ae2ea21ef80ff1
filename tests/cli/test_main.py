"""Every ending of a command is an exit code and at most one plain line."""

import subprocess
import sys
from pathlib import Path

import pytest


def onechild(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onechild", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_is_a_success() -> None:
    assert onechild("--help").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("frobnicate",), "no such command 'frobnicate'"),
        (("measure",), "missing: 'KEY...'"),
        (("read", "nowhere.xml", "--out", "out", "--year", "abc"), "--year"),
        (("obligations", "--extract", "nowhere", "--as-at", "2026-02-30"), "--as-at '2026-02-30' is not a day"),
        (("obligations", "--extract", "nowhere", "--as-at", "2026-02-28"), "nowhere is not an extract"),
        ((), "say what to do"),
    ],
)
def test_a_misuse_ends_with_2_and_one_plain_line(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = onechild(*arguments)
    assert ended.returncode == 2
    assert says in ended.stderr
    assert ended.stderr.startswith("onechild: ")
    assert len(ended.stderr.splitlines()) == 1


def test_a_fault_of_our_own_ends_with_2_and_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "extract.json").write_text('{"contract": "1", "council": "999", "tables": {"children": 7}}')
    ended = onechild("obligations", "--extract", tmp_path, "--as-at", "2026-02-28")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
