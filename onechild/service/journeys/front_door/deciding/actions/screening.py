"""Asks partners what they know, writes down what they answer, and sends a screened contact to be decided."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.deciding.actions.moving import linked_children, still_open, to_stage
from onechild.service.journeys.front_door.outcomes import BY_KEY, OUTCOMES
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.decisions import Decided, enter_for_all
from onechild.service.record.models import FrontDoorDecision, Intake, IntakeStage, PartnerCheck

ABOUT = "intakes"


def ask(
    *,
    intake: Intake,
    agency: str,
    agency_words: str,
    ground: str,
    ground_words: str,
    words: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
) -> PartnerCheck:
    """Note that an agency was asked about the family, on what ground, and return the check."""
    with change_set(by=by, kind="edit", words="Partner asked about a contact"):
        row = still_open(intake)
        return PartnerCheck.objects.create(
            intake_id=row.pk,
            agency=agency,
            agency_words=agency_words,
            ground=ground,
            ground_words=ground_words,
            asked_at=now,
            asked_by_id=worker_id,
            asked_words=words,
            recorded_on=london(now),
        )


def chase(*, check: PartnerCheck, by: Person, now: datetime) -> None:
    """Note that an agency was asked again. Raises NotPossible where it has answered."""
    with change_set(by=by, kind="edit", words="Partner asked again about a contact"):
        row = PartnerCheck.objects.select_for_update().get(pk=check.pk)
        if row.answered_at is not None:
            raise NotPossible("They have answered meanwhile.")
        row.chased_at = now
        row.save(update_fields=["chased_at"])


def answer(
    *, check: PartnerCheck, who: str, nothing_known: bool, words: str, seen_version: int, by: Person, now: datetime
) -> None:
    """Write down what an agency answered. Raises Stale where somebody else wrote it meanwhile."""
    with change_set(by=by, kind="edit", words="Partner’s answer written down"):
        row = PartnerCheck.objects.select_for_update().get(pk=check.pk)
        typed = {"answered_by_words": who, "nothing_known": nothing_known, "words": words}
        changed(row, seen_version=seen_version, typed=typed)
        row.answered_at = row.answered_at or now
        row.save(update_fields=[*typed, "answered_at"])


def suggest(*, intake: Intake, outcome: str, words: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Say what one would decide, and why, and send the contact to its final decision, which somebody else makes.

    Raises NotPossible where the contact is not in screening, or a child of it is not linked.
    """
    with change_set(by=by, kind="edit", words="Contact screened"):
        row = Intake.objects.get(pk=intake.pk)
        ids = [str(one.child_id) for one in linked_children(row)]
        children = locked(ids)
        row = still_open(intake)
        if row.stage != IntakeStage.SCREENING:
            raise NotPossible("This contact is not in screening any more.")
        row.screener_id, row.suggested, row.suggested_words = worker_id, outcome, words
        row.save(update_fields=["screener", "suggested", "suggested_words"])
        to_stage(row, stage=IntakeStage.FINAL, reason=words, worker_id=worker_id, by=by, now=now)
        for one in linked_children(row):
            FrontDoorDecision.objects.create(
                child_id=str(one.child_id),
                contact_id=one.contact_id,
                happened_on=london(now),
                recorded_on=london(now),
                decided_at=now,
                stage="screening",
                outcome="screening",  # what is suggested decides nothing: the contact is passed on
                screened_by_id=worker_id,
                reason=words,
            )
        decided = Decided(
            kind="contact_screening",
            outcome=outcome,
            outcome_words=f"Screened; the screener suggests: {BY_KEY[outcome].words}",
            reason=words,
            options="; ".join(one.words for one in OUTCOMES),
            seen=_checks(row),
            about=ABOUT,
            about_id=row.pk,
        )
        enter_for_all(
            decided,
            children=[children[key] for key in ids],
            worker_id=worker_id,
            by=by,
            now=now,
            today=london(now),
        )
        clocks.renew(ids)


def _checks(row: Intake) -> str:
    answered = PartnerCheck.objects.filter(intake_id=row.pk, answered_at__isnull=False).order_by("answered_at", "pk")
    return "; ".join(one.agency_words or one.get_agency_display() for one in answered)
