"""Backs a whole OneChild up into one file, and restores it: the database, history and access log too, and the files.

The file is a zip of `manifest.json`, `database.dump` (pg_dump's own format, all of it as at one moment) and `files/`.
The manifest has each table's count of rows and digest; a restored database must come to the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from onechild.errors import CannotProceed
from onechild.knowledge.engines.postgres_programs import find_client

SQL = Path(__file__).parent / "sql"
MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files/"
FORMAT = 1
AT_ONCE = 1 << 20
NOT_KEPT = ("static", "temporary")  # made again by whoever needs them
# A row as text must come out the same on both sides.
SESSION = {"datestyle": "ISO, DMY", "timezone": "UTC", "intervalstyle": "iso_8601", "extra_float_digits": "1",
           "bytea_output": "hex", "row_security": "off"}  # fmt: skip


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: when and by which versions it was made, and each table's rows and digest."""

    format: int
    made_at: str
    onechild: str
    postgres: int
    tables: dict[str, tuple[int, str]]
    files: dict[str, str]


def back_up(*, url: str, files: Path, out: Path, now: datetime) -> Manifest:
    """Write the backup, for its owner alone; a file is put in place only when it is whole.

    The service may go on meanwhile: the dump and the digests are of one moment. Raises CannotProceed where the database
    can't be reached, pg_dump is not at hand or refuses, or the file can't be written.
    """
    fresh = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle:
                manifest = _write(bundle, url=url, files=files, now=now)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(out)
    except OSError as fault:
        raise CannotProceed(f"{out} can't be written: {fault.strerror or fault}") from None
    finally:
        fresh.unlink(missing_ok=True)
    return manifest


def restore(*, bundle_at: Path, url: str, files: Path) -> Manifest:
    """Restore into an empty database and an empty folder, then compare every table with the manifest.

    Raises CannotProceed where the file is no backup, the database or the folder holds something, or what was restored
    differs; then nothing of it is to be relied on.
    """
    with _opened(bundle_at) as (bundle, manifest):
        _refuse_unless_empty(url, files)
        with _connected(url, autocommit=True) as connection:
            connection.execute((SQL / "roles.sql").read_bytes())
            major = connection.info.server_version // 10_000
        with bundle.open(DUMP) as dump:
            _pg_restore(url, dump, major=major)
        _put_files(bundle, manifest, files)
        with _connected(url) as connection:
            found = _digests(connection)
    if wrong := sorted(name for name in manifest.tables | found if manifest.tables.get(name) != found.get(name)):
        raise CannotProceed(f"what was restored differs from the backup in {', '.join(wrong[:5])}: don't use it")
    return manifest


def read_manifest(bundle_at: Path) -> Manifest:
    """This function will return what a backup says of itself, or raise CannotProceed."""
    with _opened(bundle_at) as (_, manifest):
        return manifest


