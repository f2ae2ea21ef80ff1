"""Writes what a conference decided for each child: the plan or its end, its category and its first outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.govuk.words import date_only
from onechild.service.journeys.protection.categories import newest_since, put_category
from onechild.service.journeys.protection.conference.chairs import near_to
from onechild.service.journeys.protection.conference.queries import FAMILY, TABLE, Arranged
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.chairs import let_go
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.meetings import Asked, Meeting, ask
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome, add_action, add_outcome, carry_over
from onechild.service.record.models import (
    ChildInNeedPlan,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    MeetingPerson,
    Outcome,
    StepTaken,
)
from onechild.service.record.queries.caseload import open_allocations

# What a conference may decide, and the outcome (a code of the list `outcome`) that it stands for.
FIRST = {
    "plan": "A child protection plan",
    "need": "No protection plan: support as a child in need",
    "nothing": "No protection plan, and nothing further",
}
REVIEW = {"continue": "The plan goes on", "end": "The plan is no longer needed"}
OUTCOMES = {
    "plan": "child_protection_plan",
    "need": "child_in_need_plan",
    "nothing": "no_further_action",
    "continue": "child_protection_plan",
    "end": "child_in_need_review",
}
MEMBERS = "child_protection_plans"


class NotTheChair(Exception):
    """Who works with the child, or manages who does, can't decide at the conference."""


class HeldAlready(Exception):
    """Somebody has written what this conference decided."""


class Refused(Exception):
    """It can't have been decided so on that day: why, in words."""


@dataclass(frozen=True, kw_only=True)
class ForChild:
    """What was decided for one child: a key of FIRST or REVIEW, why, the category, and how the child took part."""

    decided: str
    reason: str
    category: str | None = None
    participation: str | None = None
    long_plan_looked_at: bool = False
    plans_elsewhere: int = 0


@dataclass(frozen=True, kw_only=True)
class Day:
    """What was the same for all the children of the conference."""

    on: date
    quorate: bool
    quorum_words: str = ""
    summary: str = ""
    strengths: str = ""
    worries: str = ""
    contingency: str = ""
    outcome: NewOutcome | None = None
    first_action: NewAction | None = None
    core_group_on: date | None = None
    next_on: date | None = None
    members: Sequence[str] = ()


