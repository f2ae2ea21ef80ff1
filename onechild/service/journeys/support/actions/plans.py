"""Writes a child in need plan: drafted, sent to a manager, returned or approved; looked at by a manager, and ended.

The plan's own row, which the census and the clocks read, is written on the day a manager approves it, from the day that
it was agreed with the family. A draft is no plan, and meets no duty.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.visit_intervals import end_with_plan, most_for
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.step_down import NotYet
from onechild.service.record.actions.work.steps import note_step, refuse_own_work
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import (
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    EarlyHelpEpisode,
    NeedPlanNote,
    Oversight,
    Referral,
    StepTaken,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.outcomes import outcomes_of, unmet
from onechild.service.record.queries.work.referrals import open_referral_of

ABOUT = "need_plan_notes"


def begin(*, child: Child, typed: Mapping[str, Any], worker_id: str | None, by: Person, today: date) -> NeedPlanNote:
    """Begin to write a plan for a child and return it; raises NotYet where one is being written already."""
    with change_set(by=by, kind="edit", words="Child in need plan begun"):
        locked([child.pk])
        if NeedPlanNote.objects.filter(child=child).exclude(status="approved").exists():
            raise NotYet("A child in need plan is being written for this child already.")
        referral = open_referral_of(child.pk, today)
        return NeedPlanNote.objects.create(
            child=child,
            plan_id=_new_key(),
            referral=referral,
            written_by_id=worker_id,
            recorded_on=today,
            **typed,
        )


def keep(*, note: NeedPlanNote, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Save what was edited. Raises Stale, and NotYet while the plan is with a manager."""
    with change_set(by=by, kind="edit", words="Child in need plan edited"):
        row = _locked(note)
        if row.status == "submitted":
            raise NotYet("The plan is with a manager, who approves it or returns it for edits.")
        names = changed(row, seen_version=seen_version, typed=typed)
        if names:
            row.save(update_fields=names)


def still_needed(note: NeedPlanNote, *, today: date) -> list[str]:
    """This function will say, a line each, what a plan lacks before it can be sent to a manager."""
    planned, referral = outcomes_of(note.plan_id), _referral(note, today)
    asked = (
        (referral, "a referral that is open: the plan stands under it"),
        (note.why, "why there is a plan"),
        (note.childs_voice, "what the child says"),
        (note.family_views, "what the family says"),
        (note.if_worse, "what happens if things get worse"),
        (note.begins_on, "the day that it was agreed"),
        (not _before(note, referral), "a day of agreement that is not before the referral"),
        (note.next_review_on, "the day of its first review"),
        (note.agreed_by_family is not None, "whether the family agrees"),
        (note.agreed_by_family is not False or note.agreed_words, "why it goes ahead though the family does not agree"),
        (planned, "an outcome: what will be different for the child"),
        (all(one.actions for one in planned), "for each outcome, who does what by when"),
    )
    return [words for answer, words in asked if not answer]


def submit(
    *, note: NeedPlanNote, worker_id: str | None, by: Person, now: datetime, today: date, words: str = ""
) -> None:
    """Send a plan to a manager. Raises NotYet where something is missing."""
    with change_set(by=by, kind="edit", words="Child in need plan sent to a manager"):
        row = _locked(note)
        if missing := still_needed(row, today=today):
            raise NotYet(f"Still needed: {'; '.join(missing)}.")
        if row.status not in ("open", "returned"):
            raise NotYet("The plan was sent to a manager already.")
        row.referral = _referral(row, today)
        row.save(update_fields=["referral"])
        _set(row, "submitted")
        _step(row, "submitted", worker_id=worker_id, by=by, now=now, today=today, words=words)


def send_back(*, note: NeedPlanNote, words: str, worker_id: str | None, by: Person, now: datetime, today: date) -> None:
    """Return a plan for edits, with what needs to be changed."""
    with change_set(by=by, kind="edit", words="Child in need plan returned for edits"):
        row = _with_a_manager(note)
        _set(row, "returned")
        _step(row, "returned", worker_id=worker_id, by=by, now=now, today=today, words=words)


def approve(
    *, note: NeedPlanNote, reason: str, seen: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> ChildInNeedPlan:
    """Approve a plan, which begins on the day that it was agreed, and return its row.

    Raises OwnWork for who sent it, and NotYet where no referral is open that began by then, or the child is on a
    protection plan or another child in need plan on these days: the census counts a child under one of them.
    """
    with change_set(by=by, kind="edit", words="Child in need plan approved"):
        row = _with_a_manager(note)
        refuse_own_work(about_id=row.pk, worker_id=worker_id, by=by, written_by_id=row.written_by_id)
        referral = _referral(row, today)
        if referral is None:
            raise NotYet("No referral is open for the plan to stand under: return it.")
        if _before(row, referral):
            raise NotYet("The plan was agreed before the referral that it stands under: return it for another day.")
        begins_on = row.begins_on or today
        refuse_beside_another(row.child_id, begins_on)
        lead = open_allocations(today).filter(child_id=row.child_id, role="lead").first()
        plan = ChildInNeedPlan.objects.create(
            plan_id=row.plan_id,
            child_id=row.child_id,
            referral=referral,
            started_on=begins_on,
            visit_every_days=row.visit_every_days,
            short_package=row.short_package,
            stepped_down=False,
            team_id=lead.team_id if lead else None,
            worker_id=lead.worker_id if lead else None,
            recorded_on=today,
        )
        row.referral = referral
        row.save(update_fields=["referral"])
        _set(row, "approved")
        _step(row, "approved", worker_id=worker_id, by=by, now=now, today=today, words=reason)
        decided = Decided(
            kind="need_plan",
            outcome="approved",
            outcome_words="Child in need plan approved",
            reason=reason,
            seen=seen,
            about="child_in_need_plans",
            about_id=plan.pk,
            team_id=plan.team_id,
        )
        enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)
        clocks.renew([row.child_id])
    return plan


