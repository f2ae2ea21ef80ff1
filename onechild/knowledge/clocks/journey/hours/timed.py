"""The shapes of what has a moment: timed spells, which open a duty in hours, and timed events, which meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from onechild.knowledge.clocks.engine import AT
from onechild.knowledge.clocks.hours import INSTANT

if TYPE_CHECKING:
    import ibis.expr.types as ir

TIMED_SPELL_COLUMNS = (
    "kind",
    "subject_id",
    "child_id",
    "spell_id",
    "started_at",
    "counted_at",
    "due_at",
    "ended_on",
)
TIMED_EVENT_COLUMNS = ("kind", "subject_id", "child_id", "event_id", "about_id", "happened_at", "happened_on")


def timed_spell(
    rows: ir.Table,
    kind: str,
    *,
    key: str,
    starts: str,
    counted: str | None = None,
    due: str | None = None,
    ends: str | None = None,
) -> ir.Table:
    """This function will return rows of a child's table as timed spells; one without a moment keeps its null.

    `starts`, `counted` and `due` are columns of instants, `ends` of the day on which nothing is owed any more.
    """
    return rows.select(
        kind=ibis.literal(kind),
        subject_id=rows.child_id,
        child_id=rows.child_id,
        spell_id=rows[key],
        started_at=rows[starts].cast(AT),
        counted_at=rows[counted or starts].cast(AT),
        due_at=rows[due].cast(AT) if due else ibis.null(AT),
        ended_on=rows[ends] if ends else ibis.null("date"),
    )


def timed_event(
    rows: ir.Table, kind: str, *, key: str, at: str | None, on: str | None = None, about: str | None = None
) -> ir.Table:
    """This function will return rows of a child's table as timed events; `on` is the day where no moment is told."""
    found = rows.select(
        kind=ibis.literal(kind),
        subject_id=rows.child_id,
        child_id=rows.child_id,
        event_id=rows[key],
        about_id=rows[about] if about else ibis.null("string"),
        happened_at=rows[at].cast(AT) if at else ibis.null(AT),
        happened_on=rows[on] if on else ibis.null("date"),
    )
    return found.filter(found.happened_at.notnull() | found.happened_on.notnull())


def _nothing(columns: tuple[str, ...]) -> pa.Table:
    kinds = {"_at": INSTANT, "_on": pa.date32()}
    return pa.schema([(name, kinds.get(name[-3:], pa.string())) for name in columns]).empty_table()


NO_TIMED_SPELL, NO_TIMED_EVENT = _nothing(TIMED_SPELL_COLUMNS), _nothing(TIMED_EVENT_COLUMNS)
