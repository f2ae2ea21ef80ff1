"""What waits for somebody here: plans and closures to decide, work returned, a step down that nobody has completed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.urls import reverse

from onechild.service.journeys.support.actions.plans import ABOUT as PLANS
from onechild.service.record.models import (
    ChildInNeedPlan,
    ChildInNeedReview,
    ChildProtectionPlan,
    Closure,
    NeedPlanNote,
    WorkStep,
)
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.work.reviews import last_reviews
from onechild.service.record.queries.work.waiting import Somebody, Waiting


@dataclass(frozen=True)
class _Found:
    """One thing that waits: of which child, what, what to do, and the address by name with its key."""

    child_id: str
    title: str
    does: str
    page: str
    keys: tuple[str, ...] = ()
    why: str = ""
    since: datetime | None = None


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer: about ten queries, none of it ticked by anybody."""
    found = [*_mine(viewer)]
    if viewer.may("approve_work") and viewer.team_ids:
        found += _to_decide(viewer, _children_of(viewer, today))
    named = heads({one.child_id for one in found}, today=today)
    return [
        Waiting(
            title=one.title,
            does=one.does,
            page=reverse(one.page, args=[named[one.child_id].la_child_id, *one.keys]),
            why=one.why,
            child_ids=(one.child_id,),
            since=one.since,
        )
        for one in found
        if one.child_id in named
    ]


def _children_of(viewer: Somebody, today: date) -> set[str]:
    held = open_allocations(today).filter(role="lead", team_id__in=list(viewer.team_ids))
    return set(held.values_list("child_id", flat=True))


def _mine(viewer: Somebody) -> Iterator[_Found]:
    """What was returned to whoever sent it, and was not sent again."""
    notes = {row.pk: row for row in NeedPlanNote.objects.filter(status="returned")}
    closures = {row.pk: row for row in Closure.objects.filter(status="returned")}
    for step in _last([*notes, *closures], "returned"):
        sent = _last([step.about_id], "submitted")
        if not sent or not _is(viewer, sent[0]):
            continue
        if step.about == PLANS:
            title, page = "Child in need plan, returned for edits", "need-plan"
        else:
            title, page = "Closure of the case, returned", "closure-new"
        keys = (notes[step.about_id].plan_id,) if step.about == PLANS else ()
        yield _Found(step.child_id, title, "Change it and send it again", page, keys, step.words, step.at)


def _to_decide(viewer: Somebody, children: set[str]) -> Iterator[_Found]:
    notes = {row.pk: row for row in NeedPlanNote.objects.filter(status="submitted", child_id__in=children)}
    closures = {row.pk: row for row in Closure.objects.filter(status="submitted", child_id__in=children)}
    for step in _last([*notes, *closures], "submitted"):
        if _is(viewer, step):
            continue
        why = f"Sent by {step.by_name}."
        if step.about == PLANS:
            keys = (notes[step.about_id].plan_id,)
            yield _Found(step.child_id, "Child in need plan", "Decide on it", "need-plan", keys, why, step.at)
        else:
            yield _Found(
                step.child_id, "Closure of the case", "Decide on it", "closure", (step.about_id,), why, step.at
            )
    yield from _to_step_down(children)
    yield from _to_end(children)


def _to_step_down(children: set[str]) -> Iterator[_Found]:
    """Plans of ours that a review conference said should end, and that are still in force."""
    open_plans = ChildProtectionPlan.objects.filter(child_id__in=children, ended_on__isnull=True, origin__isnull=True)
    last = last_reviews([plan.pk for plan in open_plans])
    for plan in open_plans:
        if plan.pk in last and last[plan.pk].plan_continues is False:
            yield _Found(
                plan.child_id,
                "The conference ended the protection plan",
                "Name the worker and step down",
                "step-down",
                why="The plan stays in force until the step down is complete.",
            )


def _to_end(children: set[str]) -> Iterator[_Found]:
    """Child in need plans that a review said should end, and that go on."""
    plans = ChildInNeedPlan.objects.filter(child_id__in=children, ended_on__isnull=True, origin__isnull=True)
    known = {plan.pk: plan for plan in plans}
    last = dict(
        ChildInNeedReview.objects.filter(plan_id__in=known)
        .order_by("happened_on")
        .values_list("plan_id", "plan_continues")
    )
    for key, goes_on in last.items():
        if goes_on is False:
            yield _Found(
                known[key].child_id,
                "A review said that the child in need plan should end",
                "Decide whether it ends",
                "need-plan",
                (key,),
            )


def _last(about_ids: Iterable[str], step: str) -> list[WorkStep]:
    """The last step of that kind of each piece of work, the earliest first."""
    rows = WorkStep.objects.filter(about_id__in=list(about_ids), step=step).order_by(F("at"), "pk")
    return list({row.about_id: row for row in rows}.values())


def _is(viewer: Somebody, step: WorkStep) -> bool:
    return (bool(viewer.worker_id) and step.by_worker_id == viewer.worker_id) or step.by_name == viewer.name
