"""Records an adult of a contact as a relation of the children it is linked to: only ever because somebody said so."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.people import NewAdult, new_adult, relate
from onechild.service.record.models import IntakeAdult, IntakeChild, Relationship


def record_adult(
    *,
    intake_adult: IntakeAdult,
    relation: str,
    adult_id: str | None,
    same_household: bool | None,
    by: Person,
    now: datetime,
) -> list[Relationship]:
    """Record an adult, as one whom the record has (`adult_id`) or a new one, and return what they are to each child.

    Raises NotPossible where no child of the contact is linked, or the adult was recorded already.
    """
    today = london(now)
    with change_set(by=by, kind="edit", words="Adult of a contact recorded"):
        rows = IntakeChild.objects.filter(intake_id=intake_adult.intake_id, child__isnull=False)
        children = locked([row.child_id for row in rows if row.child_id])
        row = IntakeAdult.objects.select_for_update().get(pk=intake_adult.pk)
        if row.adult_id:
            raise NotPossible("This adult is recorded already.")
        if not children:
            raise NotPossible("Link a child first: an adult is recorded as somebody’s relation.")
        forename, _, surname = row.name.strip().rpartition(" ")
        known = NewAdult(forename=forename, surname=surname, born_on=row.born_on)
        adult = adult_id or new_adult(known, today=today).pk
        there = set(
            Relationship.objects.filter(related_adult_id=adult, ended_on=None).values_list("child_id", flat=True)
        )
        made = [
            relate(child=child, relation=relation, today=today, adult_id=adult, same_household=same_household)
            for child in children.values()
            if child.pk not in there
        ]
        row.adult_id, row.relation = adult, relation
        row.save(update_fields=["adult", "relation"])
    return made
