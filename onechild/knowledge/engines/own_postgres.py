"""A PostgreSQL server of our own in a folder, reached over a Unix socket only; it keeps its data between starts."""

from __future__ import annotations

import fcntl
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from onechild.errors import CannotProceed
from onechild.knowledge.engines.postgres_programs import Programs, find_programs

OWNER = "onechild"
PORT = 5432
LONGEST_SOCKET = 100  # a socket's whole path may have 107 bytes on Linux
BUILTIN_LOCALES_FROM = 17
SECONDS = "60"
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Server:
    """A running server: its folder, the folder of its socket, the address of its database, and who started it."""

    folder: Path
    sockets: Path
    url: str
    started_here: bool


@contextmanager
def own_postgres(
    folder: Path,
    *,
    port: int = PORT,
    sockets: Path | None = None,
    database: str = "postgres",
    durable: bool = True,
) -> Iterator[str]:
    """Have a server for the time of the block; its address is handed over, and whoever started it stops it.

    Arguments and errors are those of `start`.
    """
    server = start(folder, port=port, sockets=sockets, database=database, durable=durable)
    try:
        yield server.url
    finally:
        if server.started_here:
            stop(folder)


def start(
    folder: Path,
    *,
    port: int = PORT,
    sockets: Path | None = None,
    database: str = "postgres",
    durable: bool = True,
) -> Server:
    """Start the server of a folder, made on the first time, or join it where it runs already.

    `sockets` is the folder of the socket (default: the folder itself, or a temporary one where its path is too long).
    `durable=False` waits for no disk: for tests only. This function will raise CannotProceed where there is no
    PostgreSQL, where the data belongs to another major version, or where the server doesn't start, with its own words.
    """
    folder = folder.resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    programs = _programs(folder)
    with _alone(folder):
        running = _running(folder, programs)
        if running is None:
            _prepare(folder, programs)
            place = _socket_folder(folder, sockets, programs)
            _clear_after_the_dead(place / f".s.PGSQL.{port}.lock")
            _launch(folder, programs, port=port, sockets=place, durable=durable)
        kept, at = running or (place, port)
        _have_database(_url(kept, at, "postgres"), database)
    return Server(folder, kept, _url(kept, at, database), started_here=running is None)


def stop(folder: Path) -> None:
    """Stop the server of a folder, if it runs, and wait until it has; connections are cut off."""
    folder = folder.resolve()
    programs = _programs(folder)
    with _alone(folder):
        running = _running(folder, programs)
        if running is None:
            return
        said = programs.run("pg_ctl", "stop", "-D", str(folder / "data"), "-m", "fast", "-w", "-t", SECONDS)
        if said.returncode != 0:
            raise CannotProceed(f"PostgreSQL in {folder} didn't stop: {_last_line(said.stderr or said.stdout)}")
        if running[0] != folder and running[0].name.startswith(SOCKETS):
            shutil.rmtree(running[0], ignore_errors=True)


SOCKETS = "onechild-socket-"


def _programs(folder: Path) -> Programs:
    programs = find_programs(copies=folder)
    programs.own(folder)
    if programs.run("postgres", "--version").returncode != 0 or not _reachable(folder, programs):
        who = programs.account.name if programs.account else "this user"
        raise CannotProceed(f"the user {who}, who runs PostgreSQL, can't reach {folder}: name a folder elsewhere")
    return programs


