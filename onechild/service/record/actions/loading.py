"""Loads an extract into the record: one transaction, one change-set, table by table, only what differs.

A load changes only rows that its source owns. What it can't take waits in the quarantine; a row that its source no
longer sends is marked gone and never deleted; an edit made here stands until the source itself changes that row.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.subjects import OWNERS
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract
from onechild.knowledge.tables.model import Shape, Table
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.load_findings import look
from onechild.service.record.actions.staging import stage
from onechild.service.record.models import Child, SourceSystem

FOUND = ("findings", "quarantine")
# People first: other rows refer to children.
ORDER = ("children", *(name for name in TABLES if name != "children" and name not in FOUND))
MEMORY = "256MB"
OnStep = Callable[[str, int, int], None]


class Busy(CannotProceed):
    """Another load is under way."""


@dataclass(frozen=True)
class Spoken:
    """Which kept rows of a table a load speaks for: those it doesn't bring are gone from their source.

    Narrowed to rows of these formats (`said_by`, the column `source`), and to those whose day lies from `since` to
    `until`; `reach` stands for "from the earliest day that the table itself brings".
    """

    said_by: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    reach: bool = False


ALL_ROWS = Spoken()


@dataclass(frozen=True)
class Counts:
    """How the rows of one table fared. `spared` are rows edited here that the source has not changed since."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    back: int = 0
    spared: int = 0
    refused: int = 0

    @property
    def same(self) -> int:
        """Rows that stand in the record as the source has them."""
        return self.rows - self.new - self.changed - self.back - self.spared - self.refused

    @property
    def moved(self) -> int:
        """Rows written."""
        return self.new + self.changed + self.gone + self.back


@dataclass
class Loaded:
    """What a load did: its change-set, how each table fared, and the seconds for the rows and for the clocks."""

    change_set: int
    tables: dict[str, Counts] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    children: int = 0
    seconds: float = 0.0
    clock_seconds: float = 0.0


def source_system(code: str, *, name: str = "") -> SourceSystem:
    """This function will return the source system of a code, made where it is new: the first has no prefix."""
    if not re.fullmatch(r"[a-z0-9]{1,12}", code):
        raise CannotProceed(f"{code!r} is no code of a source: give 1 to 12 small letters and digits, such as mosaic")
    if code == "oc":
        raise CannotProceed("the code oc is OneChild's own: give the source another")
    known = SourceSystem.objects.filter(code=code).first()
    prefix = "" if not SourceSystem.objects.exists() else f"{code}:"
    return known or SourceSystem.objects.create(code=code, name=name or code, prefix=prefix)


def load(
    extract: Extract,
    *,
    source: str,
    by: Person | str,
    now: datetime,
    name: str = "",
    speaks: Callable[[str], Spoken | None] = lambda table: ALL_ROWS,
    skip: Callable[[SourceSystem], Mapping[str, int]] = lambda origin: {},
    on_step: OnStep = lambda table, done, total: None,
    on_end: Callable[[Loaded, SourceSystem], None] = lambda loaded, origin: None,
) -> Loaded:
    """Load every table of the extract as rows of the source; all is kept, or nothing.

    `speaks` says which rows of a table the extract speaks for (None: none, so that nothing is marked gone). `skip`
    names tables that this source has brought before, byte for byte, with their rows. `on_step` is told the rows done
    of each table; `on_end` is called last, in the same transaction. This function will raise Busy where another load is
    under way.
    """
    began = time.perf_counter()
    with change_set(by=by, kind="load", words=f"Load of {name or source}") as number, connection.cursor() as cursor:
        cursor.callproc("record_load_claim")
        if not cursor.fetchone()[0]:
            raise Busy("another load is under way; try again when it is done")
        for setting in ("work_mem", "maintenance_work_mem"):
            cursor.callproc("set_config", [setting, MEMORY, True])
        origin = source_system(source, name=name)
        work = _Load(cursor, extract, origin, now, speaks, skip(origin), on_step)
        loaded = Loaded(number, work.run(), frozenset(work.skipped))
        rows_done = time.perf_counter()
        loaded.children = _renew_clocks(cursor, changed={n for n, counts in loaded.tables.items() if counts.moved})
        loaded.clock_seconds = time.perf_counter() - rows_done
        loaded.seconds = time.perf_counter() - began - loaded.clock_seconds
        on_end(loaded, origin)
    loaded.seconds = time.perf_counter() - began - loaded.clock_seconds  # the end of the transaction with it
    return loaded


