"""Clocks that run in hours: a second, small shape beside the engine of days, on instants kept in UTC.

Hours run on at night, over weekends and through both changes of the clocks. Nothing here asks for a midnight: what a
source tells only by its day opens no such duty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Unpack

import ibis
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.engine import AT, COLUMNS
from onechild.knowledge.clocks.law import Step
from onechild.knowledge.clocks.model import Clock, Law, Rule, Standard, by_precedence
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY
from onechild.knowledge.workdays.hours import LONDON
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

INSTANT = pa.timestamp("us", tz="UTC")
HOURS_IN = {"hour": 1, "day": 24}
BY_THE_ORDER = "the order's own time"

LENGTHS_SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        ("hours", pa.int64()),
        ("within", pa.string()),
        ("version", pa.string()),
        ("in_force_from", pa.date32()),
        ("in_force_to", pa.date32()),
    ]
)
LONDON_SCHEMA = pa.schema([("year", pa.int64()), ("from_at", INSTANT), ("to_at", INSTANT)])


@dataclass(frozen=True)
class HoursClock(Clock):
    """A duty to be done once, a number of hours from a moment: `starts` and `met_by` name timed kinds.

    Its rules have one length each, of hours or of days of 24 hours, and none is conditional.
    """

    def __post_init__(self) -> None:
        for rule in self.rules:
            units = [length.unit for length in rule.lengths if isinstance(length, (Length, Standard))]
            if len(rule.lengths) != 1 or rule.during or rule.repeats or not set(units) <= set(HOURS_IN):
                raise ValueError(f"{self.key}: a clock of hours has one length of hours or days, and no condition")


def in_hours(
    key: str,
    title: str,
    *,
    starts: str,
    within: Length | Standard,
    met_by: tuple[str, ...],
    **law: Unpack[Law],
) -> HoursClock:
    """A duty to be done once, so many hours from the moment a timed spell began or is counted from."""
    plain = by_precedence(key, title, starts=starts, met_by=met_by, rules=(Rule((within,)),), **law)
    return HoursClock(**{name: getattr(plain, name) for name in plain.__dataclass_fields__})


def hours(n: int) -> Length:
    """A number of hours."""
    return Length(n, "hour")


def by_hour(clocks: Iterable[Clock]) -> list[Clock]:
    """This function will return the clocks that run in hours."""
    return [clock for clock in clocks if isinstance(clock, HoursClock)]


def by_day(clocks: Iterable[Clock]) -> list[Clock]:
    """This function will return the clocks that run in days."""
    return [clock for clock in clocks if not isinstance(clock, HoursClock)]


@dataclass(frozen=True)
class HoursLaw:
    """The law on the engine: clocks and what meets them as in `LawTables`, the lengths, and London's days."""

    clocks: ir.Table
    meets: ir.Table
    lengths: ir.Table
    london: ir.Table


def length_rows(clocks: Iterable[Clock], steps: Iterable[Step]) -> pa.Table:
    """This function will return the lengths of the hours clocks among `clocks`, whose place is their number."""
    numbers = {clock.key: number for number, clock in enumerate(clocks) if isinstance(clock, HoursClock)}
    rows = [
        {
            "number": numbers[step.clock],
            "hours": step.within.n * HOURS_IN[step.within.unit],
            "within": str(step.within),
            "version": step.version,
            "in_force_from": step.in_force_from,
            "in_force_to": step.in_force_to,
        }
        for step in steps
        if step.clock in numbers
    ]
    return pa.Table.from_pylist(rows, schema=LENGTHS_SCHEMA)


