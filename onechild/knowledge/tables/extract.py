"""Writes and reads an extract: a folder of Parquet files that keeps the contract, and `extract.json` about it."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onechild.errors import CannotProceed
from onechild.knowledge.tables.chunks import check_chunks, write_chunks
from onechild.knowledge.tables.conform import ContractBroken
from onechild.knowledge.tables.contract import TABLES, VERSION

ABOUT_FILE = "extract.json"


@dataclass(frozen=True)
class SourceFile:
    """A file that an extract was made from: its name, its format, its SHA-256 and its size in bytes."""

    name: str
    format: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class About:
    """What an extract is: council code, the day its facts were known as at (None: unknown), sources, if invented."""

    council: str
    known_at: date | None = None
    sources: tuple[SourceFile, ...] = ()
    invented: bool = False
    council_name: str = ""
    note: str = ""


@dataclass(frozen=True)
class Extract:
    """An extract on disk: where it lies, what it is, rows by table, and a fingerprint of every table's bytes."""

    folder: Path
    about: About
    rows: dict[str, int] = field(default_factory=dict)
    fingerprint: str = ""

    def path(self, name: str) -> Path | None:
        """The Parquet file of a table, or None where the extract has no row of it."""
        return self.folder / f"{name}.parquet" if name in self.rows else None

    def table(self, name: str) -> pa.Table:
        """A table in memory; empty, with the contract's schema, where the extract has no row of it."""
        found = self.path(name)
        return pq.read_table(found) if found else TABLES[name].schema.empty_table()


def write_extract(folder: Path, tables: Mapping[str, pa.Table | Iterable[pa.Table]], *, about: About) -> Extract:
    """Write the tables as an extract, replacing an older one, all or nothing; folder 0700, files 0600.

    A table may be given whole, or as an iterable of chunks: each is written before the next is asked for, one table
    after another, and only its key's hash is kept (8 bytes a row of the table at hand). Empty tables are left out.

    This function will raise ContractBroken, and leave what was there, where a table breaks the contract, and
    CannotProceed where the folder holds something that is no extract.
    """
    _refuse_foreign(folder)
    with _beside(folder) as fresh:
        counts = _write_tables(fresh, tables)
        hashes = {name: _sha256(fresh / f"{name}.parquet") for name in counts}
        facts = {
            "contract": VERSION,
            "council": about.council,
            "council_name": about.council_name,
            "known_at": about.known_at.isoformat() if about.known_at else None,
            "invented": about.invented,
            "note": about.note,
            "sources": [asdict(source) for source in about.sources],
            "tables": {name: {"rows": counts[name], "sha256": hashes[name]} for name in hashes},
        }
        _write_private(fresh / ABOUT_FILE, (json.dumps(facts, indent=1, ensure_ascii=False) + "\n").encode())
        _put_in_place(fresh, folder)
    return Extract(folder, about, counts, _fingerprint(hashes))


def read_extract(folder: Path, *, trusting: bool = False) -> Extract:
    """Open an extract after checking that it keeps the contract; `trusting` checks the list of tables only.

    This function will raise CannotProceed where the folder is no extract or its files are damaged, and ContractBroken
    where a table breaks the contract, naming table, column and row.
    """
    facts = _facts(folder)
    if facts.get("contract") != VERSION:
        raise ContractBroken(
            f"{folder} keeps version {facts.get('contract')} of the contract; this OneChild reads version {VERSION}"
        )
    tables = facts["tables"]
    for name, kept in tables.items():
        _check_file(folder, name, kept, trusting=trusting)
    about = About(
        council=facts["council"],
        known_at=date.fromisoformat(facts["known_at"]) if facts.get("known_at") else None,
        sources=tuple(SourceFile(**source) for source in facts.get("sources", ())),
        invented=bool(facts.get("invented")),
        council_name=facts.get("council_name", ""),
        note=facts.get("note", ""),
    )
    hashes = {name: kept["sha256"] for name, kept in tables.items()}
    return Extract(folder, about, {name: kept["rows"] for name, kept in tables.items()}, _fingerprint(hashes))


def source_file(path: Path, *, format: str) -> SourceFile:
    """Describe a source file by name, SHA-256 and size."""
    return SourceFile(path.name, format, _sha256(path), path.stat().st_size)


def _facts(folder: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads((folder / ABOUT_FILE).read_text(encoding="utf-8"))
        if not isinstance(facts["tables"], dict) or not isinstance(facts["council"], str):
            raise TypeError
    except FileNotFoundError:
        raise CannotProceed(f"{folder} is not an extract: it has no {ABOUT_FILE}") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise CannotProceed(f"{folder / ABOUT_FILE} can't be read; make the extract again") from None
    return facts


def _check_file(folder: Path, name: str, kept: Mapping[str, Any], *, trusting: bool) -> None:
    if name not in TABLES:
        raise ContractBroken(f"the contract has no table {name}")
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise CannotProceed(f"{folder}: the file of the table {name} is missing")
    if trusting:
        return
    if _sha256(path) != kept["sha256"]:
        raise CannotProceed(f"{path}: the file is not the one that was written; make the extract again")
    check_chunks(path, name)


def _write_tables(folder: Path, tables: Mapping[str, pa.Table | Iterable[pa.Table]]) -> dict[str, int]:
    counts = {}
    for name, rows in sorted(tables.items(), key=itemgetter(0)):
        chunks = (rows,) if isinstance(rows, pa.Table) else rows
        counts[name] = write_chunks(folder / f"{name}.parquet", name, chunks)
    return {name: count for name, count in counts.items() if count}


def _refuse_foreign(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise CannotProceed(f"{folder} is not a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / ABOUT_FILE).is_file():
        raise CannotProceed(f"{folder} holds other files; name an empty or a new folder")


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_after_the_dead(folder)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-{os.getpid()}-", dir=folder.parent))
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _clear_after_the_dead(folder: Path) -> None:
    """Remove what a killed writer left beside the folder; put the older extract back if that was as far as it came."""
    for left in folder.parent.glob(f".{glob.escape(folder.name)}-*-*"):
        pid = left.name.removeprefix(f".{folder.name}-").partition("-")[0]
        if not pid.isdecimal() or _alive(int(pid)):
            continue
        if left.name.endswith("-old") and not folder.exists():
            left.rename(folder)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _put_in_place(fresh: Path, folder: Path) -> None:
    old = fresh.with_name(fresh.name + "-old")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(hashes: Mapping[str, str]) -> str:
    joined = "\n".join(f"{name} {digest}" for name, digest in sorted(hashes.items()))
    return hashlib.sha256(f"contract {VERSION}\n{joined}".encode()).hexdigest()
