"""Sends an assessment to a manager, who checks it on the way, returns or authorises it, and may open it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.journeys.assessment.actions.starting import UnderWay
from onechild.service.journeys.assessment.actions.writing import WRITABLE, Closed
from onechild.service.journeys.assessment.delay import Spell
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.steps import OwnWork, note_step, refuse_own_work
from onechild.service.record.models import (
    Assessment,
    AssessmentFactor,
    AssessmentWork,
    Child,
    Decision,
    DelayCause,
    HistoryAnswer,
    Outcome,
    StepTaken,
    WorkStatus,
)
from onechild.service.record.models.fields import code_in_words

ABOUT = "assessments"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts, as a user and as a worker, and when."""

    by: Person
    worker_id: str | None
    now: datetime
    today: date


@dataclass(frozen=True, kw_only=True)
class Authorised:
    """What a manager decided: why, what else was possible, what they had seen, and two facts of the census."""

    reason: str
    options: str
    seen: str
    needs_support: bool
    child_seen: bool


def submit(*, assessment: Assessment, words: str, who: Actor) -> None:
    """Send it to a manager. The caller has seen that nothing is missing. Raises Closed where it was sent already."""
    with change_set(by=who.by, kind="edit", words="Assessment sent to a manager"):
        work = _work(assessment)
        if work.status not in WRITABLE:
            raise Closed
        _step(assessment, "submitted", words, who)
        _becomes(work, WorkStatus.SUBMITTED)


def give_back(*, assessment: Assessment, changes: str, who: Actor) -> None:
    """Return it for edits, with what needs to change. Raises OwnWork, and Closed where it is not with a manager."""
    with change_set(by=who.by, kind="edit", words="Assessment returned for edits"):
        work = _for_decision(assessment, who)
        _step(assessment, "returned", changes, who)
        _becomes(work, WorkStatus.RETURNED)


def authorise(*, assessment: Assessment, told: Authorised, waited: Sequence[Spell], who: Actor) -> Decision:
    """Authorise it today: the assessment ends, and its factors and outcome stand where census and clocks read them.

    `waited` are the spells of delay worked out from the record, kept with it. Raises OwnWork and Closed.
    """
    with change_set(by=who.by, kind="edit", words="Assessment authorised"):
        work = _for_decision(assessment, who)
        row = Assessment.objects.select_for_update().get(pk=assessment.pk)
        row.ended_on, row.end_recorded_on = who.today, who.today
        row.child_seen, row.needs_support = told.child_seen, told.needs_support
        row.save(update_fields=["ended_on", "end_recorded_on", "child_seen", "needs_support"])
        _find(work, who.today)
        _keep_delay(row, waited, who)
        decision = _enter(_decided(work, told, row), work.child, who)
        _step(assessment, "approved", told.reason, who)
        _becomes(work, WorkStatus.APPROVED)
        renew([row.child_id])
        return decision


def reopen(*, assessment: Assessment, reason: str, who: Actor) -> None:
    """Open an authorised assessment again, with a reason: its outcome and factors no longer stand, and its clock runs.

    This function will raise Closed where it is not authorised, and UnderWay where a later one has begun.
    """
    with change_set(by=who.by, kind="edit", words="Assessment opened again"):
        work = _work(assessment)
        if work.status != WorkStatus.APPROVED:
            raise Closed
        later = Assessment.objects.filter(child_id=assessment.child_id, ended_on__isnull=True).first()
        if later is not None:
            raise UnderWay(later)
        row = Assessment.objects.select_for_update().get(pk=assessment.pk)
        row.ended_on, row.end_recorded_on = None, None
        row.save(update_fields=["ended_on", "end_recorded_on"])
        AssessmentFactor.objects.filter(assessment=row, origin__isnull=True).update(gone_at=who.now)
        Outcome.objects.filter(outcome_of="assessment", outcome_of_id=row.pk, origin__isnull=True).update(
            gone_at=who.now
        )
        DelayCause.objects.filter(assessment=row, from_the_record=True).update(gone_at=who.now)
        decided = Decided(
            kind="assessment_outcome",
            outcome="reopened",
            outcome_words="The assessment was opened again",
            reason=reason,
            about=ABOUT,
            about_id=row.pk,
            reverses=_last_decision(row),
            team_id=row.team_id,
        )
        _enter(decided, work.child, who)
        _step(assessment, "reopened", reason, who)
        _becomes(work, WorkStatus.RETURNED)
        renew([row.child_id])


