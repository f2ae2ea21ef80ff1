"""Builds the obligations of an extract: the journey, then the law, then both together, each kept once on the engine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import LawTables, obligations
from onechild.knowledge.clocks.hours import (
    HoursLaw,
    by_day,
    by_hour,
    length_rows,
    london_summers,
    timed_obligations,
)
from onechild.knowledge.clocks.journey import kinds
from onechild.knowledge.clocks.journey.ages import AGES
from onechild.knowledge.clocks.journey.hours.kinds import gather_timed, timed_events
from onechild.knowledge.clocks.journey.in_care import THREE_MONTHS_BEFORE, YEAR
from onechild.knowledge.clocks.journey.others import requests, workers
from onechild.knowledge.clocks.journey.reading import Journey
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.standards import read_standards
from onechild.knowledge.clocks.terms import read_terms
from onechild.knowledge.engines.store import Store
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.workdays.days import calendar_table
from onechild.knowledge.workdays.lengths import Length
from onechild.knowledge.workdays.schools import SchoolTerms

if TYPE_CHECKING:
    import ibis.expr.types as ir


def build(store: Store, *, clocks: Iterable[Clock] = CLOCKS) -> None:
    """Put `journey_spells`, `journey_events`, `obligations` and `clock_findings` into the store.

    A clock is asked only where the extract holds what it needs. `clock_findings` has the columns of the table
    `findings`: clocks not asked, and dates that could not be counted, which are in no obligation.
    """
    wanted = tuple(clocks)
    told = [clock for clock in wanted if all(store.has(name) for name in clock.needs)]
    journey = _journey(store)
    spells = kinds.gather_spells(journey, spell_kinds(by_day(told)), gather=store.gather)
    events = store.gather("journey_events", kinds.events(journey, event_kinds(by_day(told))))
    timed = gather_timed(journey, by_hour(told), gather=store.gather)
    happened = _kinds_in(events) | _kinds_in(timed.events)
    asked = [clock for clock in told if not clock.needs_event or happened & event_kinds([clock])]
    tables, lengths = _law(store, asked, spells, events)
    in_days = obligations(spells, events, tables, keep=store.put)
    in_hours = timed_obligations(*timed, HoursLaw(tables.clocks, tables.meets, lengths, journey.london))
    owed = store.gather("obligations", [in_days, in_hours] if by_hour(asked) else [in_days])
    uncounted = owed.filter(_.due_on.isnull()).to_pyarrow()
    if uncounted.num_rows:
        store.put("obligations", owed.filter(_.due_on.notnull()))
    early = spells.filter(_.started_on < law.calendar_bounds()[0], _.kind.isin([clock.starts for clock in asked]))
    dates = [*_uncountable(uncounted, "clock"), *_uncountable(early.to_pyarrow(), "kind")]
    unasked = [_unasked(clock, told=clock in told) for clock in wanted if clock not in asked]
    store.put("clock_findings", _findings(unasked, [*dates, *_momentless(timed.spells, by_hour(asked))]))


def asked_of(store: Store, clocks: Iterable[Clock]) -> list[Clock]:
    """This function will return the clocks that the extract can be asked, as `build` decides it, without building."""
    told = [clock for clock in clocks if all(store.has(name) for name in clock.needs)]
    doubtful = [clock for clock in told if clock.needs_event]
    journey = _journey(store)
    events = kinds.events(journey, event_kinds(by_day(doubtful)))
    timed = timed_events(journey, event_kinds(by_hour(doubtful)))
    happened = {kind for rows in (*events, *timed) for kind in _kinds_in(rows)}
    return [clock for clock in told if not clock.needs_event or happened & event_kinds([clock])]


def build_events(store: Store, *, clocks: Iterable[Clock]) -> None:
    """Put only the journey into the store, for whoever has the obligations already, such as the record."""
    told = [clock for clock in by_day(clocks) if all(store.has(name) for name in clock.needs)]
    journey = _journey(store)
    kinds.gather_spells(journey, spell_kinds(told), gather=store.gather)
    store.gather("journey_events", kinds.events(journey, event_kinds(told)))


def _law(store: Store, asked: list[Clock], spells: ir.Table, events: ir.Table) -> tuple[LawTables, ir.Table]:
    """The law that can matter to this extract, with its council's own standards; and the lengths in hours."""
    standards = read_standards(store.table("settings").to_pyarrow().to_pylist())
    terms = read_terms(store.table("school_terms").to_pyarrow().to_pylist())
    held = _kinds_in(spells)
    known = [step for clock in by_day(asked) for step in law.steps(clock, standards=standards)]
    in_hours = [step for clock in by_hour(asked) for step in law.steps(clock, standards=standards)]
    # A plan's own interval is sixty rules, of which an extract has a few.
    steps = [step for step in known if step.during is None or step.during in held]
    rows = law.law_rows(asked, steps)
    tables = LawTables(
        clocks=store.put("law_clocks", rows.clocks),
        meets=store.put("law_meets", rows.meets),
        steps=store.put("law_steps", rows.steps),
        due=store.put("law_due", _due(asked, steps, spells, events, terms)),
    )
    return tables, store.put("law_hours", length_rows(asked, in_hours))


def _kinds_in(rows: ir.Table) -> set[str]:
    return set(rows.select("kind").distinct().to_pyarrow().column("kind").to_pylist())


def spell_kinds(clocks: Iterable[Clock]) -> set[str]:
    """This function will return the kinds of spells that start the clocks, or narrow their rules."""
    return {kind for clock in clocks for kind in (clock.starts, *(rule.during for rule in clock.rules)) if kind}


