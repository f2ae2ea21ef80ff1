"""Kill -9 of whoever loads, or of PostgreSQL itself: the record is as before or as after, and never between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import psycopg
import pyarrow as pa
import pytest
from psycopg import sql

from onechild.knowledge.engines import own_postgres
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract, write_extract

pytestmark = pytest.mark.slow
SEED = 20261121
MOMENTS = 10
SCALE = float(os.environ.get("ONECHILD_KILLED_SCALE", "0.01"))  # 1 is the whole council: an hour or so
PORT = 5433
COMMAND = str(Path(sys.executable).with_name("onechild"))


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """A folder for a PostgreSQL that waits for the disk, as a real one does."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-killed-"))
    folder.chmod(0o755)
    try:
        yield folder / "postgres"
    finally:
        with suppress(Exception):
            own_postgres.stop(folder / "postgres")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def url(server: Path) -> str:
    address = own_postgres.start(server, port=PORT, database="record").url
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=_environment(address), check=True)
    return address


@pytest.fixture(scope="module")
def extracts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Extract, Extract]:
    """A council, and the same a day later: a twentieth of its rows gone, a twentieth changed."""
    folder = tmp_path_factory.mktemp("hatterton")
    first = write_hatterton(folder / "first", scale=SCALE, until=date(2026, 11, 20))
    later = {name: _a_day_later(name, first.table(name)) for name in first.rows}
    return first, write_extract(folder / "second", later, about=first.about)


@pytest.mark.parametrize("kill", ["loader", "server"])
def test_a_load_that_is_killed_leaves_the_record_as_before_or_as_after(
    kill: str, server: Path, url: str, extracts: tuple[Extract, Extract]
) -> None:
    _load(url, extracts[0])
    before = _digest(url)
    began = time.monotonic()
    _load(url, extracts[1])
    whole, after = time.monotonic() - began, _digest(url)
    assert before != after
    chance = random.Random(f"{SEED} {kill}")
    found = {_killed(kill, server, url, extracts, at=chance.uniform(0.3, 1.0) * whole) for _ in range(MOMENTS)}
    assert found <= {before, after}
    _load(url, extracts[1])
    assert _digest(url) == after
    with psycopg.connect(url) as record:
        states = record.execute("SELECT state, count(*) FROM loads GROUP BY 1").fetchall()
    assert "running" not in dict(states)


def _killed(kill: str, server: Path, url: str, extracts: tuple[Extract, Extract], *, at: float) -> str:
    """From the first extract, begin to load the second, kill, and say what the record then is."""
    _load(url, extracts[0])
    loading = subprocess.Popen(_arguments(extracts[1]), env=_environment(url), stderr=subprocess.DEVNULL)
    with suppress(subprocess.TimeoutExpired):
        loading.wait(at)
    if kill == "loader":
        loading.kill()
    else:
        _kill_server(server)
    loading.wait(60)
    if kill == "server":
        own_postgres.start(server, port=PORT, database="record")
    return _digest(url)


def _kill_server(server: Path) -> None:
    """All of its processes at once, as when a machine loses its power; a checkpoint that is due never comes."""
    until = time.monotonic() + 30
    while (left := _processes_of(server)) and time.monotonic() < until:
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def _processes_of(server: Path) -> list[int]:
    """The postmaster and what it started: each works in the folder of its data."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (folder / "cwd").readlink() == server / "data":
                found.append(int(folder.name))
    return found


def _load(url: str, extract: Extract) -> None:
    """Load until it is done: the backend of a killed loader may hold its claim for a moment."""
    for _ in range(100):
        done = subprocess.run(
            _arguments(extract), env=_environment(url), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        if "another load" not in done.stderr:
            break
        time.sleep(0.2)
    assert done.returncode == 0, done.stderr


def _arguments(extract: Extract) -> list[str]:
    return [COMMAND, "load", str(extract.folder), "--source", "hatterton", "--by", "a test"]


def _environment(url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "onechild.service.config.settings",
        "ONECHILD_INVENTED": "yes",
        "PATH": "/usr/bin:/bin",
    }


def _digest(url: str) -> str:
    """A number that changes with any row of any table of the contract, and with any obligation."""
    content = sql.SQL("SELECT coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {} t")
    with psycopg.connect(url) as record:
        names = [sql.Identifier("contract", name) for name in TABLES] + [sql.Identifier("public", "obligations")]
        return " ".join(str(record.execute(content.format(name)).fetchone()[0]) for name in names)


def _a_day_later(name: str, rows: pa.Table) -> pa.Table:
    if name == "children" or rows.num_rows < 20:
        return rows
    kept = rows.slice(rows.num_rows // 20)
    changed = pa.array([f"row {number}" if number % 20 == 0 else None for number in range(kept.num_rows)], pa.string())
    return kept.set_column(kept.schema.get_field_index("source_row"), kept.schema.field("source_row"), changed)
