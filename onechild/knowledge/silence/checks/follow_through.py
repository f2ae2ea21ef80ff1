"""Silences of follow-through: what somebody with the authority said must be done for a child, and was let drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import (
    Reading,
    in_care,
    in_need,
    leaving_care,
    protected,
    referred,
    silence,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

# As the measures have them, which stand above this room: a test holds the two together.
MANAGERS = ("deputy_manager", "team_manager", "service_manager")


def _dropped(reading: Reading) -> ir.Table:
    """Open directions for children we work with: well past their day, or their owner has left the child."""
    rows = reading.past("directions").semi_join(_worked_with(reading), "child_id")
    undone = rows.filter(
        rows.done_on.isnull() | (rows.done_on > reading.day),
        rows.withdrawn_on.isnull() | (rows.withdrawn_on > reading.day),
    ).select("direction_id", "child_id", "owner_id", "due_on", "happened_on", "given_in")
    late = undone.filter(undone.due_on < reading.mark("direction_mark"))
    found = late.select("direction_id", "child_id", "given_in", since_on="due_on")
    gone = _left_behind(reading, undone).anti_join(late, "direction_id")
    together = ibis.union(found, gone.select("direction_id", "child_id", "given_in", "since_on"))
    return silence(together, row="direction_id", since="since_on", detail="given_in")


def _left_behind(reading: Reading, undone: ir.Table) -> ir.Table:
    """Those whose owner has no part with the child, now or to come, and manages nobody; since the last part ended."""
    parts = reading.table("allocations").filter(_.worker_id.notnull())
    parts = parts.select("child_id", "ended_on", owner_id="worker_id")
    # Whoever begins on a later day has not left: what must be done may be given to them before.
    here = parts.filter(parts.ended_on.isnull() | (parts.ended_on > reading.day))
    ended = parts.filter(parts.ended_on <= reading.day).group_by("child_id", "owner_id").agg(left_on=_.ended_on.max())
    alone = undone.filter(_.owner_id.notnull()).anti_join(here, ["child_id", "owner_id"])
    alone = alone.anti_join(_managers(reading), "owner_id")
    known = alone.left_join(ended, ["child_id", "owner_id"])
    since = ibis.greatest(known.happened_on, known.left_on.fill_null(known.happened_on))
    return known.select("direction_id", "child_id", "given_in", since_on=since)


def _managers(reading: Reading) -> ir.Table:
    """Workers who manage on the day, by their employment or their place in a team: they need no part in the case."""
    held = []
    for name in ("employments", "team_memberships"):
        rows = reading.table(name)
        began = rows.started_on.isnull() | (rows.started_on <= reading.day)
        going_on = rows.ended_on.isnull() | (rows.ended_on > reading.day)
        held.append(rows.filter(rows.role.isin(MANAGERS), began, going_on).select(owner_id="worker_id"))
    return ibis.union(*held, distinct=True)


def _worked_with(reading: Reading) -> ir.Table:
    """Children with anything open, or in anybody's hands: child_id."""
    parts = [reading.shared(read) for read in (in_care, protected, in_need, leaving_care, referred)]
    held = reading.now("allocations").select("child_id")
    return ibis.union(held, *(part.select("child_id") for part in parts), distinct=True)


CHECKS = (
    Check(
        "direction-dropped",
        "A direction that was dropped",
        "Somebody with the authority to do so said that this must be done for the child. Its day is long past, or "
        "whoever was to do it no longer works with the child, and nobody has said that it was kept or is not needed.",
        Source("The council’s own standard of management oversight", "local", Confidence.K),
        mended_by="manager",
        mend="Find out whether it was done. Write what shows it, pass it to whoever works with the child now, or "
        "withdraw it with a reason.",
        since="Its day, or since its owner left the child",
        query=_dropped,
        needs=(Needs("directions", "due_on"), Needs("allocations")),
        detail_of="direction_source",
    ),
)
