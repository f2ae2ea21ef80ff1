"""A child who is missing: gone, back, and the return home interview."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.sensitive.actions import missing as actions
from onechild.service.journeys.sensitive.forms.missing import BackForm, GoneForm, InterviewForm
from onechild.service.journeys.sensitive.queries import missing as queries
from onechild.service.journeys.sensitive.views.frame import frame, opened, shown
from onechild.service.record.models import Child, MissingEpisode, Pathway
from onechild.service.record.models.pathway import PathwayKind


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Record that the child is missing."""
    child = opened(request, la_child_id, "do_casework")
    options: dict[str, Any] = {"today": request.today}
    draft = draft_of(request, child=child)
    form = GoneForm(request.POST, **options) if request.method == "POST" else filled(GoneForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        gone = actions.Gone(kind=typed["kind"], on=typed["started_on"], words=typed["words"], police=typed["police"])
        try:
            made = actions.report(
                gone,
                child=child,
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
                today=request.today,
            )
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(_on_page(child, made.pk))
    return shown(
        request,
        child,
        form,
        title="Record that the child is missing",
        button="Record that they are missing",
        back=_back(child),
        draft=draft,
        lede="Ring the police now if they have not been told. This page can wait for that.",
    )


def page(request: SignedIn, la_child_id: str, missing_id: str) -> HttpResponse:
    """One episode: what happened, when the child came back, and the interview."""
    child = opened(request, la_child_id)
    found = queries.episode(missing_id, child_id=child.pk, today=request.today)
    if found is None:
        raise Http404("There is no such episode.")
    path = Pathway.objects.filter(child=child, kind=PathwayKind.MISSING, ended_on__isnull=True).first()
    context = {
        **frame(request, child),
        "found": found,
        "late": found.late(request.now),
        "recent": queries.in_90_days(child.pk, today=request.today),
        "meeting": any(one.clock == "missing-meeting" for one in found.owed),
        "owed": [one for one in found.owed if one.clock != "missing-meeting"],
        "pathway": path,
        "ours": found.row.origin_id is None,
    }
    return render(request, "sensitive/episode.html", context)


def back(request: SignedIn, la_child_id: str, missing_id: str) -> HttpResponse:
    """Say when the child was found or came back."""
    child = opened(request, la_child_id, "do_casework")
    row = _episode(child, missing_id)
    options: dict[str, Any] = {"now": request.now}
    draft = draft_of(request, child=child)
    form = BackForm(request.POST, **options) if request.method == "POST" else filled(BackForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            actions.came_back(
                episode=row,
                at=form.moment,
                on=form.cleaned_data["on"],
                words=form.cleaned_data["words"],
                worker_id=request.viewer.worker_id,
                by=request.user,
                today=request.today,
            )
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(_on_page(child, row.pk))
    return shown(
        request,
        child,
        form,
        title="The child was found or came back",
        button="Record that they are back",
        back=_on_page(child, row.pk),
        draft=draft,
        lede="An interview with somebody independent is owed within 72 hours from the time that you give.",
    )


def interview(request: SignedIn, la_child_id: str, missing_id: str) -> HttpResponse:
    """Write what became of the return home interview."""
    child = opened(request, la_child_id, "do_casework")
    row = _episode(child, missing_id)
    options: dict[str, Any] = {"now": request.now}
    draft = draft_of(request, child=child)
    form = (
        InterviewForm(request.POST, **options) if request.method == "POST" else filled(InterviewForm, draft, **options)
    )
    if request.method == "POST" and form.is_valid():
        try:
            on = form.cleaned_data["on"] if form.cleaned_data["outcome"] == "held" else None
            actions.interview(form.talk(), episode=row, on=on, by=request.user, today=request.today)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(_on_page(child, row.pk))
    return shown(
        request,
        child,
        form,
        title="Return home interview",
        button="Record this interview",
        back=_on_page(child, row.pk),
        draft=draft,
    )


def _episode(child: Child, missing_id: str) -> MissingEpisode:
    found = MissingEpisode.objects.filter(child=child, pk=missing_id).first()
    if found is None:
        raise Http404("There is no such episode.")
    return found


def _on_page(child: Child, missing_id: str) -> str:
    return reverse("missing-episode", args=[child.la_child_id, missing_id])


def _back(child: Child) -> str:
    return reverse("child-pathways", args=[child.la_child_id])
