"""The pages of what is under a plan: outcomes, actions, meetings and reviews, a manager's look, and the end."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.words import date_only
from onechild.service.journeys.support.actions import plans as actions
from onechild.service.journeys.support.actions import reviews
from onechild.service.journeys.support.asking import Page, form_page
from onechild.service.journeys.support.opening import Opened, opened, workers_around
from onechild.service.journeys.support.plans.forms import (
    ActionForm,
    DoneForm,
    EndForm,
    OutcomeForm,
    OverseeForm,
    ReviewForm,
    SettleForm,
)
from onechild.service.journeys.support.plans.reading import Plan, plan_of
from onechild.service.journeys.support.plans.views import WHAT, page_of
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work import outcomes
from onechild.service.record.models import ChildInNeedPlan, PlanAction, PlanOutcome


def new_outcome(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Put an outcome into a plan, with the first action under it."""
    found, told = _open(request, la_child_id, plan_id)

    def act(form: OutcomeForm) -> str:
        typed, by, today = form.cleaned_data, request.user, request.today
        new = outcomes.NewOutcome(**{name: typed[name] for name in ("worry", "outcome", "known_by", "due_on")})
        with change_set(by=by, kind="edit", words="Outcome and action of a plan added"):
            row = outcomes.add_outcome(
                new, child=found.child, plan_kind="need", plan_id=told.plan_id, by=by, today=today
            )
            outcomes.add_action(_action(form), outcome=row, by=by, today=today)
        return page_of(found, plan_id)

    page = _page(found, plan_id, f"What will be different for {found.head.first_name}?", "Add this outcome")
    return form_page(request, found, OutcomeForm, page, act=act, **_workers(request, found))


def new_action(request: SignedIn, la_child_id: str, plan_id: str, outcome_id: str) -> HttpResponse:
    """Put an action under an outcome."""
    found, told = _open(request, la_child_id, plan_id)
    outcome = _outcome(told, outcome_id)

    def act(form: ActionForm) -> str:
        outcomes.add_action(_action(form), outcome=outcome, by=request.user, today=request.today)
        return page_of(found, plan_id)

    page = _page(found, plan_id, "What will be done?", "Add this action", lede=f"So that: {outcome.outcome}")
    return form_page(request, found, ActionForm, page, act=act, **_workers(request, found))


def settle(request: SignedIn, la_child_id: str, plan_id: str, outcome_id: str) -> HttpResponse:
    """Say that an outcome is met, or why it no longer matters."""
    found, told = _open(request, la_child_id, plan_id)
    outcome = _outcome(told, outcome_id)

    def act(form: SettleForm) -> str:
        typed, by, today = form.cleaned_data, request.user, request.today
        if typed["found"] == "met":
            outcomes.meet_outcome(outcome=outcome, on=typed["on"], words=typed["said"], by=by, today=today)
        else:
            outcomes.drop_outcome(outcome=outcome, on=typed["on"], reason=typed["said"], by=by, today=today)
        return page_of(found, plan_id)

    page = _page(found, plan_id, "What became of this outcome?", "Record this", lede=outcome.outcome)
    return form_page(request, found, SettleForm, page, act=act, today=request.today)


def done(request: SignedIn, la_child_id: str, plan_id: str, action_id: str) -> HttpResponse:
    """Say that an action was done."""
    found, told = _open(request, la_child_id, plan_id)
    known = {action.pk: action for one in told.outcomes for action in one.actions}
    if action_id not in known:
        raise Http404("There is no such action.")
    action: PlanAction = known[action_id]

    def act(form: DoneForm) -> str:
        typed = form.cleaned_data
        outcomes.action_done(
            action=action, on=typed["done_on"], words=typed["done_words"], by=request.user, today=request.today
        )
        return page_of(found, plan_id)

    page = _page(found, plan_id, "When was this done?", "Record that it was done", lede=action.words)
    return form_page(request, found, DoneForm, page, act=act, today=request.today)


