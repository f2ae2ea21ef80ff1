"""What `onechild doctor` asks of a machine, a data folder, a database and the settings; each answer is one line."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from onechild.errors import CannotProceed
from onechild.knowledge.engines.postgres_programs import find_client

SQL = Path(__file__).parent / "sql"
OK, WARN, FAIL = "ok", "warn", "fail"
OLDEST_POSTGRES = 15
ROOM, LITTLE_ROOM = 10 << 30, 2 << 30
LATE_BACKUP, LOST_BACKUP = timedelta(hours=26), timedelta(days=7)
SKEW = timedelta(seconds=2)


@dataclass(frozen=True)
class Line:
    """One answer: ok, warn (it works, and should be better) or fail, and a sentence."""

    state: str
    words: str


def machine() -> Iterator[Line]:
    """This function will ask of Python, of PostgreSQL's programs and of what is optional."""
    new = sys.version_info >= (3, 11)
    yield Line(OK if new else FAIL, f"Python {platform.python_version()} (3.11 or later is needed)")
    yield _programs("postgres", "PostgreSQL's programs are at hand")
    yield _programs("pg_dump", "backups can be made")
    chromium = shutil.which("chromium")
    yield Line(OK, "Chromium is there" if chromium else "Chromium is not there: only the tests in a browser need it")
    pango = find_library("pango-1.0")
    yield Line(
        OK if pango else WARN, "Pango is there" if pango else "Pango is not there: documents can't be made as PDF"
    )


def folder(data: Path) -> Iterator[Line]:
    """This function will ask of a data folder: who may open it, whose data it holds, how much room there is."""
    if not data.is_dir():
        yield Line(FAIL, f"there is no folder {data}")
        return
    for name, most in (("files", 0o700), ("secret-key", 0o600), ("sign-ins.json", 0o600)):
        path = data / name
        if path.exists():
            mode = path.stat().st_mode & 0o777
            wide = mode & ~most
            yield Line(FAIL if wide else OK, f"{path} can be opened by {'others too' if wide else 'its owner alone'}")
    free = shutil.disk_usage(data).free
    state = OK if free >= ROOM else WARN if free >= LITTLE_ROOM else FAIL
    yield Line(state, f"{free / (1 << 30):.1f} GB are free where {data} lies")


def cluster(postgres: Path) -> Iterator[Line]:
    """This function will ask whether the programs at hand are those that the data of its own PostgreSQL need."""
    kept = postgres / "data" / "PG_VERSION"
    if not kept.exists():
        yield Line(OK, "there are no data of its own PostgreSQL yet")
        return
    major = int(kept.read_text(encoding="ascii"))
    try:
        found = find_client("postgres", major=major)
    except CannotProceed as problem:
        yield Line(FAIL, f"the data are of PostgreSQL {major}: {problem}")
        return
    yield Line(OK, f"the data are of PostgreSQL {major}, and its programs are in {found.parent}")


def database(url: str) -> Iterator[Line]:
    """This function will ask of the database: its version, extensions, roles, policies, log and clock."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            yield Line(OK, "the database answers")
            yield from (Line(*row) for row in connection.execute((SQL / "checks.sql").read_bytes()))
            said = connection.execute("SELECT clock_timestamp()").fetchone()
            skew = abs(datetime.now(UTC) - said[0]) if said else timedelta()
            fits = skew <= SKEW
            yield Line(OK if fits else FAIL, f"the clocks here and there differ by {skew.total_seconds():.1f} seconds")
    except psycopg.errors.UndefinedObject:
        yield Line(FAIL, "the roles of the web are missing: `onechild serve --only tables` makes them")
    except psycopg.Error as fault:
        yield Line(FAIL, f"the database can't be asked: {str(fault).splitlines()[0]}")


def no_database(why: str) -> Iterator[Line]:
    """This function will say why there is no database to ask."""
    yield Line(FAIL, why)


def backups(kept: Path | None) -> Iterator[Line]:
    """This function will ask how old the newest backup is."""
    if kept is None:
        yield Line(
            WARN, "nobody said where backups are kept (--backups or ONECHILD_BACKUPS), so their age is not known"
        )
        return
    times = [path.stat().st_mtime for path in kept.glob("*") if path.is_file()] if kept.is_dir() else []
    if not times:
        yield Line(FAIL, f"there is no backup in {kept}")
        return
    age = timedelta(seconds=time.time() - max(times))
    state = OK if age <= LATE_BACKUP else WARN if age <= LOST_BACKUP else FAIL
    yield Line(state, f"the newest backup in {kept} is {age.total_seconds() / 3600:.0f} hours old")


def settings() -> Iterator[Line]:
    """This function will ask Django's own checks for deployment, and ours, of the settings in the environment."""
    import django
    from django.core import checks

    django.setup()
    found = [one for one in checks.run_checks(include_deployment_checks=True) if not one.is_silenced()]
    for one in found:
        yield Line(FAIL if one.level >= checks.ERROR else WARN, f"setting: {' '.join(str(one.msg).split())} ({one.id})")
    if not found:
        yield Line(OK, "the settings are safe")
    zone = time.tzname[0]
    yield Line(OK, f"this machine's time zone is {zone}; OneChild counts London's days whatever it is")


def work() -> Iterator[Line]:
    """This function will ask what `/readyz` asks: tables up to date, job process alive, access log sealed."""
    from django.conf import settings as given
    from django.utils import timezone

    from onechild.service.config import readiness

    for one in readiness.answers(now=timezone.now(), files=given.FILES):
        if one.key not in ("disk", "database"):  # asked above
            yield Line(OK if one.well else FAIL, one.words)


def _programs(name: str, what: str) -> Line:
    try:
        return Line(OK, f"{what} ({find_client(name, major=OLDEST_POSTGRES).parent})")
    except CannotProceed as problem:
        return Line(WARN, str(problem))


def asked(questions: Sequence[Callable[[], Iterator[Line]]]) -> Iterator[Line]:
    """This function will ask one after another; a question that can't be asked is a failure, and the next is asked."""
    for ask in questions:
        try:
            yield from ask()
        except Exception as fault:
            yield Line(
                FAIL, f"something could not be asked ({type(fault).__name__}: {' '.join(str(fault).split())[:200]})"
            )


def given_environment(data: Path | None) -> None:
    """Take what `onechild serve` would use from the data folder, where the environment doesn't say it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onechild.service.config.settings")
    if data is None:
        return
    key = data / "secret-key"
    if key.exists():
        os.environ.setdefault("ONECHILD_SECRET_KEY", key.read_text(encoding="utf-8").strip())
    os.environ.setdefault("ONECHILD_FILES", str(data / "files"))