def decide(
    day: Day,
    *,
    conference: Arranged,
    answers: Mapping[str, ForChild],
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> list[Conference]:
    """Write what a conference decided, for each child of `answers` (by id), and return the conferences.

    Raises NotTheChair for somebody near to the work, HeldAlready where it was written meanwhile, Refused where the
    plan that it reviews had ended, or its category began later.
    """
    with change_set(by=by, kind="edit", words="Conference held and decided"):
        children = locked(answers)
        if worker_id is None or worker_id in near_to(list(answers), today=today):
            raise NotTheChair
        rows = ConferenceArrangement.objects.select_for_update().filter(
            pk__in=[row.pk for row in conference.together], child_id__in=list(answers), cancelled_on__isnull=True
        )
        found = list(rows.order_by("pk"))
        if not found or any(row.conference_id for row in found):
            raise HeldAlready
        for row in found:
            _still_to_review(row, day, answers[row.child_id])
        made = [_held(row, day, answers[row.child_id], worker_id, by, now, today) for row in found]
        renew(children)
        return made


def _still_to_review(row: ConferenceArrangement, day: Day, answer: ForChild) -> None:
    """A review is of a plan in force that day, and puts no category before one that began later."""
    if row.conference_kind != "review" or row.plan_id is None:
        return
    plan = ChildProtectionPlan.objects.select_for_update().get(pk=row.plan_id)
    goes_on = answer.decided == "continue"
    if plan.ended_on is not None and (plan.ended_on < day.on or (goes_on and plan.ended_on == day.on)):
        raise Refused(
            f"A child protection plan that it reviews ended on {date_only(plan.ended_on)}. Call this conference off, "
            "and arrange one for whoever is still on a plan. Nothing of yours was saved."
        )
    other = goes_on and answer.category and answer.category != plan.latest_category
    if other and plan.origin_id is None and (since := newest_since(plan)) and day.on < since:
        raise Refused(f"The category of a plan changed on {date_only(since)}, after this conference: keep that one.")


def _held(
    row: ConferenceArrangement, day: Day, answer: ForChild, worker_id: str, by: Person, now: datetime, today: date
) -> Conference:
    lead = open_allocations(today).filter(child_id=row.child_id, role="lead").first()
    first = row.conference_kind != "review"
    held = Conference.objects.create(
        child_id=row.child_id,
        conference_kind=row.conference_kind,
        happened_on=day.on,
        enquiry_id=row.enquiry_id,
        referral_id=row.referral_id,
        plan_id=row.plan_id,
        meeting_id=row.meeting_id,
        target_on=row.enquiry.conference_target_on if row.enquiry_id else None,
        led_to_plan=answer.decided == "plan" if first else None,
        plan_continues=None if first else answer.decided == "continue",
        quorate=day.quorate,
        participation=answer.participation,
        team_id=lead.team_id if lead else None,
        worker_id=worker_id,
        recorded_on=today,
    )
    _outcome(held, answer, today)
    if row.conference_kind == "transfer_in":
        _on_the_referral(row, day, today)
    plan = _new_plan(row, held, day, answer, today) if answer.decided == "plan" else None
    if plan is not None:
        held.plan = plan
        held.save(update_fields=["plan"])
        _first_words(plan, day, by, today)
        _in_place_of_need(plan, by, today)
    _reviewed(row, day, answer, worker_id, today)
    if plan is not None or answer.decided == "continue":
        _members(row, held, day, by, today)
    else:
        _no_more_chair(row, answer, today)
    _keep(row, held, day, answer, worker_id)
    _enter(row, day, answer, worker_id, by, now, today)
    return held


def _new_plan(
    row: ConferenceArrangement, held: Conference, day: Day, answer: ForChild, today: date
) -> ChildProtectionPlan:
    earlier = list(ChildProtectionPlan.objects.filter(child_id=row.child_id, started_on__lt=day.on))
    said = max((plan.previous_plans + 1 for plan in earlier if plan.previous_plans is not None), default=0)
    plan = ChildProtectionPlan.objects.create(
        child_id=row.child_id,
        started_on=day.on,
        referral_id=row.referral_id,
        conference=held,
        initial_category=answer.category,
        latest_category=answer.category,
        previous_plans=max(len(earlier), said) + answer.plans_elsewhere,
        of_other_council=False,
        recorded_on=today,
    )
    put_category(plan, answer.category or "", on=day.on, today=today)
    return plan


def _first_words(plan: ChildProtectionPlan, day: Day, by: Person, today: date) -> None:
    if day.outcome is None:
        return
    outcome = add_outcome(day.outcome, child=plan.child, plan_kind="protection", plan_id=plan.pk, by=by, today=today)
    if day.first_action is not None:
        add_action(day.first_action, outcome=outcome, by=by, today=today)


def _in_place_of_need(plan: ChildProtectionPlan, by: Person, today: date) -> None:
    """A child is on one plan at a time: the child in need plan ends that day, and what it had not changed goes on."""
    held = ChildInNeedPlan.objects.filter(child_id=plan.child_id, ended_on__isnull=True, origin__isnull=True)
    for need in held.order_by("started_on", "pk"):
        carry_over(from_plan_id=need.pk, to_plan_kind="protection", to_plan_id=plan.pk, by=by, today=today)
        need.ended_on, need.end_recorded_on = max(plan.started_on, need.started_on), today
        need.end_reason = "child_protection"
        need.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])


