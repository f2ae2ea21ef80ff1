"""The law as the schema `clocks` holds it: every clock and every length, whatever data is there today."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.building import (
    BIRTHDAYS,
    BORN_AT_THE_EARLIEST,
    SPANS,
    UK_DAYS_SCHEMA,
    numbered_days,
    uk_working_days,
)
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.hours import LENGTHS_SCHEMA, LONDON_SCHEMA, by_hour, length_rows, london_summers
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines.live_calls import asked, fill, fingerprints, made_from
from onechild.knowledge.workdays.days import calendar_table
from onechild.knowledge.workdays.lengths import Length
from onechild.knowledge.workdays.schools import SchoolTerms

IN_HOURS = frozenset(clock.key for clock in by_hour(CLOCKS))
DAYS_SCHEMA = pa.schema([("date", pa.date32()), ("number", pa.int64())])
# `asked`: of every child, since the record holds what the clock needs. Decided by a rebuild.
CLOCKS_SCHEMA = pa.schema([*law.CLOCKS_SCHEMA, ("needs_event", pa.bool_()), ("asked", pa.bool_())])
SCHEMAS = {
    "law_clocks": CLOCKS_SCHEMA,
    "law_meets": law.MEETS_SCHEMA,
    "law_steps": law.STEPS_SCHEMA,
    "law_due": law.DUE_SCHEMA,
    "law_hours": LENGTHS_SCHEMA,
    "journey_days": DAYS_SCHEMA,
    "london_summers": LONDON_SCHEMA,
    "uk_working_days": UK_DAYS_SCHEMA,
}
KEYS = {
    "law_clocks": "number",
    "law_due": "within, counted_from) INCLUDE (falls_on",
    "journey_days": "date",
    "london_summers": "year",
    "uk_working_days": "date",
}


def law_tables(
    standards: Iterable[InForce], *, terms: SchoolTerms | None = None, clocks_asked: Iterable[str] = ()
) -> dict[str, pa.Table]:
    """This function will return what the schema `clocks` holds of the law, by table, with the council's standards.

    `clocks_asked` are the keys of the clocks that are asked of every child, which the record decides.
    """
    rows, lengths = _rules(tuple(standards), frozenset(clocks_asked))
    return {**rows, "law_due": due_rows(lengths, terms=terms), **_days()}


def load_law(cursor: Any, standards: Iterable[InForce], *, terms: SchoolTerms | None = None) -> bool:
    """Make the schema `clocks` hold the law with these standards; True where it held another, so that all must be
    rebuilt. `standards` is what `standards.read_standards` makes of the rows of the table `settings`, and `terms` what
    `terms.read_terms` makes of those of `school_terms`. The due days of a length are counted once: only those of a
    length that is new take seconds."""
    known, rules_asked = fingerprints(cursor), asked(cursor)
    rows, lengths = _rules(tuple(standards), frozenset(rules_asked))
    calendar = _fingerprint(calendar_table())
    counted_by = {length: calendar + _by_terms(length, terms) for length in lengths}
    uncounted = {length for length in lengths if known.get(f"days of {length}") != counted_by[length]}
    if uncounted:
        fill(cursor, "law_due", due_rows(uncounted, terms=terms), without=map(str, uncounted))
        made_from(cursor, {f"days of {length}": counted_by[length] for length in uncounted})
    days = _days()
    if (made_of := f"{calendar} {' '.join(days)}") != known.get("calendar"):
        for name, table in days.items():
            fill(cursor, name, table)
        made_from(cursor, {"calendar": made_of})
    fingerprint = law_fingerprint(standards, terms=terms)
    if known.get("law") == fingerprint:
        return False
    for name, table in rows.items():
        fill(cursor, name, table)
    made_from(cursor, {"law": fingerprint})
    return True


def _days() -> dict[str, pa.Table]:
    """The days of the calendar as the journey needs them."""
    return {"journey_days": numbered_days(), "london_summers": london_summers(), "uk_working_days": uk_working_days()}


def law_fingerprint(standards: Iterable[InForce], *, terms: SchoolTerms | None = None) -> str:
    """This function will return a number that changes with any rule, standard, school term and day of the calendar."""
    rows, _ = _rules(tuple(standards), frozenset())
    return _fingerprint(*rows.values(), calendar_table()) + _by_terms(Length(1, "school_day"), terms)


def due_rows(lengths: Iterable[Length], *, terms: SchoolTerms | None = None) -> pa.Table:
    """This function will return within, counted_from and falls_on of each length, from every day of the calendar.

    Birthdays are counted from births since 1900.
    """
    first, last = law.calendar_bounds()
    births = [length for length in lengths if length.unit == "birthday"]
    others = [length for length in lengths if length.unit != "birthday"]
    since_birth = law.due_table(births, first=BORN_AT_THE_EARLIEST, last=last)
    return pa.concat_tables([since_birth, law.due_table(others, first=first, last=last, terms=terms)])


def _rules(standards: tuple[InForce, ...], clocks_asked: frozenset[str]) -> tuple[dict[str, pa.Table], set[Length]]:
    """The small tables, and every length that can occur: a plan's own intervals too, whether one has it or not."""
    steps = [step for clock in CLOCKS for step in law.steps(clock, standards=standards)]
    in_days = [step for step in steps if step.clock not in IN_HOURS]
    rows = law.law_rows(CLOCKS, in_days)
    clocks = [
        {**row, "needs_event": clock.needs_event, "asked": clock.key in clocks_asked}
        for row, clock in zip(rows.clocks.to_pylist(), CLOCKS, strict=True)
    ]
    small = {
        "law_clocks": pa.Table.from_pylist(clocks, schema=CLOCKS_SCHEMA),
        "law_meets": rows.meets,
        "law_steps": rows.steps,
        "law_hours": length_rows(CLOCKS, steps),
    }
    return small, {*(step.within for step in in_days), *BIRTHDAYS, *SPANS}


def _by_terms(length: Length, terms: SchoolTerms | None) -> str:
    """What the days of a length depend on besides the calendar: for school days, the council's terms."""
    if length.unit != "school_day" or terms is None:
        return ""
    return f" {hashlib.sha256(repr(terms).encode()).hexdigest()}"


def _fingerprint(*tables: pa.Table) -> str:
    content = hashlib.sha256()
    for table in tables:
        content.update(repr(table.to_pylist()).encode())
    return content.hexdigest()
