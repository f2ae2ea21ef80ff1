"""The warnings on a child's record: those in force and those past, and how one is added, looked at again and ended."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.desk.children.forms import EndWarningForm, RenewForm, WarningForm
from onechild.service.desk.children.frame import ChildFrame, adult_words, frame_of
from onechild.service.record.actions import warnings as actions
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, WarningNote
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.people import managers

CLASH = 409


def warnings(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Every warning, in force and past, with what was told to whom and when it is looked at again."""
    child = open_child(request, la_child_id, what="warnings on the child's record")
    frame = frame_of(request, child)
    everything = list(WarningNote.objects.filter(child=child).order_by("-started_on", "pk"))
    names = worker_names(note.manager_id for note in everything)
    told = [(note, names.get(note.manager_id, ""), _adult(note, frame)) for note in everything]
    now = {note.pk for note in frame.warnings}
    context = {
        "frame": frame,
        "in_force": [one for one in told if one[0].pk in now],
        "past": [one for one in told if one[0].pk not in now],
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "desk/children/warnings.html", context)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Add a warning."""
    child = open_child(request, la_child_id, what="warnings on the child's record")
    check(request.viewer, "edit_child")
    frame = frame_of(request, child)
    options = _options(request, frame)
    draft = draft_of(request, child=child)
    if request.method != "POST" and draft is None:
        # Asked for from the page of people: which adult, by key; anybody who is not among the choices is none.
        options["initial"] = {"adult": request.GET.get("adult", "")}
    form = WarningForm(request.POST, **options) if request.method == "POST" else filled(WarningForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = {**form.cleaned_data, "adult_id": form.cleaned_data["adult"] or None}
        typed |= {"manager_id": typed.pop("manager")}
        typed.pop("adult")
        actions.add(child=child, by=request.user, today=request.today, **typed)
        done_with(request, child=child)
        return _back(child, "added")
    context = {"frame": frame, "form": form, "title": "Add a warning", "button": "Add this warning", "draft": draft}
    return render(request, "desk/children/warning_new.html", context)


def review(request: SignedIn, la_child_id: str, warning_id: str) -> HttpResponse:
    """Look at a warning again and keep it in force; or go on to end it."""
    child, row = _open(request, la_child_id, warning_id)
    form = RenewForm(
        request.POST or None, row=row, today=request.today, initial={"review_by": None, "reviewed_words": ""}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            typed = form.typed
            actions.renew(
                warning=row,
                review_by=typed["review_by"],
                words=typed["words"],
                why=typed["reviewed_words"],
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(child, "renewed")
    context = {"frame": frame_of(request, child), "form": form, "note": row}
    return render(request, "desk/children/warning_review.html", context, status=status)


def end(request: SignedIn, la_child_id: str, warning_id: str) -> HttpResponse:
    """End a warning, with a reason."""
    child, row = _open(request, la_child_id, warning_id)
    form = EndWarningForm(request.POST or None, row=row, today=request.today, started_on=row.started_on)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            typed = form.typed
            actions.end(
                warning=row,
                on=typed["ended_on"],
                reason=typed["end_reason"],
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(child, "ended")
    title = f"End the warning: {row.get_kind_display()}"
    context = {"frame": frame_of(request, child), "form": form, "title": title, "button": "End this warning"}
    return render(request, "desk/children/small_form.html", context, status=status)


def _open(request: SignedIn, la_child_id: str, warning_id: str) -> tuple[Child, WarningNote]:
    child = open_child(request, la_child_id, what="warnings on the child's record")
    check(request.viewer, "edit_child")
    row = WarningNote.objects.filter(child=child, pk=warning_id, ended_on__isnull=True).first()
    if row is None:
        raise Http404("There is no such warning in force.")
    return child, row


def _options(request: SignedIn, frame: ChildFrame) -> dict[str, Any]:
    adults = {one.adult_id: adult_words(one) for one in frame.head.relations if one.adult_id}
    teams = [one.team_id for one in frame.head.held if one.open_on(request.today)]
    return {
        "today": request.today,
        "adults": list(adults.items()),
        "managers": list(dict(managers([*teams, *request.viewer.team_ids], today=request.today)).items()),
    }


def _adult(note: WarningNote, frame: ChildFrame) -> str:
    return next(
        (adult_words(one) for one in frame.head.relations if one.adult_id and one.adult_id == note.adult_id), ""
    )


def _back(child: Child, what: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('child-warnings', args=[child.la_child_id])}?saved={what}")
