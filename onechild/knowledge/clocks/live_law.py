"""The law as the schema `clocks` holds it: every clock and every length, whatever data is there today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.building import BIRTHDAYS, BORN_AT_THE_EARLIEST, SPANS, numbered_days
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines.live_calls import asked, fill, fingerprints, made_from
from onechild.knowledge.workdays.days import calendar_table
from onechild.knowledge.workdays.lengths import Length

DAYS_SCHEMA = pa.schema([("date", pa.date32()), ("number", pa.int64())])
# `asked`: of every child, since the record holds what the clock needs. Decided by a rebuild.
CLOCKS_SCHEMA = pa.schema([*law.CLOCKS_SCHEMA, ("needs_event", pa.bool_()), ("asked", pa.bool_())])
SCHEMAS = {
    "law_clocks": CLOCKS_SCHEMA,
    "law_meets": law.MEETS_SCHEMA,
    "law_steps": law.STEPS_SCHEMA,
    "law_due": law.DUE_SCHEMA,
    "journey_days": DAYS_SCHEMA,
}
KEYS = {
    "law_clocks": "number",
    "law_due": "within, counted_from) INCLUDE (falls_on",
    "journey_days": "date",
}


def law_tables(standards: Iterable[InForce], *, clocks_asked: Iterable[str] = ()) -> dict[str, pa.Table]:
    """This function will return what the schema `clocks` holds of the law, by table, with the council's standards.

    `clocks_asked` are the keys of the clocks that are asked of every child, which the record decides.
    """
    rows, lengths = _rules(tuple(standards), frozenset(clocks_asked))
    return {**rows, "law_due": due_rows(lengths), "journey_days": numbered_days()}


def load_law(cursor: Any, standards: Iterable[InForce]) -> bool:
    """Make the schema `clocks` hold the law with these standards; True where it held another, so that all must be
    rebuilt. `standards` is what `standards.read_standards` makes of the rows of the table `settings`. The due days of a
    length are counted once: only those of a length that is new take seconds."""
    known, rules_asked = fingerprints(cursor), asked(cursor)
    rows, lengths = _rules(tuple(standards), frozenset(rules_asked))
    calendar = _fingerprint(calendar_table())
    uncounted = {length for length in lengths if known.get(f"days of {length}") != calendar}
    if uncounted:
        fill(cursor, "law_due", due_rows(uncounted), without=map(str, uncounted))
        made_from(cursor, {f"days of {length}": calendar for length in uncounted})
    if known.get("calendar") != calendar:
        fill(cursor, "journey_days", numbered_days())
        made_from(cursor, {"calendar": calendar})
    fingerprint = law_fingerprint(standards)
    if known.get("law") == fingerprint:
        return False
    for name, table in rows.items():
        fill(cursor, name, table)
    made_from(cursor, {"law": fingerprint})
    return True


def law_fingerprint(standards: Iterable[InForce]) -> str:
    """This function will return a number that changes with any rule, any standard and any day of the calendar."""
    rows, _ = _rules(tuple(standards), frozenset())
    return _fingerprint(*rows.values(), calendar_table())


def due_rows(lengths: Iterable[Length]) -> pa.Table:
    """This function will return within, counted_from and falls_on of each length, from every day of the calendar.

    Birthdays are counted from births since 1900.
    """
    first, last = law.calendar_bounds()
    births = [length for length in lengths if length.unit == "birthday"]
    others = [length for length in lengths if length.unit != "birthday"]
    counted = [_from(BORN_AT_THE_EARLIEST, last, births), _from(first, last, others)]
    return pa.concat_tables(counted)


def _from(first: date, last: date, lengths: list[Length]) -> pa.Table:
    return law.due_table(lengths, first=first, last=last)


def _rules(standards: tuple[InForce, ...], clocks_asked: frozenset[str]) -> tuple[dict[str, pa.Table], set[Length]]:
    """The small tables, and every length that can occur: a plan's own intervals too, whether one has it or not."""
    steps = [step for clock in CLOCKS for step in law.steps(clock, standards=standards)]
    rows = law.law_rows(CLOCKS, steps)
    clocks = [
        {**row, "needs_event": clock.needs_event, "asked": clock.key in clocks_asked}
        for row, clock in zip(rows.clocks.to_pylist(), CLOCKS, strict=True)
    ]
    small = {
        "law_clocks": pa.Table.from_pylist(clocks, schema=CLOCKS_SCHEMA),
        "law_meets": rows.meets,
        "law_steps": rows.steps,
    }
    return small, {*(step.within for step in steps), *BIRTHDAYS, *SPANS}


def _fingerprint(*tables: pa.Table) -> str:
    content = hashlib.sha256()
    for table in tables:
        content.update(repr(table.to_pylist()).encode())
    return content.hexdigest()