def event_kinds(clocks: Iterable[Clock]) -> set[str]:
    """This function will return the kinds of events that meet the clocks."""
    return {met.kind for clock in clocks for met in clock.met_by}


def _journey(store: Store) -> Journey:
    """The tables with the dates that the journey itself needs counted: birthdays, anniversaries, days as numbers."""
    births = _bounds(store.table("children").born_on)
    fostering = store.table("private_fostering")
    began = _bounds(
        *(store.table(name).started_on for name in ("placements", "periods_of_care")),
        *(fostering.started_on, fostering.notified_on, store.table("proceedings").ended_on),
        *(store.table(table)[column] for table, column in COUNTED_FROM if not store.empty(table)),
    )
    birthdays = law.due_table(BIRTHDAYS, first=births[0], last=births[1])
    spans = law.due_table(SPANS, first=began[0], last=min(began[1] + AFTER, law.calendar_bounds()[1]))
    return Journey(
        table=store.table,
        due=store.put("journey_due", pa.concat_tables([birthdays, spans])),
        days=store.put("journey_days", numbered_days()),
        empty=store.empty,
        keep=store.put,
        london=store.put("london_summers", london_summers()),
        uk_days=store.put("uk_working_days", uk_working_days()),
    )


# What the journey itself needs counted.
BIRTHDAYS = tuple(Length(age, "birthday") for age in AGES)
SPANS = (YEAR, THREE_MONTHS_BEFORE, *workers.LENGTHS, *requests.LENGTHS)
# What the journeys of other subjects count from, besides.
COUNTED_FROM = (
    ("absences", "started_on"),
    ("assessed_years", "started_on"),
    ("information_requests", "happened_on"),
    ("information_requests", "identity_on"),
    ("request_pauses", "ended_on"),
)
AFTER = timedelta(days=100)  # an answer's day may lie three months after the last of these


def numbered_days() -> pa.Table:
    """This function will return every day of the calendar with a running number: date, number."""
    days = calendar_table().select(["date"])
    return days.append_column("number", pa.array(range(days.num_rows), pa.int64()))


UK_DAYS_SCHEMA = pa.schema([("date", pa.date32()), ("number", pa.int64()), ("working", pa.bool_())])


def uk_working_days() -> pa.Table:
    """This function will return every day with how many of the UK's working days there were up to and including it."""
    return calendar_table(calendar="uk_any").select(UK_DAYS_SCHEMA.names).cast(UK_DAYS_SCHEMA)


def _due(
    asked: list[Clock], steps: list[law.Step], spells: ir.Table, events: ir.Table, terms: SchoolTerms | None
) -> pa.Table:
    """Every due day that can occur: birthdays from the births there are, all else from the days there are."""
    births = [step.within for step in steps if step.within.unit == "birthday"]
    others = [step.within for step in steps if step.within.unit != "birthday"]
    counting = {step.clock for step in steps if step.within.unit == "birthday"}
    from_birth = {clock.starts for clock in asked if clock.key in counting}
    born = spells.filter(_.kind.isin(from_birth))
    since = spells.filter(_.kind.notin(from_birth))
    birthdays = _bounds(born.counted_from)
    days = _bounds(spells.started_on, since.counted_from, events.happened_on)
    return pa.concat_tables(
        [
            law.due_table(births, first=birthdays[0], last=birthdays[1]),
            law.due_table(others, first=days[0], last=days[1], terms=terms),
        ]
    )


def _bounds(*columns: ir.DateColumn) -> tuple[date, date]:
    """The first and the last of the dates that can be counted on; the first day twice where there is none."""
    earliest, latest = law.calendar_bounds()
    found = [
        tuple(column.as_table().agg(first=column.min(), last=column.max()).to_pyarrow().to_pylist()[0].values())
        for column in columns
    ]
    known = [day for pair in found for day in pair if day is not None]
    if not known:
        return earliest, earliest
    return max(min(known), BORN_AT_THE_EARLIEST), min(max(known), latest)


BORN_AT_THE_EARLIEST = date(1900, 1, 1)


def _uncountable(rows: pa.Table, what: str) -> list[dict[str, str]]:
    return [
        _finding("outside_calendar", f"{row[what]} from {row['started_on']}: the day it falls due can't be counted")
        | {"child_id": row["child_id"], "row_id": row["spell_id"]}
        for row in rows.to_pylist()
    ]


def _momentless(spells: ir.Table, asked: list[Clock]) -> list[dict[str, str]]:
    """What a source tells by its day alone opens no duty in hours: how many there are, for each clock."""
    counted = spells.filter(_.started_at.isnull()).group_by("kind").agg(rows=_.count())
    without = {row["kind"]: row["rows"] for row in counted.to_pyarrow().to_pylist()}
    return [
        _finding("not_carried", f"{clock.key} is not asked of {without[clock.starts]} that have a day and no moment")
        for clock in asked
        if clock.starts in without
    ]


def _unasked(clock: Clock, *, told: bool) -> dict[str, str]:
    needs = f"the extract needs rows of {' and '.join(clock.needs)}"
    words = "the extract holds nothing that could meet it" if told else needs
    return _finding("not_carried", f"{clock.key} is not asked: {words}")


def _findings(*found: list[dict[str, str]]) -> pa.Table:
    rows = [row | {"finding_id": str(number)} for number, row in enumerate(chain(*found), start=1)]
    return pa.Table.from_pylist(rows, schema=TABLES["findings"].schema)


def _finding(kind: str, words: str) -> dict[str, str]:
    return {"finding_kind": kind, "words": words, "source": "clocks"}