def review(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Record a child in need meeting, or a review of the plan."""
    found, told = _open(request, la_child_id, plan_id)
    row = _in_force(told)

    def act(form: ReviewForm) -> str:
        typed = form.cleaned_data
        held = reviews.Held(
            on=typed["held_on"],
            review=typed["kind"] == "review",
            plan_continues=typed["plan_continues"] if typed["kind"] == "review" else None,
            words=typed["said"],
            childs_words=typed["childs_words"],
            family_words=typed["family_words"],
            next_on=typed["next_on"],
            came=form.came_by_part(),
            towards=form.towards(),
        )
        reviews.record(plan=row, held=held, worker_id=request.viewer.worker_id, by=request.user, today=request.today)
        return page_of(found, plan_id)

    title = f"Record a meeting or review of {found.head.first_name}’s plan"
    page = _page(found, plan_id, title, "Record this meeting")
    return form_page(
        request,
        found,
        ReviewForm,
        page,
        act=act,
        outcomes=[one.outcome for one in told.unmet],
        today=request.today,
        began_on=row.started_on,
    )


def oversee(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """A manager looks at a plan, and writes what must happen."""
    found, told = _open(request, la_child_id, plan_id, "approve_work")
    row = _in_force(told)

    def act(form: OverseeForm) -> str:
        typed = form.cleaned_data
        actions.oversee(
            plan=row,
            words=typed["said"],
            next_by=typed["next_by"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        return page_of(found, plan_id)

    page = _page(found, plan_id, f"Look at {found.head.first_name}’s plan", "Record what you saw")
    return form_page(request, found, OverseeForm, page, act=act)


def end(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """End a plan, with a reason; one that the case system keeps is ended there."""
    found, told = _open(request, la_child_id, plan_id, "approve_work")
    row = _in_force(told)
    if told.theirs:
        return HttpResponseRedirect(page_of(found, plan_id))

    def act(form: EndForm) -> str:
        typed = form.cleaned_data
        actions.end(
            plan=row,
            on=typed["on"],
            reason=typed["reason"],
            words=typed["said"],
            seen=typed["seen"],
            organisation=typed["organisation"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            now=request.now,
            today=request.today,
        )
        return page_of(found, plan_id)

    left = [f"Not met: {one.outcome.outcome}" for one in told.unmet]
    lede = f"The plan began on {date_only(row.started_on, request.today)}."
    page = _page(found, plan_id, f"End {found.head.first_name}’s child in need plan", "End this plan", lede, left)
    return form_page(request, found, EndForm, page, act=act, today=request.today, began_on=row.started_on)


def _open(request: SignedIn, la_child_id: str, plan_id: str, permission: str = "do_casework") -> tuple[Opened, Plan]:
    found = opened(request, la_child_id, permission, what=WHAT)
    return found, plan_of(found.child, plan_id)


def _in_force(told: Plan) -> ChildInNeedPlan:
    if told.row is None or not told.open:
        raise Http404("The plan is not in force.")
    return told.row


def _outcome(told: Plan, outcome_id: str) -> PlanOutcome:
    known = {one.outcome.pk: one.outcome for one in told.unmet}
    if outcome_id not in known:
        raise Http404("There is no such outcome that is open.")
    return known[outcome_id]


def _action(form: ActionForm) -> outcomes.NewAction:
    typed = form.cleaned_data
    return outcomes.NewAction(
        words=typed["what"],
        owner_id=typed["owner"] or None,
        owner_words="" if typed["owner"] else typed["owner_words"],
        due_on=typed["by_when"],
    )


def _workers(request: SignedIn, found: Opened) -> dict[str, object]:
    return {"workers": workers_around(found.child, request.viewer, today=request.today)}


def _page(found: Opened, plan_id: str, title: str, button: str, lede: str = "", notes: list[str] | None = None) -> Page:
    return Page(
        back=page_of(found, plan_id),
        back_words="Child in need plan",
        title=title,
        button=button,
        lede=lede,
        notes=notes or [],
    )
