"""The safety plan of a pathway: what must be different, and what became of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.sensitive.actions.plan import plan
from onechild.service.journeys.sensitive.forms.pathways import OutcomeForm, SettleForm
from onechild.service.journeys.sensitive.views.frame import on_page, opened, pathway_of, shown
from onechild.service.record.actions.work import outcomes
from onechild.service.record.models import PlanOutcome


def new(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Add what the safety plan must change, with the first thing that somebody does."""
    child = opened(request, la_child_id, "do_casework")
    row = pathway_of(child, pathway_id)
    options: dict[str, Any] = {"today": request.today}
    draft = draft_of(request, child=child)
    form = OutcomeForm(request.POST, **options) if request.method == "POST" else filled(OutcomeForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        action, owner = typed.pop("action"), typed.pop("owner_words")
        plan(
            outcomes.NewOutcome(**typed),
            first=action,
            owner=owner,
            pathway=row,
            child=child,
            by=request.user,
            today=request.today,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(on_page(row))
    return shown(
        request,
        child,
        form,
        title="Safety plan: something that must change",
        button="Add it to the plan",
        back=on_page(row),
        draft=draft,
    )


def settle(request: SignedIn, la_child_id: str, pathway_id: str, outcome_id: str) -> HttpResponse:
    """Say that an outcome of the plan is met, or given up, and why."""
    child = opened(request, la_child_id, "do_casework")
    row = pathway_of(child, pathway_id)
    outcome = PlanOutcome.objects.filter(pk=outcome_id, child=child, plan_id=row.pk).first()
    if outcome is None:
        raise Http404("The plan has no such outcome.")
    draft = draft_of(request, child=child)
    form = SettleForm(request.POST) if request.method == "POST" else filled(SettleForm, draft)
    if request.method == "POST" and form.is_valid():
        common: dict[str, Any] = {"outcome": outcome, "on": request.today, "by": request.user, "today": request.today}
        try:
            if form.cleaned_data["how"] == "met":
                outcomes.meet_outcome(**common, words=form.cleaned_data["words"])
            else:
                outcomes.drop_outcome(**common, reason=form.cleaned_data["words"])
        except outcomes.AlreadySettled as settled:
            form.add_error(None, str(settled))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(on_page(row))
    return shown(
        request,
        child,
        form,
        title="Safety plan: what became of it",
        button="Record what became of it",
        back=on_page(row),
        draft=draft,
        lede=outcome.outcome,
    )