def _write(bundle: zipfile.ZipFile, *, url: str, files: Path, now: datetime) -> Manifest:
    with _connected(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        moment = connection.execute("SELECT pg_export_snapshot()").fetchone()
        major = connection.info.server_version // 10_000
        with bundle.open(DUMP, "w", force_zip64=True) as target:
            _pg_dump(url, target, major=major, snapshot=moment[0] if moment else "")
        tables = _digests(connection)
    kept = {name: _put_in(bundle, path, FILES + name) for name, path in _kept_files(files)}
    manifest = Manifest(FORMAT, now.isoformat(timespec="seconds"), version("onechild"), major, tables, kept)
    bundle.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
    return manifest


def _digests(connection: psycopg.Connection[Any]) -> dict[str, tuple[int, str]]:
    for name, value in SESSION.items():
        connection.execute("SELECT set_config(%s, %s, false)", [name, value])
    cursor = connection.execute((SQL / "digests.sql").read_bytes())
    while cursor.nextset():
        pass
    return {str(name): (int(count), str(digest)) for name, count, digest in cursor}


def _pg_dump(url: str, target: IO[bytes], *, major: int, snapshot: str) -> None:
    options = ("--format=custom", "--no-owner", "--no-comments", f"--snapshot={snapshot}")
    with _running("pg_dump", url, *options, major=major, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # noqa: S101  it was asked for
        shutil.copyfileobj(process.stdout, target, AT_ONCE)


def _pg_restore(url: str, dump: IO[bytes], *, major: int) -> None:
    options = ("--no-owner", "--no-comments", "--exit-on-error", "--single-transaction")
    with _running("pg_restore", url, *options, major=major, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None  # noqa: S101  it was asked for
        with suppress(BrokenPipeError):  # it ended: its own words say why
            shutil.copyfileobj(dump, process.stdin, AT_ONCE)
            process.stdin.close()


@contextmanager
def _running(program: str, url: str, *options: str, major: int, **pipes: int) -> Iterator[subprocess.Popen[bytes]]:
    """The password goes by the environment: arguments can be read by everybody on the machine."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    if password := parts.pop("password", None):
        env["PGPASSWORD"] = password
    command = [str(find_client(program, major=major)), *options, "--no-password", f"--dbname={make_conninfo(**parts)}"]
    process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, **pipes)  # type: ignore[call-overload]  # noqa: S603
    said: list[bytes] = []
    listener = threading.Thread(target=lambda: said.append(process.stderr.read()))
    listener.start()
    try:
        yield process
    except BaseException:
        process.kill()
        raise
    finally:
        listener.join()
        process.wait()
    if process.returncode != 0:
        lines = b"".join(said).decode(errors="replace").strip().splitlines() or ["it gave no reason"]
        raise CannotProceed(f"{program} didn't finish: {lines[0]}")


@contextmanager
def _connected(url: str, *, autocommit: bool = False) -> Iterator[psycopg.Connection[Any]]:
    try:
        with psycopg.connect(url, autocommit=autocommit) as connection:
            yield connection
    except psycopg.OperationalError as fault:
        raise CannotProceed(f"the database can't be reached: {str(fault).splitlines()[0]}") from None


def _refuse_unless_empty(url: str, files: Path) -> None:
    with _connected(url) as connection:
        found = connection.execute((SQL / "tables.sql").read_bytes()).fetchone()
    if found and found[0]:
        raise CannotProceed("the database is not empty: a backup is restored into a new one")
    if any(True for _ in _kept_files(files)):
        raise CannotProceed(f"{files} is not empty: a backup is restored into a new folder")


def _kept_files(files: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(files.rglob("*")) if files.is_dir() else ():
        name = path.relative_to(files)
        if path.is_file() and not path.is_symlink() and name.parts[0] not in NOT_KEPT:
            yield name.as_posix(), path


def _put_in(bundle: zipfile.ZipFile, path: Path, name: str) -> str:
    found = hashlib.sha256()
    with path.open("rb") as source, bundle.open(name, "w", force_zip64=True) as target:
        while part := source.read(AT_ONCE):
            found.update(part)
            target.write(part)
    return found.hexdigest()


def _put_files(bundle: zipfile.ZipFile, manifest: Manifest, files: Path) -> None:
    files.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, digest in manifest.files.items():
        place = (files / name).resolve()
        if not place.is_relative_to(files.resolve()):
            raise CannotProceed(f"the backup names a file outside its folder: {name}")
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = hashlib.sha256()
        opened = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with bundle.open(FILES + name) as source, os.fdopen(opened, "wb") as target:
            while part := source.read(AT_ONCE):
                found.update(part)
                target.write(part)
        if found.hexdigest() != digest:
            raise CannotProceed(f"the file {name} of the backup is damaged")


@contextmanager
def _opened(bundle_at: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    try:
        with zipfile.ZipFile(bundle_at) as bundle:
            facts = json.loads(bundle.read(MANIFEST))
            tables = {name: (int(rows), str(digest)) for name, (rows, digest) in facts.pop("tables").items()}
            manifest = Manifest(**facts, tables=tables)
            if manifest.format != FORMAT:
                raise CannotProceed(f"{bundle_at} is of format {manifest.format}; this OneChild reads {FORMAT}")
            yield bundle, manifest
    except FileNotFoundError:
        raise CannotProceed(f"there is no file {bundle_at}") from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise CannotProceed(f"{bundle_at} is not a whole backup of OneChild") from None
    except OSError as fault:
        raise CannotProceed(f"{bundle_at} can't be read: {fault.strerror or fault}") from None
