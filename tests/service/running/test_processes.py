"""Whatever becomes of the launcher, nothing that it started is left running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onechild.errors import CannotProceed
from onechild.service.config.running.guardian import stop_groups
from onechild.service.config.running.processes import processes

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print('x', flush=True); time.sleep(600)",
]
LAUNCHER = """
import os, sys
from pathlib import Path
from onechild.service.config.running.processes import processes
with processes() as held:
    held.postgres(Path(sys.argv[1]), port=5432, database="postgres")
    child = held.start("a sleeper", [sys.executable, "-c", "import time; time.sleep(600)"], env=os.environ)
    print(child.process.pid, held.guardian.pid, flush=True)
    held.watch()
"""


@pytest.fixture
def reachable_folder() -> Iterator[Path]:
    """A folder that PostgreSQL's user can pass through, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_leaving_the_block_stops_a_child(tmp_path: Path) -> None:
    with processes() as held:
        child = held.start("a sleeper", SLEEPER, env=os.environ)
        assert alive(child.process.pid)
    assert not alive(child.process.pid)


def test_a_child_that_ends_by_itself_is_named_with_its_last_words(tmp_path: Path) -> None:
    with processes() as held:
        held.start("the printer", saying("no more paper"), env=os.environ, says=tmp_path / "printer.log")
        with pytest.raises(CannotProceed, match=r"the printer stopped by itself.*no more paper"):
            held.watch()


def test_a_step_that_fails_is_told_in_its_own_words(tmp_path: Path) -> None:
    with processes() as held:
        child = held.start("making the tables", saying("no room"), env=os.environ, says=tmp_path / "tables.log")
        with pytest.raises(CannotProceed, match="making the tables didn't work: no room"):
            held.finish(child)


def test_what_a_child_says_is_for_its_owner_alone_and_the_last_time_is_kept(tmp_path: Path) -> None:
    said = tmp_path / "logs" / "child.log"
    said.parent.mkdir()
    said.write_text("before")
    with processes() as held:
        held.finish(held.start("a talker", [sys.executable, "-c", "print('now')"], env=os.environ, says=said))
    assert (said.read_text(), (said.parent / "child.log.before").read_text()) == ("now\n", "before")
    assert said.stat().st_mode & 0o777 == 0o600


def test_a_process_that_ignores_being_asked_is_killed() -> None:
    with subprocess.Popen(STUBBORN, start_new_session=True, stdout=subprocess.PIPE) as stubborn:
        assert stubborn.stdout is not None
        stubborn.stdout.readline()
        stop_groups({stubborn.pid}, patience=0.3)
        assert stubborn.wait(timeout=10) == -signal.SIGKILL


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_launcher_that_is_stopped_or_killed_leaves_no_process_and_no_server(
    sent: signal.Signals, reachable_folder: Path
) -> None:
    folder = reachable_folder / "postgres"
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as launcher:
        assert launcher.stdout is not None
        child, guardian = map(int, launcher.stdout.readline().split())
        server = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        assert alive(child)
        launcher.send_signal(sent)
        launcher.wait(timeout=30)
    assert soon(lambda: not any(map(alive, (child, guardian, server))))
    assert not (folder / "data" / "postmaster.pid").exists()


def saying(words: str) -> list[str]:
    """A command that fails with these words."""
    return [sys.executable, "-c", f"raise SystemExit({words!r})"]


def alive(pid: int) -> bool:
    """A process that ended and waits to be read by its parent is not alive."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def soon(true: Callable[[], bool], *, seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.1)
    return False
