"""Starts the processes that a running OneChild is made of, notices when one ends, and stops them all."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO

from onechild.errors import CannotProceed
from onechild.knowledge.engines import own_postgres
from onechild.service.config.running import guardian

PATIENCE = 15.0
LONGEST_WORDS = 300
FAULT = re.compile(r"[\w.]+(Error|Exception|CannotProceed)\b")


@dataclass(frozen=True)
class Child:
    """A process of ours, by the name people know it by, and the file that holds what it says (None: our stderr)."""

    name: str
    process: subprocess.Popen[bytes]
    says: Path | None
    began: float

    def seconds(self) -> float:
        """How long ago it was started."""
        return time.monotonic() - self.began


class Processes:
    """The processes of one launcher. Each has a group of its own, so that a Ctrl-C reaches the launcher alone."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.servers: list[Path] = []
        # Its pipe is inherited by nobody else, so it closes when this process ends, in whatever way.
        self.guardian = subprocess.Popen(
            [sys.executable, "-m", "onechild.service.config.running.guardian"],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def postgres(self, folder: Path, *, port: int, database: str) -> str:
        """Start PostgreSQL in a folder, or join what a killed launcher left there; its database's address comes back.

        Either way it is ours to stop. Raises CannotProceed with the reason where it can't be had.
        """
        self._tell(guardian.SERVER, folder)
        self.servers.append(folder)
        return own_postgres.start(folder, port=port, database=database).url

    def start(self, name: str, command: Sequence[str], *, env: Mapping[str, str], says: Path | None = None) -> Child:
        """Start a process; what it says goes to the file, which only its owner may open, or to our own stderr."""
        with _opened(says) as output:
            process = subprocess.Popen(  # noqa: S603  our own commands
                [*command],
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self._tell(guardian.STARTED, process.pid)
        child = Child(name, process, says, time.monotonic())
        self.children.append(child)
        return child

    def finish(self, child: Child) -> None:
        """Wait until a process that is meant to end has; raises CannotProceed with its last words if it failed."""
        code = child.process.wait()
        self.children.remove(child)
        self._tell(guardian.ENDED, child.process.pid)
        if code != 0:
            raise CannotProceed(f"{child.name} didn't work: {_last_words(child) or f'it ended with {code}'}")

    def watch(self) -> None:
        """Wait until one of those that should run for ever ends; raises CannotProceed that names it."""
        while True:
            for child in self.children:
                if (code := child.process.poll()) is not None:
                    where = f" ({child.says})" if child.says else ""
                    words = _last_words(child) or f"it ended with {code}"
                    raise CannotProceed(f"{child.name} stopped by itself, so all was stopped: {words}{where}")
            time.sleep(0.5)

    def stop(self) -> None:
        """Stop all, the newest first, and PostgreSQL last; whoever doesn't end in time is killed."""
        with _undisturbed():
            for child in reversed(self.children):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.process.pid, signal.SIGTERM)
            until = time.monotonic() + PATIENCE
            for child in self.children:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.process.wait(timeout=max(0.1, until - time.monotonic()))
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(child.process.pid, signal.SIGKILL)  # what a child that ended may have left behind
                child.process.wait()
            self.children.clear()
            for folder in self.servers:
                own_postgres.stop(folder)
            self._tell(guardian.DONE, "")
            self.guardian.wait()

    def _tell(self, word: str, what: object) -> None:
        pipe = self.guardian.stdin
        assert pipe is not None  # noqa: S101  it was opened as a pipe
        with contextlib.suppress(BrokenPipeError):
            pipe.write(f"{word} {what}\n".encode())
            pipe.flush()


@contextmanager
def processes() -> Iterator[Processes]:
    """Have processes for the time of the block; however it is left, by Ctrl-C or SIGTERM too, they are stopped."""
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), _interrupt)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs behind with Ctrl-C ignored
    held = Processes()
    try:
        yield held
    finally:
        held.stop()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A second Ctrl-C while things stop would leave some of them running."""
    kept = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


@contextmanager
def _opened(says: Path | None) -> Iterator[IO[bytes] | None]:
    """The file begins anew with each start; the one before it is kept beside."""
    if says is None:
        yield None
        return
    says.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if says.exists():
        says.replace(says.with_suffix(f"{says.suffix}.before"))
    with os.fdopen(os.open(says, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        yield file


def _last_words(child: Child) -> str:
    if child.says is None:
        return ""
    lines = [line for line in child.says.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    faults = [line for line in lines if FAULT.match(line)]  # PostgreSQL's have lines of detail after them
    return _plainly((faults or lines)[-1].strip())[:LONGEST_WORDS] if lines else ""


def _plainly(line: str) -> str:
    """A line of our own log in words: its event, and the kind of exception where there was one."""
    try:
        told = json.loads(line)
        kinds = [one["class"] for one in told.get("exception", [])]
        return f"{told['event']} ({', '.join(kinds)})" if kinds else str(told["event"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return line
