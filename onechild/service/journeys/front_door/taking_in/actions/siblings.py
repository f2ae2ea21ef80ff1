"""Records that the children of a contact are brothers and sisters: only ever because somebody said so."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.people import relate_siblings
from onechild.service.record.models import Intake, IntakeChild


def record_siblings(*, intake: Intake, by: Person, now: datetime) -> int:
    """Say of all linked children of a contact that they are brothers and sisters; half ones are told apart later.

    This function will return how many rows were written. Raises NotPossible where fewer than two children are linked.
    """
    rows = IntakeChild.objects.filter(intake=intake, child__isnull=False)
    with change_set(by=by, kind="edit", words="Children of a contact are brothers and sisters"):
        children = locked([row.child_id for row in rows if row.child_id])
        if len(children) < 2:
            raise NotPossible("Link two children first.")
        return relate_siblings(list(children.values()), today=london(now))