@dataclass
class _Load:
    cursor: Any
    extract: Extract
    origin: SourceSystem
    now: datetime
    speaks: Callable[[str], Spoken | None]
    skipped: Mapping[str, int]
    on_step: OnStep
    counts: dict[str, Counts] = field(default_factory=dict)

    def run(self) -> dict[str, Counts]:
        names = [name for name in ORDER if name in self.extract.rows and name not in self.skipped]
        if names or any(name in self.extract.rows and name not in self.skipped for name in FOUND):
            self.skipped = {name: rows for name, rows in self.skipped.items() if name not in FOUND}
        self.counts = {name: Counts(rows=rows) for name, rows in self.skipped.items()}
        if len(self.skipped) == len(self.extract.rows):
            return self.counts
        self.cursor.callproc("record_load_begin")
        if Child.every.exists():
            self._in_two_halves(names)
        else:
            self._one_by_one(names)
        self.cursor.callproc("record_load_forget_adults")
        self._findings(names)
        return self.counts

    def _one_by_one(self, names: list[str]) -> None:
        """Into an empty record: nobody has rows that could be waited for, and each table is done with at once."""
        self._hold_writers()
        self._know_children()
        for name in names:
            self._compare(name)
            self._apply(name)
            if name == "children":
                self._know_children()

    def _in_two_halves(self, names: list[str]) -> None:
        """All is read and compared while people go on saving; they wait only while the differences are written."""
        self._know_children()
        for name in names:
            self._compare(name)
            if name == "children":
                self._know_children()
        self._hold_writers()
        for name in names:
            self._apply(name)

    def _compare(self, name: str) -> None:
        table, total, done = TABLES[name], self.extract.rows.get(name, 0), 0
        for done in stage(self.cursor, name, self.extract.path(name), prefix=self.origin.prefix):
            self.on_step(name, done, total)
        forgotten = self._forget_erased(name)
        self._call_compare(table, self.speaks(name))
        self.counts[name] = Counts(rows=done - forgotten)

    def _forget_erased(self, name: str) -> int:
        """Leave out what the source still sends of a child who was erased here."""
        self.cursor.callproc("record_load_forget_erased", [name])
        forgotten: int = self.cursor.fetchone()[0]
        return forgotten

    def _call_compare(self, table: Table, spoken: Spoken | None) -> None:
        day = {Shape.SPELL: "started_on", Shape.EVENT: "happened_on", Shape.THING: None}[table.shape]
        since = spoken.since if spoken else None
        if spoken and spoken.reach and day:
            self.cursor.callproc("record_load_reach", [table.name, day])
            since = self.cursor.fetchone()[0]
        narrowed = bool(spoken and (spoken.said_by or spoken.since or spoken.until or spoken.reach))
        told = spoken is not None and not (narrowed and day is None)  # a thing has no day by which to tell
        said_by = list(spoken.said_by) if spoken and spoken.said_by else None
        until = spoken.until if spoken else None
        what = [table.name, table.key, list(table.names), self.origin.pk, _of_child(table)]
        self.cursor.callproc("record_load_compare", [*what, told, said_by, day, since, until])

    def _apply(self, name: str) -> None:
        table = TABLES[name]
        what = [name, table.key, list(table.names), self.origin.pk, _of_child(table), self.origin.prefix, self.now]
        self.cursor.callproc("record_load_apply", what)
        new, changed, gone, back, spared, refused = self.cursor.fetchone()
        self.counts[name] = Counts(self.counts[name].rows, new, changed, gone, back, spared, refused)

    def _findings(self, names: list[str]) -> None:
        """What reading found and what the record itself shows, merged like rows of any other table."""
        self.cursor.callproc("record_load_begin_findings")
        looked_at = look(self.cursor, self.origin.pk, loaded=names)
        for name in FOUND:
            for done in stage(self.cursor, name, self.extract.path(name), prefix=self.origin.prefix):
                self.on_step(name, done, self.extract.rows[name])
            self._forget_erased(name)
            self.cursor.callproc(f"record_load_stage_{name}", [self.origin.prefix])
            self.counts[name] = Counts(rows=self.cursor.fetchone()[0])
            self._call_compare(TABLES[name], ALL_ROWS)
        self.cursor.callproc("record_load_keep_findings", [looked_at])
        files = [source.name for source in self.extract.about.sources] or None
        self.cursor.callproc("record_load_keep_quarantine", [self.origin.prefix, files, names])
        for name in FOUND:
            self._apply(name)

    def _know_children(self) -> None:
        self.cursor.callproc("record_load_know_children")

    def _hold_writers(self) -> None:
        self.cursor.callproc("record_load_hold_writers")


def _of_child(table: Table) -> bool:
    return table.of_child and table.name != "children"


def _renew_clocks(cursor: Any, *, changed: set[str]) -> int:
    """Work out the obligations of the children whose rows changed; of all, where the settings or most children did."""
    if not changed:
        return 0
    cursor.callproc("record_load_touched")
    touched = [row[0] for row in cursor.fetchall()]
    settings = bool({"settings", "school_terms"} & changed)
    others = bool(set(OWNERS) & changed)
    if touched or settings or others:
        clocks.renew_after_load(touched, settings=settings, others=others)
    return len(touched)
