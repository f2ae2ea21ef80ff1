"""Until when records are kept, which are held, and which are erased."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.journeys.information_rights.actions import keeping as actions
from onechild.service.journeys.information_rights.actions.requests import NotPossible
from onechild.service.journeys.information_rights.finding import child_named
from onechild.service.journeys.information_rights.forms import ChildForm, ReasonForm
from onechild.service.journeys.information_rights.models import Erasure, Hold
from onechild.service.journeys.information_rights.queries import due_for_review
from onechild.service.journeys.information_rights.retention import SCHEDULE
from onechild.service.journeys.information_rights.ways import frame


class ChildReasonForm(ChildForm, ReasonForm):
    """Whose record, and why."""


@needs("information_rights")
def keeping(request: Request) -> HttpResponse:
    """Show the schedule, the records due for review, the holds and the erasures that wait for a second person."""
    return _page(request)


@require_POST
@needs("information_rights")
def hold(request: Request) -> HttpResponse:
    """Put a hold on a record, or lift it."""
    form = ChildReasonForm(request.POST, prefix="hold")
    if form.is_valid() and (child := child_named(request, form, what="a legal hold")):
        act = actions.lift if "lift" in request.POST else actions.hold
        try:
            act(child=child, reason=form.cleaned_data["reason"], by=request.viewer.user, at=request.now)  # type: ignore[arg-type]
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("rights-keeping")
    return _page(request, hold_form=form)


@require_POST
@needs("information_rights")
def ask(request: Request) -> HttpResponse:
    """Ask for a record to be erased."""
    form = ChildReasonForm(request.POST, prefix="erase")
    if form.is_valid() and (child := child_named(request, form, what="an erasure asked for")):
        try:
            actions.ask_erasure(
                child=child, reason=form.cleaned_data["reason"], by=request.viewer.user, at=request.now,  # type: ignore[arg-type]
                today=request.today,
            )  # fmt: skip
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("rights-keeping")
    return _page(request, erase_form=form)


@needs("information_rights")
def decide(request: Request, erasure_id: int) -> HttpResponse:
    """Agree to an erasure that somebody else asked for, or refuse it."""
    erasure = get_object_or_404(Erasure.objects.select_related("asked_by"), pk=erasure_id)
    request.seen([] if erasure.done_at else [erasure.child_ref], what="an erasure to decide on")
    refused = ""
    if request.method == "POST":
        try:
            if "agree" in request.POST:
                actions.erase(erasure=erasure, by=request.viewer.user, at=request.now, today=request.today)  # type: ignore[arg-type]
            else:
                actions.refuse(erasure=erasure, by=request.viewer.user)  # type: ignore[arg-type]
            return redirect("rights-keeping")
        except NotPossible as why:
            refused = str(why)
    given = {"erasure": erasure, "refused": refused} | frame("rights-keeping")
    return render(request, "information_rights/erasure.html", given, status=409 if refused else 200)


def _page(
    request: Request, *, hold_form: forms.Form | None = None, erase_form: forms.Form | None = None
) -> HttpResponse:
    page = page_asked(request.GET, due_for_review(today=request.today))
    holds = Hold.objects.filter(lifted_at=None).select_related("child", "put_by").order_by("-put_at")
    waiting = Erasure.objects.filter(done_at=None, refused_by=None).select_related("asked_by").order_by("asked_at")
    shown = [child.pk for child in page] + [one.child_id for one in holds] + [one.child_ref for one in waiting]
    request.seen(shown, what="records due for review, held or to be erased", kind="list")
    faulty = next((form for form in (hold_form, erase_form) if form is not None), None)
    given = {
        "page": page, "holds": holds, "waiting": waiting, "schedule": SCHEDULE, "form": faulty,
        "done": Erasure.objects.exclude(done_at=None).order_by("-done_at")[:20],
        "hold_form": hold_form or ChildReasonForm(prefix="hold"),
        "erase_form": erase_form or ChildReasonForm(prefix="erase"),
    }  # fmt: skip
    return render(request, "information_rights/keeping.html", given | frame("rights-keeping"))