@cache
def london_summers() -> pa.Table:
    """This function will return year, from_at, to_at: when London is an hour ahead of UTC, from 1990 to 2060.

    The clocks change at one in the morning, UTC, of a day whose noon is the first of the other time.
    """
    found = []
    for year in range(FIRST_DAY.year, LAST_DAY.year + 1):
        noons = (datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=passed) for passed in range(365))
        ahead = [noon for noon in noons if noon.astimezone(LONDON).utcoffset()]
        first, after = ahead[0], ahead[-1] + timedelta(days=1)
        found.append({"year": year, "from_at": first.replace(hour=1), "to_at": after.replace(hour=1)})
    return pa.Table.from_pylist(found, schema=LONDON_SCHEMA)


def in_london(rows: ir.Table, instant: str, london: ir.Table, *, into: str) -> ir.Table:
    """This function will add the date in London of a column of instants; the engine's session must be in UTC."""
    dated = rows.mutate(in_year=rows[instant].year().cast("int64"))
    known = dated.left_join(london, dated.in_year == london.year)
    at = known[instant]
    ahead = known.from_at.notnull() & (at >= known.from_at) & (at < known.to_at)
    day = ibis.ifelse(ahead, (at + ibis.interval(hours=1)).date(), at.date())
    return known.mutate(**{into: day}).select(*rows.columns, into)


def timed_obligations(spells: ir.Table, events: ir.Table, law: HoursLaw) -> ir.Table:
    """This function will return one row for every duty in hours, with the columns of `engine.COLUMNS`.

    `spells`: kind, subject_id, child_id, spell_id, started_at, counted_at, due_at, ended_on. `due_at` is the end that
    an order itself sets, which goes before any count; `ended_on` the London day on which it is owed no more; what has
    no `started_at` opens nothing. `events`: kind, subject_id, about_id, happened_at, happened_on; one with a day and no
    moment is judged by its day.
    """
    known = spells.filter(_.started_at.notnull())
    owed = law.clocks.join(known, law.clocks.starts == known.kind).drop("kind", "starts")
    owed = in_london(owed, "started_at", law.london, into="started_on")
    lasting = owed.filter(_.ended_on.isnull() | (_.started_on <= _.ended_on))
    lengths = law.lengths
    timed = lasting.join(lengths, "number").filter(_.started_on >= _.in_force_from, _.started_on < _.in_force_to)
    counted = timed.counted_at + timed.hours.as_interval("h")
    due = timed.mutate(
        due_at=ibis.coalesce(timed.due_at, counted).cast(AT),
        within=ibis.ifelse(timed.due_at.notnull(), ibis.literal(BY_THE_ORDER), timed.within),
    )
    due = in_london(due, "due_at", law.london, into="due_on")
    rows = due.left_join(_first_met(lasting, events, law), ["number", "subject_id", "spell_id"])
    return rows.mutate(
        sequence=ibis.literal(1, "int64"),
        ended_on=ibis.ifelse(rows.met_on.isnull(), rows.ended_on, ibis.null("date")),
    ).select(*COLUMNS)


def _first_met(owed: ir.Table, events: ir.Table, law: HoursLaw) -> ir.Table:
    """The first that met each duty: its day, and its moment where that is known."""
    known = law.meets.join(events, law.meets.kind == events.kind).filter(
        _.happened_on >= _.in_force_from, _.happened_on < _.in_force_to
    )
    known = known.select("number", "subject_id", "about_id", "happened_at", "happened_on")
    met = owed.join(known, ["number", "subject_id"]).filter(
        ibis.ifelse(_.happened_at.notnull(), _.happened_at >= _.started_at, _.happened_on >= _.started_on),
        _.ended_on.isnull() | (_.happened_on <= _.ended_on),
        _.about_id.isnull() | (_.about_id == _.spell_id),
    )
    first = met.group_by("number", "subject_id", "spell_id").agg(
        met_on=_.happened_on.min(),
        at=_.happened_at.min(),
        at_on=ibis.ifelse(_.happened_at.notnull(), _.happened_on, ibis.null("date")).min(),
    )
    moment = ibis.ifelse(first.at_on == first.met_on, first["at"], ibis.null(AT))
    return first.mutate(met_at=moment.cast(AT)).drop("at", "at_on")
