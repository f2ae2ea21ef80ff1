"""Writes a meeting or a review of a child in need plan: who came, what was said, and what became of each outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.meetings import Asked, Meeting, ask
from onechild.service.record.actions.work.outcomes import drop_outcome, meet_outcome, note_progress
from onechild.service.record.actions.work.step_down import NotYet
from onechild.service.record.models import (
    ChildInNeedPlan,
    ChildInNeedReview,
    MeetingNote,
    NeedPlanNote,
    PlanOutcome,
    StepTaken,
)


@dataclass(frozen=True, kw_only=True)
class Towards:
    """What a meeting found of one outcome: `found` is met, dropped or not_yet; in words."""

    outcome: PlanOutcome
    found: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Held:
    """A meeting as it was held. `review` says that it reviewed the plan; then `plan_continues` is answered."""

    on: date
    review: bool
    plan_continues: bool | None = None
    words: str
    childs_words: str = ""
    family_words: str = ""
    next_on: date | None = None
    came: Sequence[tuple[str, str]] = ()
    towards: Sequence[Towards] = ()


def record(*, plan: ChildInNeedPlan, held: Held, worker_id: str | None, by: Person, today: date) -> StepTaken:
    """Write a meeting or a review of a plan and return its step; the duties that it meets move in the same moment.

    It adds to a plan that the case system keeps as well. Raises NotYet for a day outside the plan, or a second entry of
    the same meeting.
    """
    with change_set(by=by, kind="edit", words="Child in need review held" if held.review else "Child in need meeting"):
        locked([plan.child_id])
        _refuse(plan, held)
        step = StepTaken.objects.create(
            child_id=plan.child_id,
            step="child_in_need_meeting",
            about_id=plan.pk,
            happened_on=held.on,
            worker_id=worker_id,
            recorded_on=today,
        )
        about, about_id = "steps_taken", step.pk
        if held.review:
            review = ChildInNeedReview.objects.create(
                child_id=plan.child_id,
                plan=plan,
                happened_on=held.on,
                plan_continues=held.plan_continues,
                recorded_on=today,
            )
            about, about_id = "child_in_need_reviews", review.pk
        _note(plan, held, about, about_id, worker_id=worker_id, today=today)
        for name, part in held.came:
            meeting = Meeting(child_id=plan.child_id, about=about, about_id=about_id)
            ask(Asked(name=name, part=part, attended=True), meetings=[meeting], by=by, today=today)
        for one in held.towards:
            _found(one, on=held.on, by=by, today=today)
        _next(plan, held.next_on)
        clocks.renew([plan.child_id])
    return step


def _refuse(plan: ChildInNeedPlan, held: Held) -> None:
    if held.on < plan.started_on or (plan.ended_on is not None and held.on > plan.ended_on):
        raise NotYet("The plan was not in force on that day.")
    rows = StepTaken.objects.filter(step="child_in_need_meeting", about_id=plan.pk, happened_on=held.on)
    if rows.exists():
        raise NotYet("A meeting on that day is recorded already.")


def _note(
    plan: ChildInNeedPlan, held: Held, about: str, about_id: str, *, worker_id: str | None, today: date
) -> MeetingNote:
    return MeetingNote.objects.create(
        child_id=plan.child_id,
        about=about,
        about_id=about_id,
        meeting_id=plan.pk,
        words=held.words,
        childs_words=held.childs_words,
        family_words=held.family_words,
        next_on=held.next_on,
        worker_id=worker_id,
        recorded_on=today,
    )


def _found(one: Towards, *, on: date, by: Person, today: date) -> None:
    if one.found == "met":
        meet_outcome(outcome=one.outcome, on=on, words=one.words, by=by, today=today)
    elif one.found == "dropped":
        drop_outcome(outcome=one.outcome, on=on, reason=one.words, by=by, today=today)
    elif one.words:
        note_progress(outcome=one.outcome, words=one.words, by=by, today=today)


def _next(plan: ChildInNeedPlan, on: date | None) -> None:
    """The plan says when it is looked at next."""
    note = NeedPlanNote.objects.filter(plan_id=plan.pk).first()
    if (
        note is not None
        and on is not None
        and changed(note, seen_version=note.edit_version, typed={"next_review_on": on})
    ):
        note.save(update_fields=["next_review_on"])
