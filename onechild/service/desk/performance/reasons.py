"""The reasons that were given for the duties that a figure counts as not done in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onechild.knowledge.measures.model import Basis, Measure
from onechild.service.record.models import FigureChild, Obligation
from onechild.service.record.queries.lateness import reasons_of, said


def reasons_behind(rows: Sequence[FigureChild], measure: Measure) -> dict[int, str]:
    """This function will return what was said of each row's late duty, by the row's number: at most two queries.

    A figure keeps its rows as they were counted; a reason that was given since stands beside them.
    """
    if not measure.clock or not rows:
        return {}
    ids = {row.child_id for row in rows if row.child_id}
    reasons = reasons_of(ids, clock=measure.clock)
    if not reasons:
        return {}
    duties: dict[str, list[Obligation]] = defaultdict(list)
    for duty in Obligation.objects.filter(child_id__in=ids, clock=measure.clock).order_by("due_on"):
        duties[duty.child_id or ""].append(duty)
    found = {}
    for row in rows:
        late = (duty for duty in duties[row.child_id or ""] if _is_of(duty, row, measure))
        given = [reasons.get((row.child_id or "", duty.clock, duty.spell_id, duty.due_on)) for duty in late]
        found[row.pk] = " ".join(said(one) for one in given if one)
    return found


def _is_of(duty: Obligation, row: FigureChild, measure: Measure) -> bool:
    """Whether this is the duty that the row counts: due or done on its day, or late at the end of it."""
    on = row.counted_on
    if measure.basis is Basis.AS_AT:
        return (
            duty.due_on < on and (duty.met_on is None or duty.met_on > on) and (not duty.ended_on or duty.ended_on > on)
        )
    return on == {"met_on": duty.met_on, "started_on": duty.started_on}.get(measure.counted_on, duty.due_on)
