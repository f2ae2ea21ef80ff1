"""The pages of a plan's outcomes and actions: to add one, and to say how it stands."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.protection.opening import Opened, done, form_of, form_page, way
from onechild.service.journeys.protection.plan.forms import ActionForm, DoneForm, OutcomeForm, SettleForm
from onechild.service.journeys.protection.plan.queries import OutcomePart, Plan
from onechild.service.journeys.protection.plan.views import open_plan
from onechild.service.record.actions.work import outcomes


def new(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Add an outcome to a plan."""
    page, found = open_plan(request, la_child_id, plan_id, needs="do_casework", in_force=True)
    form = form_of(request, page, OutcomeForm)
    if request.method == "POST" and form.is_valid():
        outcomes.add_outcome(
            outcomes.NewOutcome(**form.cleaned_data),
            child=page.child,
            plan_kind="protection",
            plan_id=found.row.pk,
            by=request.user,
            today=request.today,
        )
        return done(request, page.child, "protection-plan", plan_id, at="#outcomes")
    return _page(request, page, form, plan_id, "Add an outcome", "Add this outcome")


def action(request: SignedIn, la_child_id: str, plan_id: str, outcome_id: str) -> HttpResponse:
    """Add an action under an outcome."""
    page, found = open_plan(request, la_child_id, plan_id, needs="do_casework", in_force=True)
    part = _open_outcome(found, outcome_id)
    form = form_of(request, page, ActionForm)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        new_one = outcomes.NewAction(words=typed["what"], owner_words=typed["owner"], due_on=typed["due_on"])
        outcomes.add_action(new_one, outcome=part.row, by=request.user, today=request.today)
        return done(request, page.child, "protection-plan", plan_id, at="#outcomes")
    lede = f"So that: {part.row.outcome}"
    return _page(request, page, form, plan_id, "Add an action", "Add this action", lede=lede)


def settle(request: SignedIn, la_child_id: str, plan_id: str, outcome_id: str) -> HttpResponse:
    """Say how an outcome stands."""
    page, found = open_plan(request, la_child_id, plan_id, needs="do_casework", in_force=True)
    part = _open_outcome(found, outcome_id)
    draft, options = draft_of(request, child=page.child), {"today": request.today}
    form = SettleForm(request.POST, **options) if request.method == "POST" else filled(SettleForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed, row = form.cleaned_data, part.row
        who: Any = {"by": request.user, "today": request.today}
        try:
            if typed["stands"] == "met":
                outcomes.meet_outcome(outcome=row, on=typed["on"], words=typed["words"], **who)
            elif typed["stands"] == "dropped":
                outcomes.drop_outcome(outcome=row, on=typed["on"], reason=typed["words"], **who)
            else:
                outcomes.note_progress(outcome=row, words=typed["words"], **who)
            return done(request, page.child, "protection-plan", plan_id, at="#outcomes")
        except outcomes.AlreadySettled as known:
            form.add_error(None, str(known))
    lede = f"The worry: {part.row.worry} What will be different: {part.row.outcome}"
    return _page(request, page, form, plan_id, "How an outcome stands", "Save how it stands", lede=lede)


def action_done(request: SignedIn, la_child_id: str, plan_id: str, action_id: str) -> HttpResponse:
    """Say that an action was done."""
    page, found = open_plan(request, la_child_id, plan_id, needs="do_casework", in_force=True)
    row = next((one for part in found.outcomes for one in part.actions if one.pk == action_id), None)
    if row is None or row.done_on is not None:
        raise Http404("There is no such action to do.")
    form = form_of(request, page, DoneForm, today=request.today)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            outcomes.action_done(
                action=row, on=typed["done_on"], words=typed["done_words"], by=request.user, today=request.today
            )
            return done(request, page.child, "protection-plan", plan_id, at="#outcomes")
        except outcomes.AlreadySettled as known:
            form.add_error(None, str(known))
    return _page(request, page, form, plan_id, "An action was done", "Record that it was done", lede=row.words)


def _open_outcome(found: Plan, outcome_id: str) -> OutcomePart:
    part = next((one for one in found.outcomes if one.row.pk == outcome_id and one.open), None)
    if part is None:
        raise Http404("There is no such outcome still open.")
    return part


def _page(
    request: SignedIn, page: Opened, form: Any, plan_id: str, title: str, button: str, lede: str = ""
) -> HttpResponse:
    back = way("protection-plan", page.child.la_child_id, plan_id)
    return form_page(request, page, form, title=title, button=button, back=back, lede=lede)
