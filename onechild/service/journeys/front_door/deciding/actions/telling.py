"""Writes down that the sender was told back: a professional what was decided, anybody else that it was received."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Intake, IntakeChild, IntakeStage, Referral

ACKNOWLEDGED = "Acknowledged. Nothing was said of what was decided."


def told(*, intake: Intake, how: str, words: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Write down how the sender was told, and in which words. A member of the public is told nothing of the decision.

    The referrals that came of the contact have their referrer told. Raises NotPossible where it is not decided.
    """
    with change_set(by=by, kind="edit", words="Sender of a contact told"):
        rows = list(IntakeChild.objects.filter(intake_id=intake.pk, child__isnull=False))
        children = locked([str(one.child_id) for one in rows])
        row = Intake.objects.select_for_update().get(pk=intake.pk)
        if row.stage != IntakeStage.DECIDED:
            raise NotPossible("This contact is not decided yet, so there is nothing to tell.")
        row.told_at, row.told_how, row.told_by_id = now, how, worker_id
        row.told_words = words if row.professional else ACKNOWLEDGED
        row.save(update_fields=["told_at", "told_how", "told_by", "told_words"])
        if row.professional:
            referrals = Referral.objects.filter(
                contact_id__in=[one.contact_id for one in rows], origin__isnull=True, referrer_told_on__isnull=True
            )
            referrals.update(referrer_told_on=london(now))
            clocks.renew(children)
