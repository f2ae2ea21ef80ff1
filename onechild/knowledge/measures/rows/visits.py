"""Children who should have been seen lately, and whether they were: a flat interval, the same for every child."""

from __future__ import annotations

from datetime import date

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_VISIT
from onechild.knowledge.clocks.rules.protection import CHILD_PROTECTION_VISIT
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.children import looked_after, on_plans
from onechild.knowledge.measures.rows.limits import in_force
from onechild.knowledge.workdays.lengths import Length, add


def on_plans_and_seen(question: Question) -> ir.Table:
    """Children on plans, with long_enough (on it for the council's interval) and seen (within that interval)."""
    return question.keep(
        "on_plans_and_seen",
        lambda: seen_lately(
            question,
            on_plans(question),
            clock=CHILD_PROTECTION_VISIT,
            every=[protection_interval(question, moment.to_on) for moment in question.moments],
        ),
    )


def looked_after_and_seen(question: Question) -> ir.Table:
    """Looked-after children, with long_enough (in care for the general interval) and seen (within it)."""
    return question.keep(
        "looked_after_and_seen",
        lambda: seen_lately(
            question,
            looked_after(question),
            clock=LOOKED_AFTER_VISIT,
            every=[general_looked_after_interval()] * len(question.moments),
        ),
    )


def protection_interval(question: Question, day: date) -> Length:
    """How often children on plans are to be seen: the council's setting on the day, or the clock's own length."""
    return in_force(question, CHILD_PROTECTION_VISIT)(day)


def general_looked_after_interval() -> Length:
    """The general rule of the looked-after visit clock, once the first visit is made."""
    length = LOOKED_AFTER_VISIT.rules[-1].lengths[-1]
    if not isinstance(length, Length):
        raise TypeError("regulation 28 sets its lengths itself; no council's setting can")
    return length


def seen_lately(
    question: Question, children: ir.Table, *, clock: Clock, every: list[Length], name: str = ""
) -> ir.Table:
    """Children with long_enough and seen: for an interval that may differ from moment to moment.

    `name` tells the interval from another of the same clock. A visit counts that meets the clock's duty.
    """
    back = [
        add(moment.to_on, Length(-length.n, length.unit))
        for moment, length in zip(question.moments, every, strict=True)
    ]
    since = question.days(
        f"since_{clock.key.replace('-', '_')}{name}", lambda moment: back[question.moments.index(moment)]
    )
    held = children.inner_join(since, "moment").mutate(long_enough=_.started_on <= _.day)
    visits = _visits(question, clock)
    in_time = [
        held.child_id == visits.subject_id,
        visits.happened_on >= held.day,
        visits.happened_on <= held.to_on,
    ]
    seen = held.join(visits, in_time)[["moment", "row_id"]].distinct().mutate(was_seen=True)
    rows = held.left_join(seen, ["moment", "row_id"])
    return rows.mutate(seen=_.was_seen.fill_null(False)).select(
        "moment", "row_id", "child_id", "started_on", "long_enough", "seen"
    )


def _visits(question: Question, clock: Clock) -> ir.Table:
    """Visits that meet the clock's duty, on the days that the law let them."""
    events = question.table("journey_events")
    kinds = [
        (events.kind == met.kind) & (events.happened_on >= met.in_force_from) & (events.happened_on < met.in_force_to)
        for met in clock.met_by
    ]
    meets = kinds[0]
    for kind in kinds[1:]:
        meets = meets | kind
    return events.filter(meets)[["subject_id", "happened_on"]]
