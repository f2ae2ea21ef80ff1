"""Whether this OneChild can do its work now: the database, its tables, the job process, the access log, the disk.

Asked by `/readyz`, which says yes or no, and by `onechild doctor`, which says why.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from procrastinate.contrib.django.models import ProcrastinateWorker

HEARTBEAT = timedelta(seconds=60)
LONGEST_UNSEALED = timedelta(minutes=10)
LEAST_FREE = 1 << 30


@dataclass(frozen=True)
class Answer:
    """One thing asked: its short key, whether it is well, and a sentence for whoever runs the machine."""

    key: str
    well: bool
    words: str


def answers(*, now: datetime, files: Path) -> Iterator[Answer]:
    """This function will ask one thing after another; where the database is not there, the rest of it is not asked."""
    yield _disk(files)
    reached = _asked("database", _database)
    yield reached
    if reached.well:
        yield _asked("tables", _tables)
        yield _asked("jobs", lambda: _jobs(now))
        yield _asked("seals", lambda: _seals(now))


def _asked(key: str, ask: Callable[[], tuple[bool, str]]) -> Answer:
    try:
        return Answer(key, *ask())
    except DatabaseError as fault:
        return Answer(key, False, f"PostgreSQL refused it ({type(fault).__name__})")


def _database() -> tuple[bool, str]:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "the database answers"


def _tables() -> tuple[bool, str]:
    """Asked of the database until they are all there; they can't go again while this process runs."""
    if not _made.is_set():
        executor = MigrationExecutor(connection)
        if missing := len(executor.migration_plan(executor.loader.graph.leaf_nodes())):
            return False, f"the tables are not up to date: {missing} migrations are to be applied"
        _made.set()
    return True, "the tables are up to date"


_made = Event()


def _jobs(now: datetime) -> tuple[bool, str]:
    last = ProcrastinateWorker.objects.order_by("-last_heartbeat").values_list("last_heartbeat", flat=True).first()
    if last is None:
        return False, "no job process runs"
    ago = now - last
    return ago <= HEARTBEAT, f"the job process was heard of {ago.total_seconds():.0f} seconds ago"


def _seals(now: datetime) -> tuple[bool, str]:
    """The access log is sealed by the minute, where there was anything to seal."""
    with connection.cursor() as cursor:
        cursor.callproc("running_unsealed_since")
        (oldest,) = cursor.fetchone()
    if oldest is None or now - oldest <= LONGEST_UNSEALED:
        return True, "the access log is sealed"
    return False, f"the access log has not been sealed for {(now - oldest).total_seconds() / 60:.0f} minutes"


def _disk(files: Path) -> Answer:
    place = next((folder for folder in (files, *files.parents) if folder.exists()), Path("/"))
    free = shutil.disk_usage(place).free
    return Answer("disk", free >= LEAST_FREE, f"{free / (1 << 30):.1f} GB are free where files are kept")
