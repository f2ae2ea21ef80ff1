"""The shapes that every format shares: a recognised file, how its rows fared, what one format's files gave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from onechild.knowledge.formats.wording import shown


@dataclass(frozen=True)
class Recognised:
    """A file told apart by its content: its format, and which part of it ("episodes"; "" for the whole)."""

    path: Path
    format: str
    part: str = ""
    label: str = ""

    @property
    def name(self) -> str:
        """How the file is called in counts, quarantine and keys: told apart from a namesake by its folder."""
        return self.label or shown(self.path.name)


@dataclass
class FileCount:
    """How the rows of one file fared: whole + part + refused = rows; values refused are counted apart."""

    file: str
    format: str
    rows: int = 0
    whole: int = 0
    part: int = 0
    refused: int = 0
    values_refused: int = 0


@dataclass(frozen=True)
class Finding:
    """Something rows say that cannot all be true, or that had to be worked out; a row of the table `findings`."""

    kind: str
    table: str
    words: str
    child_id: str | None = None
    row_id: str | None = None
    other_row_id: str | None = None


@dataclass(frozen=True)
class Asked:
    """What the person asked for: the council's code, the year a return ends in, the day the files were known as at."""

    council: str | None = None
    year: int | None = None
    known_at: date | None = None
    watch: Callable[[str, int, int], None] | None = None

    def told(self, file: Recognised) -> Callable[[int], None] | None:
        """Whom a reader tells how many bytes of a file it has read, if anybody watches."""
        if self.watch is None:
            return None
        watch, size = self.watch, file.path.stat().st_size
        return lambda read: watch(file.name, read, size)


@dataclass
class Reading:
    """What the files of one format gave: standard tables (conforming Arrow), counts, quarantine rows and findings.

    Where two rows are one thing (formats.keys), the one that stands first wins: the newest file's rows come first.
    `tables` may hold the same child, or the same thing, twice; picture.py makes one row of them.
    """

    format: str
    tables: dict[str, pa.Table] = field(default_factory=dict)
    counts: list[FileCount] = field(default_factory=list)
    quarantine: list[dict[str, object]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    council: str | None = None
    year: int | None = None
    known_at: date | None = None


class Format(Protocol):
    """What a format package offers: `recognise` one file by its content, and `read` all its files at once."""

    NAME: str

    def recognise(self, path: Path, head: bytes) -> Recognised | None:
        """Say whether the file is of this format, from its first bytes or its sheet names, never from its name."""
        ...

    def read(self, files: Sequence[Recognised], *, asked: Asked) -> Reading:
        """Read the files of one council into standard tables; raise CannotProceed where nothing can be read."""
        ...
