"""A demonstration starts, goes on where it was, stands beside another, and leaves nothing running."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onechild.cli.demo import showing
from onechild.cli.demo.marker import Marker
from onechild.errors import CannotProceed

STARTS_WITHIN, AGAIN_WITHIN = 300, 60  # for a machine with much else to do; bench says what it takes on an idle one


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that PostgreSQL's user can pass through, which pytest's own are not."""
    made = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.mark.slow
def test_a_demonstration_starts_serves_stops_and_starts_again_where_it_was(folder: Path) -> None:
    port = free_port()
    with demonstration(folder, port, within=STARTS_WITHIN) as (first, said):
        assert status(f"http://127.0.0.1:{port}/sign-in/") == 200
        assert soon_ready(port)
        phrase = json.loads((folder / "sign-ins.json").read_text())["phrase"]
        assert phrase in said
        assert stopped(first, signal.SIGTERM) == 0
    assert left_running(folder) == []
    began = time.monotonic()
    with demonstration(folder, port, within=AGAIN_WITHIN) as (second, said):
        assert time.monotonic() - began < AGAIN_WITHIN
        assert phrase in said
        assert "loaded" not in said
        assert stopped(second, signal.SIGKILL) == -signal.SIGKILL
    assert soon_nothing_left(folder)
    with demonstration(folder, port, within=AGAIN_WITHIN) as (third, _):
        assert status(f"http://127.0.0.1:{port}/healthz") == 200
        assert stopped(third, signal.SIGINT) == 0


@pytest.mark.slow
def test_two_demonstrations_stand_side_by_side(folder: Path) -> None:
    one, other = free_port(), free_port()
    with (
        demonstration(folder / "one", one, within=STARTS_WITHIN) as (first, _),
        demonstration(folder / "other", other, within=STARTS_WITHIN),
    ):
        assert first.poll() is None, first.stdout and first.stdout.read()  # what it said when it stopped by itself
        assert [status(f"http://127.0.0.1:{port}/healthz") for port in (one, other)] == [200, 200]
    assert left_running(folder) == []


def test_a_port_in_use_ends_with_2_and_one_plain_line_before_anything_is_made(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = subprocess.run(
            command(folder / "data", taken.getsockname()[1]), capture_output=True, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("onechild: port ")
    assert "name another with --port" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not (folder / "data" / "postgres").exists()


def test_a_folder_with_a_service_that_is_no_demonstration_is_left_alone(folder: Path) -> None:
    (folder / "postgres" / "data").mkdir(parents=True)
    ended = subprocess.run(command(folder, free_port()), capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "holds a OneChild that is no demonstration" in ended.stderr


def test_serving_a_demonstration_as_if_it_were_real_is_refused(folder: Path) -> None:
    (folder / "demonstration.json").write_text("{}")
    serve = [sys.executable, "-m", "onechild", "serve", "--data", str(folder), "--port", str(free_port())]
    ended = subprocess.run(serve, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "invented children" in ended.stderr


def test_figures_that_cannot_be_worked_out_stop_no_service_that_answers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise CannotProceed("filling in the figures didn't work: deadlock detected")

    said: list[str] = []
    monkeypatch.setattr(showing, "_fill", fail)
    monkeypatch.setattr(showing, "_say", said.append)
    marker = Marker(folder / "demonstration.json", filled="these children")
    showing._figures(*[None] * 3, marker, showing.Steps(say=said.append))  # type: ignore[arg-type]
    assert said[-1].startswith("They are not there yet: filling in the figures didn't work: deadlock detected")
    assert not marker.path.exists()  # the next start tries again


def command(data: Path, port: int) -> list[str]:
    options = (
        "--data",
        str(data),
        "--port",
        str(port),
        "--scale",
        "0.01",
        "--until",
        "2026-11-21",
        "--without-reports",
    )
    return [sys.executable, "-m", "onechild", "demo", *options]


@contextmanager
def demonstration(data: Path, port: int, *, within: float) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """One that answers, and all it said until then."""
    with subprocess.Popen(command(data, port), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        try:
            assert running.stdout is not None
            said, until = "", time.monotonic() + within
            while "Ctrl-C stops it" not in said:
                line = running.stdout.readline()
                assert line, said
                assert time.monotonic() < until, said
                said += line
            yield running, said
        finally:
            if running.poll() is None:
                stopped(running, signal.SIGTERM)


def stopped(running: subprocess.Popen[str], sent: signal.Signals) -> int:
    running.send_signal(sent)
    return running.wait(timeout=60)


def left_running(folder: Path) -> list[str]:
    """The commands of processes that name the folder, or were told of it by their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            told = (place / "environ").read_bytes() + (place / "cmdline").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in told:
            found.append((place / "cmdline").read_text().replace("\0", " "))
    return found


def soon_nothing_left(folder: Path, *, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while left_running(folder) and time.monotonic() < until:
        time.sleep(0.2)
    return left_running(folder) == []


def soon_ready(port: int, *, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while status(f"http://127.0.0.1:{port}/readyz") != 200 and time.monotonic() < until:
        time.sleep(0.5)
    return status(f"http://127.0.0.1:{port}/readyz") == 200


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  our own, on this machine
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
