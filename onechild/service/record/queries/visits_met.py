"""Which duties a visit met, and when the next under the same clock is due."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onechild.service.record.models import Obligation, Visit
from onechild.service.record.queries.duty_words import VISITS


@dataclass(frozen=True, kw_only=True)
class Met:
    """A duty that a visit met, and when the next under the same clock is due; none where none follows."""

    child_id: str
    clock: str
    due_on: date
    met_on: date
    next_due_on: date | None


def met_by(visits: Collection[Visit]) -> tuple[Met, ...]:
    """This function will return the duties that these visits of one day met: three queries.

    What the clocks made of the day is read, and no rule is asked again. A child seen at another visit of that day as
    well is left out, since the two can't be told apart.
    """
    seen = [visit for visit in visits if visit.seen]
    if not seen:
        return ()
    on, children = seen[0].happened_on, {visit.child_id for visit in seen}
    twice = Visit.objects.filter(child_id__in=children, happened_on=on, seen=True)
    children -= set(twice.exclude(pk__in=[visit.pk for visit in seen]).values_list("child_id", flat=True))
    duties = Obligation.objects.filter(child_id__in=children, clock__in=VISITS)
    begun = {_key(row): row.due_on for row in duties.filter(started_on=on)}
    return tuple(
        Met(
            child_id=row.child_id or "",
            clock=row.clock,
            due_on=row.due_on,
            met_on=on,
            next_due_on=begun.get(_key(row)),
        )
        for row in duties.filter(met_on=on).order_by("due_on", "clock")
    )


def _key(row: Obligation) -> tuple[str | None, str, str]:
    return (row.child_id, row.clock, row.spell_id)
