"""The shapes that the journey is made of, and what a reader of it is given: the tables, and dates already counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

SPELL_COLUMNS = ("kind", "subject_id", "child_id", "spell_id", "started_on", "counted_from", "ended_on")
EVENT_COLUMNS = ("kind", "subject_id", "child_id", "event_id", "about_id", "happened_on")


Reader = Callable[["Journey"], "ir.Table"]


@dataclass(frozen=True)
class Journey:
    """The standard tables by name, `due` as law.py counts it, and `days`: each date with a running number.

    `london` is what hours.py tells the London date of an instant by, `uk_days` the number of each day among those that
    are working days all over the United Kingdom. `empty` says that a table is known to have no row, so that nothing
    need be asked of it.

    What several kinds are made of is worked out once, by `keep`: it may store the rows under a name, or do nothing.
    """

    table: Callable[[str], ir.Table]
    due: ir.Table
    days: ir.Table
    empty: Callable[[str], bool]
    keep: Callable[[str, ir.Table], ir.Table]
    london: ir.Table
    uk_days: ir.Table
    kept: dict[str, ir.Table] = field(default_factory=dict)

    def shared(self, read: Reader) -> ir.Table:
        """This function will return what `read` makes of the journey, made only once."""
        name = f"journey_{read.__name__.strip('_')}"
        if name not in self.kept:
            self.kept[name] = self.keep(name, read(self))
        return self.kept[name]


def spell(
    rows: ir.Table,
    kind: str | ir.StringValue,
    *,
    key: str,
    starts: str = "started_on",
    ends: str | None = "ended_on",
    counted_from: str | None = None,
    subject: str = "child_id",
) -> ir.Table:
    """This function will return rows as spells of a kind, those without a day left out.

    `subject` is the column that says whose they are: a child's, or that of a household, a worker or another.
    """
    started, ended = rows[starts], rows[ends] if ends else ibis.null("date")
    held = rows.select(
        kind=ibis.literal(kind) if isinstance(kind, str) else kind,
        subject_id=rows[subject],
        child_id=_child(rows, subject),
        spell_id=rows[key],
        started_on=started,
        counted_from=rows[counted_from] if counted_from else started,
        ended_on=ended,
    )
    return held.filter(held.started_on.notnull(), held.ended_on.isnull() | (held.started_on < held.ended_on))


def event(
    rows: ir.Table,
    kind: str | ir.StringValue,
    *,
    key: str,
    on: str = "happened_on",
    about: str | None = None,
    subject: str = "child_id",
) -> ir.Table:
    """This function will return rows as events of a kind; `about` holds the spell it belongs to."""
    known = rows.filter(rows[on].notnull())
    return known.select(
        kind=ibis.literal(kind) if isinstance(kind, str) else kind,
        subject_id=known[subject],
        child_id=_child(known, subject),
        event_id=known[key],
        about_id=known[about] if about else ibis.null("string"),
        happened_on=known[on],
    )


def with_due(journey: Journey, rows: ir.Table, length: Length, *, of: str, into: str) -> ir.Table:
    """This function will add the day a length from the column `of` ends on; null where it can't be counted."""
    due = journey.due.filter(journey.due.within == str(length)).select("counted_from", **{into: journey.due.falls_on})
    joined = rows.left_join(due, rows[of] == due.counted_from)
    return joined.select(*rows.columns, into)


def days_later(journey: Journey, rows: ir.Table, days: int, *, of: str, into: str) -> ir.Table:
    """This function will add the day a number of days after the column `of`; null where it can't be counted."""
    numbers = journey.days.select(from_day="date", from_number="number")
    numbered = rows.left_join(numbers, rows[of] == numbers.from_day).mutate(day_number=_.from_number + days)
    later = journey.days.select(day_number="number", **{into: journey.days.date})
    return numbered.select(*rows.columns, "day_number").left_join(later, "day_number").select(*rows.columns, into)


def _child(rows: ir.Table, subject: str) -> ir.StringValue:
    """The child, where the subject is one."""
    return rows.child_id if subject == "child_id" else ibis.null("string")
