"""Killed without warning while it writes, a command leaves the extract that was there, whole."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from onechild.knowledge.tables.extract import read_extract

INVENT = [sys.executable, "-m", "onechild", "invent", "--scale", "0.05", "--until", "2017-03-31", "--seed"]


@pytest.mark.slow
def test_kill_9_while_writing_leaves_the_older_extract_and_a_second_run_leaves_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "hatterton"
    subprocess.run([*INVENT, "1", "--out", folder], check=True, capture_output=True)
    before = read_extract(folder).fingerprint
    with subprocess.Popen([*INVENT, "2", "--out", folder], stdout=subprocess.DEVNULL) as writer:
        until_it_writes(tmp_path)
        writer.kill()
    assert read_extract(folder).fingerprint == before
    assert len(list(tmp_path.iterdir())) == 2
    subprocess.run([*INVENT, "2", "--out", folder], check=True, capture_output=True)
    assert read_extract(folder).fingerprint != before
    assert [path.name for path in tmp_path.iterdir()] == ["hatterton"]


def until_it_writes(folder: Path) -> None:
    for _ in range(6000):
        if list(folder.glob(".hatterton-*/children.parquet")) or list(folder.glob(".hatterton-*/a*.parquet")):
            return
        time.sleep(0.01)
    raise AssertionError("it never began to write")
