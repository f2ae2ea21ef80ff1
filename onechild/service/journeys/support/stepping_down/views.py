"""The page of the step-down contract: for one child, and brothers and sisters who are on plans too."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.clocks.model import Standard
from onechild.knowledge.clocks.rules.child_in_need import STEP_DOWN
from onechild.knowledge.clocks.standards import versions
from onechild.knowledge.workdays.lengths import Length
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.words import date_only
from onechild.service.journeys.support.asking import Page, form_page
from onechild.service.journeys.support.opening import Opened, opened, teams_around
from onechild.service.journeys.support.stepping_down.forms import Limits, OnPlan, StepDownForm
from onechild.service.record.actions.clocks import standards
from onechild.service.record.actions.visit_intervals import most_for
from onechild.service.record.actions.work.step_down import step_down
from onechild.service.record.models import ChildInNeedPlan, ChildProtectionPlan, PlanOutcome, StepDown
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.people import brothers_and_sisters
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.work.outcomes import unmet
from onechild.service.record.queries.work.reviews import last_reviews

WHAT = "step down from a child protection plan"
BY_CLOCK = {clock.key: clock for clock in STEP_DOWN}


def page(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Step a child down: never without a named worker, with nothing unmet left behind."""
    found = opened(request, la_child_id, "approve_work", what=WHAT)
    group, away = _group(request, found)
    if away or not group:
        past = list(StepDown.objects.filter(child=found.child).order_by("-happened_on"))
        context = {"child": found.child, "head": found.head, "theirs": away, "past": past}
        return render(request, "support/step_down_none.html", context)
    teams = teams_around(found.child, request.viewer, today=request.today)

    def act(form: StepDownForm) -> str:
        made = step_down(
            steps=form.steps(),
            terms=form.terms(),
            team_ids=teams,
            may_allocate=request.viewer.may("allocate"),
            decider_id=request.viewer.worker_id,
            by=request.user,
            now=request.now,
            today=request.today,
        )
        if made[0].need_plan_id:
            return reverse("need-plan", args=[la_child_id, made[0].need_plan_id])
        return reverse("step-down", args=[la_child_id])

    asked = Page(
        back=reverse("child", args=[la_child_id]),
        back_words=found.head.name,
        title=f"Step {found.head.first_name} down from the child protection plan",
        button="Step down",
        lede="The protection plan ends and the new help begins on the same day, under a worker who is named.",
        notes=_notes(group[0], request.today),
        template="support/step_down.html",
    )
    return form_page(
        request,
        found,
        StepDownForm,
        asked,
        act=act,
        group=group,
        workers=in_post(teams, today=request.today),
        today=request.today,
        limits=_limits(found, request.today),
    )


def _group(request: SignedIn, found: Opened) -> tuple[list[OnPlan], bool]:
    """The child and the brothers and sisters on plans of ours; and whether the child's own is the case system's."""
    ids = [found.child.pk, *brothers_and_sisters(found.child.pk, today=request.today)]
    open_plans = ChildProtectionPlan.objects.filter(child_id__in=ids, ended_on__isnull=True).order_by("started_on")
    plans = {plan.child_id: plan for plan in open_plans}
    own = plans.get(found.child.pk)
    if own is None or own.origin_id is not None:
        return [], own is not None
    named = heads([key for key in ids if key in plans and plans[key].origin_id is None], today=request.today)
    request.seen(named, what=WHAT)
    held = last_reviews([plans[key].pk for key in named])
    both = [(named[key], plans[key]) for key in ids if key in named]
    return [OnPlan(head, plan, unmet(plan.pk), held.get(plan.pk)) for head, plan in both], False


def _notes(one: OnPlan, today: date) -> list[str]:
    began = f"The plan began on {date_only(one.plan.started_on, today)}."
    decided = "No review conference is recorded that decided that it ends."
    if one.review:
        held = f"The review conference of {date_only(one.review.happened_on, today)}"
        decided = f"{held} decided that it ends." if one.to_end else f"{held}, the last, did not decide that it ends."
    left = f"Outcomes of it that are not met: {len(one.unmet)}." if one.unmet else "No outcome of it is left unmet."
    if not PlanOutcome.objects.filter(plan_id=one.plan.pk).exists():
        left = "No outcome of it is recorded here: say in your reasons what it had not yet changed."
    followed = "After the step down it is followed at 3, 6 and 9 months; what comes back is shown to whoever decided."
    return [began, decided, left, followed]


def _limits(found: Opened, today: date) -> Limits:
    """The longest visit interval in days, and within what time the council asks for the first visit and review."""
    most = most_for(ChildInNeedPlan(child_id=found.child.pk), on=today)
    return Limits(most, _within("step-down-visit", today), _within("step-down-review", today))


def _within(key: str, today: date) -> Length:
    standard = BY_CLOCK[key].rules[0].lengths[0]
    if not isinstance(standard, Standard):
        raise TypeError(f"{key} is no standard of the council's")
    return standard.of(next(n for begins, ends, n in versions(standard, standards()) if begins <= today < ends))
