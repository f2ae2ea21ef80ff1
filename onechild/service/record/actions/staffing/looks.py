"""The named manager of a child who waits looked at the case, and wrote what they saw and what happens meanwhile."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.workdays import working_day_after
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.staffing.refused import Refused
from onechild.service.record.models import Child, Oversight
from onechild.service.record.queries.workload.waiting_list import LOOK, limits, waits_of


def looked(*, child: Child, words: str, by: Person, by_worker_id: str | None, today: date) -> Oversight:
    """Keep a look at a child who waits; the next is due by the council's setting, counted from today.

    This function will raise Refused where the child no longer waits, or somebody else is named for them: a look by
    whom nobody asks answers for nothing.
    """
    if not words.strip():
        raise Refused("words", "Say what you saw and what happens until there is a worker.")
    with change_set(by=by, kind="edit", words="Looked at a child who waits"):
        locked([child.pk])
        waits = waits_of([child.pk], today=today)
        if not waits:
            raise Refused("words", "This child does not wait any more: somebody has allocated them meanwhile.")
        if not by_worker_id or by_worker_id not in {one.manager_id for one in waits}:
            raise Refused("words", "Somebody else is the named manager now. Your words were not kept as a look.")
        row = Oversight.objects.create(
            child=child,
            happened_on=today,
            about=LOOK,
            about_id=waits[0].allocation_id,
            manager_id=by_worker_id,
            manager_name=by.name,
            words=words.strip(),
            next_by=working_day_after(today, limits(today=today).look),
            recorded_on=today,
        )
        renew([child.pk])
    return row