def refuse_beside_another(child_id: str, begins_on: date) -> None:
    """Raise NotYet where a protection plan or another child in need plan covers the day or begins after it."""
    over = Q(ended_on__isnull=True) | Q(ended_on__gt=begins_on)
    if ChildProtectionPlan.objects.filter(over, child_id=child_id).exists():
        raise NotYet(
            "The child is on a child protection plan on these days. A child is on one plan or the other: step the "
            "child down when the protection plan ends."
        )
    if ChildInNeedPlan.objects.filter(over, child_id=child_id).exists():
        raise NotYet("The child has another child in need plan on these days.")


def most_days(note: NeedPlanNote, *, today: date) -> int:
    """This function will return the longest visit interval in days that a plan may set, stricter than the council's."""
    return most_for(ChildInNeedPlan(child_id=note.child_id), on=note.begins_on or today)


def oversee(
    *, plan: ChildInNeedPlan, words: str, next_by: date | None, worker_id: str | None, by: Person, today: date
) -> None:
    """Note that a manager looked at a plan and what must happen; of a stepped-down plan it meets the duty to look."""
    with change_set(by=by, kind="edit", words="A manager looked at a child in need plan"):
        locked([plan.child_id])
        Oversight.objects.create(
            child_id=plan.child_id,
            happened_on=today,
            recorded_on=today,
            about="child_in_need_plans",
            about_id=plan.pk,
            manager_id=worker_id,
            manager_name=by.name,
            words=words,
            next_by=next_by,
        )
        if plan.stepped_down:
            StepTaken.objects.create(
                child_id=plan.child_id,
                step="step_down_overseen",
                happened_on=today,
                worker_id=worker_id,
                recorded_on=today,
            )
        clocks.renew([plan.child_id])


def end(
    *,
    plan: ChildInNeedPlan,
    on: date,
    reason: str,
    words: str,
    seen: str,
    organisation: str = "",
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> None:
    """End a plan of ours with a reason, and to early help begin that under a named service and follow what comes back.

    Raises NotYet where the plan is its source's, has ended, or ends as no longer needed with outcomes still unmet.
    """
    with change_set(by=by, kind="edit", words="Child in need plan ended"):
        locked([plan.child_id])
        row = ChildInNeedPlan.objects.select_for_update().get(pk=plan.pk)
        if row.origin_id is not None:
            raise NotYet("This plan is kept in the case system; end it there.")
        if row.ended_on is not None:
            raise NotYet("This plan has ended already.")
        if reason in ("closed", "early_help") and (left := unmet(row.pk)):
            raise NotYet(
                f"Say of each outcome that it is met, or why it is dropped, before the plan ends: {left[0].outcome}"
            )
        row.ended_on, row.end_recorded_on, row.end_reason = on, today, reason
        row.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])
        end_with_plan(plan=row, on=on, today=today)
        decided = Decided(
            kind="need_plan",
            outcome=f"ended_{reason}",
            outcome_words=f"Child in need plan ended: {code_in_words('plan_end_reason', reason)}",
            reason=words,
            seen=seen,
            about="child_in_need_plans",
            about_id=row.pk,
            team_id=row.team_id,
        )
        decision = enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)
        if reason == "early_help":
            EarlyHelpEpisode.objects.create(
                child_id=row.child_id,
                started_on=on,
                reason="Stepped down from a child in need plan",
                organisation=organisation,
                recorded_on=today,
            )
            begin_watch(decision=decision, kind="early_help", on=on)
        clocks.renew([row.child_id])


def _new_key() -> str:
    """The key of a row to come, as the database makes it for any row of ours."""
    with connection.cursor() as cursor:
        cursor.callproc("record_new_key")
        return str(cursor.fetchone()[0])


def _referral(note: NeedPlanNote, today: date) -> Referral | None:
    """The open referral that the plan stands under: the one it was begun under while that is open, else the newest."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    begun_under = Referral.objects.filter(still, pk=note.referral_id).first() if note.referral_id else None
    return begun_under or open_referral_of(note.child_id, today)


def _before(note: NeedPlanNote, referral: Referral | None) -> bool:
    """Whether the plan was agreed before the referral that it stands under began."""
    return bool(note.begins_on and referral and note.begins_on < referral.started_on)


def _locked(note: NeedPlanNote) -> NeedPlanNote:
    locked([note.child_id])
    return NeedPlanNote.objects.select_for_update().get(pk=note.pk)


def _with_a_manager(note: NeedPlanNote) -> NeedPlanNote:
    row = _locked(note)
    if row.status != "submitted":
        raise NotYet("The plan is not with a manager: somebody has decided already, or it was never sent.")
    return row


def _set(row: NeedPlanNote, status: str) -> None:
    row.status = status
    row.save(update_fields=["status"])


def _step(
    row: NeedPlanNote, step: str, *, worker_id: str | None, by: Person, now: datetime, today: date, words: str
) -> None:
    note_step(
        child_id=row.child_id,
        about=ABOUT,
        about_id=row.pk,
        step=step,
        worker_id=worker_id,
        by=by,
        now=now,
        today=today,
        words=words,
    )