def _reachable(folder: Path, programs: Programs) -> bool:
    """Root reaches everything; an account needs leave to pass through every folder on the way."""
    if programs.account is None:
        return True
    for parent in folder.parents:
        facts = parent.stat()
        mine, group = facts.st_uid == programs.account.uid, facts.st_gid == programs.account.gid
        if not facts.st_mode & (0o100 if mine else 0o010 if group else 0o001):
            return False
    return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two that start one folder at once go one after the other."""
    with (folder / "starting.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _running(folder: Path, programs: Programs) -> tuple[Path, int] | None:
    """Where the folder's server listens; a pid file left by a server that is gone is taken away."""
    pid_file = folder / "data" / "postmaster.pid"
    with suppress(FileNotFoundError, IndexError, ValueError):
        lines = pid_file.read_text(encoding="utf-8").splitlines()
        if _is_postgres(int(lines[0])) and lines[1] == str(folder / "data"):
            ready = programs.run("pg_ctl", "status", "-D", str(folder / "data"))
            if ready.returncode == 0:
                return Path(lines[4]), int(lines[3])
    pid_file.unlink(missing_ok=True)
    return None


def _is_postgres(pid: int) -> bool:
    """After a restart of the machine the number may be another program's."""
    if not Path("/proc/self").exists():
        return True
    with suppress(OSError):
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
    return False


def _clear_after_the_dead(lock: Path) -> None:
    """A server that was killed leaves the lock of its socket, which PostgreSQL heeds while its number is anybody's."""
    with suppress(FileNotFoundError, IndexError, ValueError):
        if not _is_postgres(int(lock.read_text(encoding="utf-8").splitlines()[0])):
            lock.unlink()


def _prepare(folder: Path, programs: Programs) -> None:
    data = folder / "data"
    if not data.exists():
        fresh = folder / "data-new"
        shutil.rmtree(fresh, ignore_errors=True)
        builtin = programs.major >= BUILTIN_LOCALES_FROM
        locale = (
            ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
            if builtin
            else ("--locale=C.UTF-8",)
        )
        options = (f"--username={OWNER}", "--auth=trust", "--encoding=UTF8", "--data-checksums", *locale)
        said = programs.run("initdb", "-D", str(fresh), *options)
        if said.returncode != 0:
            raise CannotProceed(f"PostgreSQL couldn't be set up in {folder}: {_last_line(said.stderr)}")
        fresh.rename(data)
    kept = (data / "PG_VERSION").read_text(encoding="utf-8").strip()
    if kept != str(programs.major):
        raise CannotProceed(f"{folder} was made by PostgreSQL {kept}, and the one at hand is {programs.major}")


def _socket_folder(folder: Path, sockets: Path | None, programs: Programs) -> Path:
    place = (sockets or folder).resolve()
    if sockets is None and len(str(place).encode()) > LONGEST_SOCKET - len("/.s.PGSQL.65535"):
        place = Path(tempfile.mkdtemp(prefix=SOCKETS))
    if len(str(place).encode()) > LONGEST_SOCKET - len("/.s.PGSQL.65535"):
        raise CannotProceed(f"the path {place} is too long for a socket: name a shorter one")
    programs.own(place)
    return place


def _launch(folder: Path, programs: Programs, *, port: int, sockets: Path, durable: bool) -> None:
    log = folder / "server.log"
    settings = (
        "listen_addresses=",
        f"port={port}",
        f"unix_socket_directories={sockets}",
        "unix_socket_permissions=0700",
        "log_min_messages=log",  # the server's own log is no place for what a failed statement held
        "log_error_verbosity=terse",
        *(() if durable else HASTY),
    )
    options = " ".join(f"-c {shlex.quote(setting)}" for setting in settings)
    data = str(folder / "data")
    said = programs.run("pg_ctl", "start", "-D", data, "-l", str(log), "-w", "-t", SECONDS, "-o", options)
    if said.returncode != 0:
        words = log.read_text(encoding="utf-8", errors="replace") if log.exists() else said.stderr
        raise CannotProceed(f"PostgreSQL in {folder} didn't start: {_last_line(words)}")


def _have_database(url: str, database: str) -> None:
    if database == "postgres":
        return
    with psycopg.connect(url, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))


def _url(sockets: Path, port: int, database: str) -> str:
    return f"postgresql://{OWNER}@/{quote(database)}?host={quote(str(sockets), safe='')}&port={port}"


def _last_line(words: str) -> str:
    lines = [line for line in words.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "it gave no reason"
