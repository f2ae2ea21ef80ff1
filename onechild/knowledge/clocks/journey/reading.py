"""The shapes that the journey is made of, and what a reader of it is given: the tables, and dates already counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import ibis

from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

SPELL_COLUMNS = ("kind", "subject_id", "child_id", "spell_id", "started_on", "counted_from", "ended_on")
EVENT_COLUMNS = ("kind", "subject_id", "child_id", "event_id", "about_id", "happened_on")


Reader = Callable[["Journey"], "ir.Table"]


@dataclass(frozen=True)
class Journey:
    """The standard tables by name, `due` as law.py counts it, and `days`: each date with a running number.

    `empty` says that a table is known to have no row, so that nothing need be asked of it.

    What several kinds are made of is worked out once, by `keep`: it may store the rows under a name, or do nothing.
    """

    table: Callable[[str], ir.Table]
    due: ir.Table
    days: ir.Table
    empty: Callable[[str], bool]
    keep: Callable[[str, ir.Table], ir.Table]
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
) -> ir.Table:
    """This function will return rows of a child's table as spells of a kind, those without a day left out."""
    started, ended = rows[starts], rows[ends] if ends else ibis.null("date")
    held = rows.select(
        kind=ibis.literal(kind) if isinstance(kind, str) else kind,
        subject_id=rows.child_id,
        child_id=rows.child_id,
        spell_id=rows[key],
        started_on=started,
        counted_from=rows[counted_from] if counted_from else started,
        ended_on=ended,
    )
    return held.filter(held.ended_on.isnull() | (held.started_on < held.ended_on))


def event(rows: ir.Table, kind: str, *, key: str, on: str = "happened_on", about: str | None = None) -> ir.Table:
    """This function will return rows of a child's table as events of a kind; `about` holds the spell it belongs to."""
    known = rows.filter(rows[on].notnull())
    return known.select(
        kind=ibis.literal(kind),
        subject_id=known.child_id,
        child_id=known.child_id,
        event_id=known[key],
        about_id=known[about] if about else ibis.null("string"),
        happened_on=known[on],
    )


def with_due(journey: Journey, rows: ir.Table, length: Length, *, of: str, into: str) -> ir.Table:
    """This function will add the day a length from the column `of` ends on; null where it can't be counted."""
    due = journey.due.filter(journey.due.within == str(length)).select("counted_from", **{into: journey.due.falls_on})
    joined = rows.left_join(due, rows[of] == due.counted_from)
    return joined.select(*rows.columns, into)
