"""Records core groups, puts another category in force, and ends a plan that does not step down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.govuk.words import date_only
from onechild.service.journeys.protection.categories import newest_since, put_category
from onechild.service.journeys.protection.plan.queries import Plan
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.chairs import let_go
from onechild.service.record.actions.work.conferences import call_off_reviews
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.meetings import Asked, Meeting, ask
from onechild.service.record.models import (
    ChildProtectionCategory,
    ChildProtectionPlan,
    CoreGroup,
    MeetingNote,
    VisitInterval,
)

TABLE = "child_protection_plans"
# Ways for a plan to end that are no step down. A conference decides that it is no longer needed.
ENDINGS = {
    "closed": "No longer needed, and nothing follows: the conference decided so",
    "looked_after": "The child became looked after",
    "moved": "The family moved, and the other council has taken the plan on",
    "turned_18": "The young person turned 18",
    "died": "The child died",
    "other": "Another reason",
}


class Refused(Exception):
    """It can't be done so: `field` of the form, and why in words."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words


@dataclass(frozen=True, kw_only=True)
class OfChild:
    """What a core group was for one child: what they said, and what has changed for them."""

    plan: ChildProtectionPlan
    childs_words: str = ""
    progress: str = ""


@dataclass(frozen=True, kw_only=True)
class GroupHeld:
    """A core group that was held: who came is asked of all, of the family too."""

    on: date
    quorate: bool
    words: str
    family_words: str = ""
    next_on: date | None = None
    people: Sequence[Asked] = ()


def record_core_group(
    held: GroupHeld, *, children: Mapping[str, OfChild], worker_id: str | None, by: Person, today: date
) -> list[CoreGroup]:
    """Record one core group for each of these children, by id, and return the rows.

    Raises Refused where a child has one recorded that day already, or the plan had not begun or had ended by then.
    """
    with change_set(by=by, kind="edit", words="Core group recorded"):
        locked(children)
        made: list[CoreGroup] = []
        for child_id, of in children.items():
            _may_be_held(of.plan, held.on)
            row = CoreGroup.objects.create(
                child_id=child_id, happened_on=held.on, plan=of.plan, quorate=held.quorate, recorded_on=today
            )
            made.append(row)
            MeetingNote.objects.create(
                child_id=child_id,
                about="core_groups",
                about_id=row.pk,
                meeting_id=made[0].pk,
                words=held.words,
                childs_words=of.childs_words,
                family_words=held.family_words,
                progress=of.progress,
                next_on=held.next_on,
                worker_id=worker_id,
                recorded_on=today,
            )
        meetings = [Meeting(child_id=row.child_id, about="core_groups", about_id=row.pk) for row in made]
        for who in held.people:
            ask(who, meetings=meetings, by=by, today=today)
        renew(children)
        return made


def change_category(
    *, plan: Plan, category: str, on: date, reason: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> None:
    """Put another category in force from a day, decided between conferences. Raises Refused."""
    with change_set(by=by, kind="edit", words="Category of a child protection plan changed"):
        locked([plan.row.child_id])
        row = _ours(plan, "category")
        if on < row.started_on:
            raise Refused("on", "The plan had not begun by then.")
        if (since := newest_since(row)) and on < since:
            raise Refused("on", f"The category now is in force from {date_only(since)}: it can’t change before then.")
        if row.latest_category == category:
            raise Refused("category", "That is the category now.")
        put_category(row, category, on=on, today=today)
        words = f"Category changed to {row.latest_category_words}"  # type: ignore[attr-defined]
        _enter(row, "category", words, "other", reason, "", worker_id, by, now, today)
        renew([row.child_id])


def end_plan(
    *,
    plan: Plan,
    why: str,
    on: date,
    reason: str,
    seen: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> None:
    """End a plan from a day: `why` is a key of ENDINGS. Its category, and its own visit interval, end with it.

    A review of it that is still to come is called off. Raises Refused for a plan that the case system keeps, for a
    day before it began, and where "no longer needed" is given and no conference has decided so by that day.
    """
    with change_set(by=by, kind="edit", words="Child protection plan ended"):
        locked([plan.row.child_id])
        row = _ours(plan, "why")
        if on < row.started_on:
            raise Refused("on", "The plan had not begun by then.")
        if why == "closed" and not plan.to_end:
            raise Refused("why", "Only a review conference decides that a plan is no longer needed: arrange one.")
        if why == "closed" and on < plan.conferences[0].happened_on:
            held_on = date_only(plan.conferences[0].happened_on)
            raise Refused("on", f"The review that decided so was on {held_on}: the plan can’t end before then.")
        row.ended_on, row.end_recorded_on, row.end_reason = on, today, why
        row.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])
        spells = (
            *ChildProtectionCategory.objects.filter(plan=row, ended_on__isnull=True, origin__isnull=True),
            *VisitInterval.objects.filter(child_protection_plan=row, ended_on__isnull=True, origin__isnull=True),
        )
        for spell in spells:
            spell.ended_on, spell.end_recorded_on = max(on, spell.started_on), today
            spell.save(update_fields=["ended_on", "end_recorded_on"])
        let_go(child_id=row.child_id, today=today)
        call_off_reviews(row, reason=f"The plan ended on {date_only(on)}", now=now, today=today)
        _enter(row, why, ENDINGS[why], "plan_ended", reason, seen, worker_id, by, now, today)
        renew([row.child_id])


def _may_be_held(plan: ChildProtectionPlan, on: date) -> None:
    if on < plan.started_on:
        raise Refused("held_on", "The plan had not begun by then.")
    if plan.ended_on is not None and plan.ended_on < on:
        raise Refused("held_on", "The plan had ended by then.")
    if CoreGroup.objects.filter(child_id=plan.child_id, happened_on=on).exists():
        raise Refused("held_on", "A core group of that day is recorded already.")


def _ours(plan: Plan, field: str) -> ChildProtectionPlan:
    row = ChildProtectionPlan.objects.select_for_update().get(pk=plan.row.pk)
    if row.origin_id is not None:
        raise Refused(field, "This plan is kept in the case system: change or end it there.")
    if row.ended_on is not None:
        raise Refused(field, "The plan has ended already.")
    return row


def _enter(
    row: ChildProtectionPlan,
    outcome: str,
    words: str,
    kind: str,
    reason: str,
    seen: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> None:
    decided = Decided(
        kind=kind,
        outcome=outcome,
        outcome_words=words,
        reason=reason,
        options="; ".join(ENDINGS.values()) if kind == "plan_ended" else "",
        seen=seen,
        about=TABLE,
        about_id=row.pk,
    )
    enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)