def _reviewed(row: ConferenceArrangement, day: Day, answer: ForChild, worker_id: str, today: date) -> None:
    """A review may put another category in place of the plan's, and look at why a long plan lasts."""
    if row.conference_kind != "review" or row.plan_id is None:
        return
    plan = ChildProtectionPlan.objects.select_for_update().get(pk=row.plan_id)
    if answer.decided == "continue" and answer.category and plan.origin_id is None and plan.ended_on is None:
        put_category(plan, answer.category, on=day.on, today=today)
    if answer.long_plan_looked_at:
        StepTaken.objects.create(
            child_id=row.child_id,
            step="long_plan_reviewed",
            about_id=row.plan_id,
            happened_on=day.on,
            worker_id=worker_id,
            recorded_on=today,
        )


def _members(row: ConferenceArrangement, held: Conference, day: Day, by: Person, today: date) -> None:
    """Who carries out the plan: those named, of the same name and part, for each child."""
    named = set(MeetingPerson.objects.filter(pk__in=list(day.members)).values_list("name", "part"))
    plan_id = held.plan_id or row.plan_id or ""
    for person in MeetingPerson.objects.filter(about=TABLE, about_id=row.pk).order_by("pk"):
        if (person.name, person.part) in named and not person.left_out_reason:
            who = Asked(
                name=person.name,
                part=person.part,
                agency=person.agency,
                adult_id=person.adult_id,
                related_child_id=person.related_child_id,
                worker_id=person.worker_id,
                email=person.email,
            )
            ask(who, meetings=[Meeting(child_id=row.child_id, about=MEMBERS, about_id=plan_id)], by=by, today=today)


def _no_more_chair(row: ConferenceArrangement, answer: ForChild, today: date) -> None:
    """With no plan there is nothing left to chair; a plan that is to end keeps its chair until it has ended."""
    if answer.decided in ("need", "nothing"):
        let_go(child_id=row.child_id, today=today)


def _keep(row: ConferenceArrangement, held: Conference, day: Day, answer: ForChild, worker_id: str) -> None:
    row.conference, row.chair_id, row.reason = held, worker_id, answer.reason
    row.plan_id = held.plan_id
    row.quorum_words, row.summary, row.contingency = day.quorum_words, day.summary, day.contingency
    row.strengths, row.worries = day.strengths, day.worries
    goes_on = answer.decided in ("plan", "continue")
    row.core_group_on, row.next_on = (day.core_group_on, day.next_on) if goes_on else (None, None)
    row.save()


def _outcome(held: Conference, answer: ForChild, today: date) -> None:
    """What a first conference led to. A review's answer stands in the conference's own row."""
    if held.conference_kind == "review":
        return
    Outcome.objects.create(
        child_id=held.child_id,
        happened_on=held.happened_on,
        recorded_on=today,
        outcome_of="conference",
        outcome_of_id=held.pk,
        outcome=OUTCOMES[answer.decided],
    )


def _on_the_referral(row: ConferenceArrangement, day: Day, today: date) -> None:
    """The census finds a transfer-in conference at its referral, as it follows no enquiry of this council."""
    referral = row.referral
    if referral is not None and referral.origin_id is None and referral.conference_on is None:
        referral.conference_on = day.on
        referral.save(update_fields=["conference_on"])


def _enter(
    row: ConferenceArrangement, day: Day, answer: ForChild, worker_id: str, by: Person, now: datetime, today: date
) -> None:
    asked = FIRST if row.conference_kind != "review" else REVIEW
    people = list(MeetingPerson.objects.filter(about=TABLE, about_id=row.pk).order_by("pk"))
    came = [person.name for person in people if person.attended]
    family = [person.name for person in people if person.attended and person.part in FAMILY]
    reports = [person.name for person in people if person.report_on]
    seen = [
        f"There: {', '.join(came)}." if came else "Nobody is recorded as there.",
        "" if family else "Nobody of the family was there.",
        f"Reports of {', '.join(reports)}." if reports else "",
        "The worker’s report." if row.report else "",
    ]
    decided = Decided(
        kind="conference",
        outcome=answer.decided,
        outcome_words=asked[answer.decided],
        reason=answer.reason,
        options="; ".join(asked.values()),
        seen=" ".join(part for part in seen if part),
        about=TABLE,
        about_id=row.pk,
    )
    enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today, group_id=row.meeting_id)
