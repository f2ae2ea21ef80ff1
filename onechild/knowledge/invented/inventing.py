"""Invents Hatterton: simulates it, writes down what is written along the way, and hands over the standard tables."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from onechild.errors import CannotProceed
from onechild.knowledge.invented.copying import COUNCIL_WIDE, Tables, copies, copy, together
from onechild.knowledge.invented.days import number
from onechild.knowledge.invented.records.writing import write_records
from onechild.knowledge.invented.rows import known_by
from onechild.knowledge.invented.work.simulating import BOOKS_OPEN, COUNTS_FROM, simulate
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.extract import About, Extract, read_extract, write_extract

# Goes up when the same seed would give other rows, so that an extract made earlier is known to be out of date.
VERSION = 3
COUNCIL, COUNCIL_NAME = "999", "Hatterton"
DEFAULT_SEED = 1
LAST_UNTIL = date(2055, 12, 31)
SMALLEST = 0.005


@dataclass(frozen=True)
class Step:
    """How far the work has come: what is being done, and how much of it."""

    doing: str
    done: int
    of: int


def invent(
    *, until: date, seed: int = DEFAULT_SEED, scale: float = 1.0, on_step: Callable[[Step], None] | None = None
) -> dict[str, pa.Table]:
    """This function will return the tables of Hatterton as known at the end of `until`, each as the contract says.

    The same seed gives the same rows to the byte, and a later `until` leaves what was known before as it was. Below
    1, `scale` gives fewer families and workers; above 1, copies with fresh ids. Raises CannotProceed for a date
    before 1 April 2016 or a scale outside 0.01 to 1000.
    """
    parts = [copy(tables, count=count) for tables, count in _councils(until, seed, scale, on_step)]
    return parts[0] if len(parts) == 1 else together(parts)


def write_hatterton(
    folder: Path,
    *,
    until: date,
    seed: int = DEFAULT_SEED,
    scale: float = 1.0,
    on_step: Callable[[Step], None] | None = None,
) -> Extract:
    """This function will invent Hatterton and write it as an extract; write_extract says what it refuses.

    Copies are made and written one at a time, table by table: memory stays near what a single council needs, and the
    rows are those of `invent`.
    """
    tables = _streams(_councils(until, seed, scale, on_step), on_step)
    return write_extract(folder, tables, about=about(until=until, seed=seed, scale=scale))


def is_written(folder: Path, *, until: date, seed: int = DEFAULT_SEED, scale: float = 1.0) -> bool:
    """This function will say whether the folder already holds this very Hatterton, made by this version."""
    try:
        return read_extract(folder, trusting=True).about.note == about(until=until, seed=seed, scale=scale).note
    except CannotProceed:
        return False


def about(*, until: date, seed: int, scale: float) -> About:
    """This function will say what the extract is; its note tells apart seeds, scales and versions of the generator."""
    note = f"Invented; no child or worker is real. Generator {VERSION}, seed {seed}, scale {scale:g}, until {until}."
    return About(council=COUNCIL, council_name=COUNCIL_NAME, known_at=until, invented=True, note=note)


def _councils(until: date, seed: int, scale: float, on_step: Callable[[Step], None] | None) -> list[tuple[Tables, int]]:
    """The councils to put under one another: tables, and which copy of them; copies share what they are copied from."""
    _check(until, scale)
    whole, part = int(scale), scale - int(scale)
    councils: list[tuple[Tables, int]] = []
    if whole:
        original = _one(seed=seed, scale=1.0, until=number(until), on_step=on_step)
        councils += [(original, count) for count in range(whole)]
    if part > SMALLEST:
        councils.append((_one(seed=seed, scale=part, until=number(until), on_step=on_step), whole))
    return councils


def _streams(
    councils: Sequence[tuple[Tables, int]], on_step: Callable[[Step], None] | None
) -> dict[str, Iterator[pa.Table]]:
    every = _count(councils)
    done = 0
    if len(councils) > 1:
        gc.collect()  # the simulation's own rows, half a gigabyte, would else stay for as long as the copies take

    def stream(name: str) -> Iterator[pa.Table]:
        nonlocal done
        for place, rows in enumerate(copies(name, councils), 1):
            if on_step is not None:
                on_step(Step(f"writing {name}, {place} of {len(councils)}", done, every))
            done += rows.num_rows
            yield rows

    return {name: stream(name) for name in {name for tables, _ in councils for name in tables}}


def _count(councils: Sequence[tuple[Tables, int]]) -> int:
    """How many rows there will be; what is said once for the whole council is counted as it will be written."""
    own: int = sum(rows.num_rows for tables, _ in councils for name, rows in tables.items() if name not in COUNCIL_WIDE)
    return own + sum(int(rows.num_rows) for name in COUNCIL_WIDE for rows in copies(name, councils))


def _check(until: date, scale: float) -> None:
    if not COUNTS_FROM <= until <= LAST_UNTIL:
        raise CannotProceed(f"Hatterton can be invented up to a day from {COUNTS_FROM} to {LAST_UNTIL}, not {until}")
    if not 2 * SMALLEST <= scale <= 1000:
        raise CannotProceed(f"the scale must be from {2 * SMALLEST:g} to 1000, not {scale:g}")


def _one(*, seed: int, scale: float, until: int, on_step: Callable[[Step], None] | None) -> dict[str, pa.Table]:
    first = number(BOOKS_OPEN)

    def told(day: int) -> None:
        if on_step is not None and day % 28 == 0:
            on_step(Step("living through the days", day - first, until - first))

    with _uncollected():
        council = simulate(seed=seed, scale=scale, until=until, on_day=told)
        write_records(council, until=until)
        return {name: conform(name, known_by(name, rows, until)) for name, rows in council.book.rows.items() if rows}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of rows are made and none is let go: looking through them for rubbish would double the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