def check_progress(*, assessment: Assessment, words: str, who: Actor) -> StepTaken:
    """Note that a manager looked at it on the way, and what they said: it meets the next of the three checks."""
    with change_set(by=who.by, kind="edit", words="Manager's check of an assessment"):
        locked([assessment.child_id])
        row = Assessment.objects.select_for_update().get(pk=assessment.pk)
        if row.ended_on is not None:
            raise Closed
        step = StepTaken.objects.create(
            child_id=row.child_id,
            step="manager_check",
            happened_on=who.today,
            about_id=row.pk,
            worker_id=who.worker_id,
            recorded_on=who.today,
        )
        if row.internal_review_on is None:
            row.internal_review_on = who.today
            row.save(update_fields=["internal_review_on"])
        decided = Decided(
            kind="other",
            outcome="manager_check",
            outcome_words="A manager checked the assessment",
            reason=words,
            about=ABOUT,
            about_id=row.pk,
            team_id=row.team_id,
        )
        _enter(decided, row.child, who)
        renew([row.child_id])
        return step


def _enter(decided: Decided, child: Child, who: Actor) -> Decision:
    return enter(decided, child=child, worker_id=who.worker_id, by=who.by, now=who.now, today=who.today)


def _work(assessment: Assessment) -> AssessmentWork:
    locked([assessment.child_id])
    return AssessmentWork.objects.select_for_update(of=("self",)).select_related("child").get(assessment=assessment)


def _for_decision(assessment: Assessment, who: Actor) -> AssessmentWork:
    work = _work(assessment)
    if work.status != WorkStatus.SUBMITTED:
        raise Closed
    refuse_own_work(about_id=assessment.pk, worker_id=who.worker_id, by=who.by, written_by_id=work.written_by_id)
    answers = HistoryAnswer.objects.filter(assessment=assessment).values_list("answered_by_id", "answered_by_name")
    if any((who.worker_id and who.worker_id == their_id) or who.by.name == name for their_id, name in answers):
        raise OwnWork
    return work


def _step(assessment: Assessment, step: str, words: str, who: Actor) -> None:
    note_step(
        child_id=assessment.child_id,
        about=ABOUT,
        about_id=assessment.pk,
        step=step,
        worker_id=who.worker_id,
        by=who.by,
        now=who.now,
        today=who.today,
        words=words,
    )


def _becomes(work: AssessmentWork, status: str) -> None:
    work.status = status
    work.save(update_fields=["status"])


def _find(work: AssessmentWork, today: date) -> None:
    """The factors and the outcome as rows of the contract."""
    for factor in work.factors:
        AssessmentFactor.objects.create(
            child_id=work.child_id,
            assessment_id=work.assessment_id,
            factor=factor,
            happened_on=today,
            recorded_on=today,
        )
    Outcome.objects.create(
        child_id=work.child_id,
        outcome_of="assessment",
        outcome_of_id=work.assessment_id,
        outcome=work.outcome,
        happened_on=today,
        recorded_on=today,
    )


def _keep_delay(row: Assessment, waited: Sequence[Spell], who: Actor) -> None:
    for spell in (one for one in waited if one.started_on < who.today):
        DelayCause.objects.create(
            child_id=row.child_id,
            assessment=row,
            cause=spell.cause,
            words=spell.words,
            started_on=spell.started_on,
            ended_on=min(spell.ended_on or who.today, who.today),
            given_by_name="Worked out from the record",
            from_the_record=True,
            recorded_on=who.today,
        )


def _decided(work: AssessmentWork, told: Authorised, row: Assessment) -> Decided:
    return Decided(
        kind="assessment_outcome",
        outcome=work.outcome or "",
        outcome_words=code_in_words("outcome", work.outcome),
        reason=told.reason,
        options=told.options,
        seen=told.seen,
        about=ABOUT,
        about_id=row.pk,
        team_id=row.team_id,
    )


def _last_decision(row: Assessment) -> str | None:
    found = Decision.objects.filter(kind="assessment_outcome", about=ABOUT, about_id=row.pk).exclude(outcome="reopened")
    return found.order_by("-decided_at").values_list("pk", flat=True).first()
