"""Brings up a whole OneChild: its PostgreSQL, the tables, the web and the jobs; says how long each took; stops all.

`onechild serve` and `onechild demo` stand on it. Each part is a process of its own, told what to do by its environment.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onechild.errors import CannotProceed
from onechild.service.config.running.processes import Child, Processes

DATABASE = "onechild"
LOCAL = "127.0.0.1"
SYSTEM = Path("/var/lib/onechild-postgres")
DEMONSTRATION = "demonstration.json"  # a folder with this file in it holds invented children only
LONGEST_START = 60.0


@dataclass(frozen=True)
class Place:
    """Where a OneChild lives: its folder, its address, and its database (None: a PostgreSQL of its own)."""

    data: Path
    port: int = 8000
    host: str = LOCAL
    database_port: int = 5432
    database_url: str | None = None

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        return f"http://{'localhost' if self.host in (LOCAL, '0.0.0.0', '::') else self.host}:{self.port}/"  # noqa: S104

    @property
    def postgres_folder(self) -> Path:
        """Where its own PostgreSQL keeps its data.

        As root it runs as another user, who can't pass through a private home: then it lies in the system's own place.
        """
        if os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in self.data.parents if folder.exists()):
            return self.data / "postgres"
        return SYSTEM / hashlib.sha256(str(self.data).encode()).hexdigest()[:12]

    @property
    def files(self) -> Path:
        """Where uploads and extracts are kept."""
        return self.data / "files"

    @property
    def logs(self) -> Path:
        """Where processes write what they say, where that doesn't go to the terminal."""
        return self.data / "logs"

    def make_folders(self) -> None:
        """Make the folder and those in it; PostgreSQL's user must be able to pass through the first."""
        try:
            self.data.mkdir(mode=0o755, parents=True, exist_ok=True)
            self.files.mkdir(mode=0o700, exist_ok=True)
            (self.files / "static").mkdir(exist_ok=True)
        except OSError as fault:
            raise CannotProceed(f"{self.data} can't be used: {fault.strerror}") from None


@dataclass
class Steps:
    """Says what was done and how long it took, one line a step."""

    say: Callable[[str], None]
    began: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Time the block, and say its words with the seconds when it ends well."""
        began = time.monotonic()
        yield
        self.took(words, time.monotonic() - began)

    def took(self, words: str, seconds: float) -> None:
        """Say a step that was timed elsewhere."""
        self.say(f"{seconds:7.1f} s  {words}")

    def ready(self) -> None:
        """Say how long all of it took."""
        self.took("in all, from the start of this command", time.monotonic() - self.began)


@contextmanager
def claimed(place: Place) -> Iterator[None]:
    """Hold a data folder for the time of the block: one OneChild at a time.

    Raises CannotProceed where another runs in it, or where its port is taken.
    """
    place.make_folders()
    with (place.data / "running").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise CannotProceed(
                f"a OneChild runs in {place.data} already ({lock.read().strip() or 'starting'}): "
                "stop it, or name another folder with --data and another port with --port"
            ) from None
        _refuse_taken(place)
        lock.truncate(0)
        lock.write(place.address)
        lock.flush()
        yield


def environment(place: Place, *, url: str, more: Mapping[str, str]) -> dict[str, str]:
    """This function will return the environment of each process: our own, and what is said here where it is not set.

    The key that signs sessions is made once for a data folder and kept in it, for its owner alone.
    """
    given = {
        "ONECHILD_SECRET_KEY": _secret_key(place),
        "ONECHILD_FILES": str(place.files),
        "ONECHILD_BIND": f"{place.host}:{place.port}",
    }
    fixed = {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "onechild.service.config.settings",
        "PYTHONUNBUFFERED": "1",
    }
    return {**given, **os.environ, **more, **fixed}


def migrate(held: Processes, *, env: Mapping[str, str], says: Path) -> Child:
    """Begin to make the tables, or bring them up to date; `Processes.finish` waits for it."""
    return held.start("making the tables", django("migrate", "-v0", "--skip-checks"), env=env, says=says)


def serve(held: Processes, place: Place, *, env: Mapping[str, str], logs: Path | None) -> None:
    """Start the web and the jobs, and come back once the web answers; raises CannotProceed where it doesn't."""
    held.start("the job process", jobs_command(), env=env, says=logs and logs / "jobs.log")
    web = held.start("the web process", web_command(), env=env, says=logs and logs / "web.log")
    _wait_for(place, web, held)


def web_command() -> list[str]:
    """This function will return the command of the web server; `ONECHILD_BIND` says where it listens."""
    return [sys.executable, "-m", "gunicorn", "-c", "python:onechild.service.config.running.web_server"]


def jobs_command() -> list[str]:
    """This function will return the command of the process that does what need not be done while somebody waits."""
    return [sys.executable, "-m", "onechild.service.config.running.worker"]


def django(*arguments: str) -> list[str]:
    """This function will return a command of Django's own."""
    return [sys.executable, "-m", "django", *arguments]


def _wait_for(place: Place, web: Child, held: Processes) -> None:
    until = time.monotonic() + LONGEST_START
    host = LOCAL if place.host == "0.0.0.0" else place.host  # noqa: S104
    while time.monotonic() < until:
        if web.process.poll() is not None:
            held.watch()
        try:
            with urllib.request.urlopen(f"http://{host}:{place.port}/healthz", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise CannotProceed(f"the web process didn't answer within {LONGEST_START:.0f} seconds ({web.says or 'see above'})")


def _refuse_taken(place: Place) -> None:
    """Asked first, so that nobody waits a minute to be told; the web server would refuse as well."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((place.host, place.port))
        except OSError as fault:
            raise CannotProceed(
                f"port {place.port} of {place.host} can't be used ({fault.strerror}): name another with --port"
            ) from None


def _secret_key(place: Place) -> str:
    kept = place.data / "secret-key"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text(encoding="utf-8").strip()
