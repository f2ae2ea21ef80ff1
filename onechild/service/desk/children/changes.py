"""The edits of a child's own details and names; what a source says stays as it is, beside them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.desk.children.around import span
from onechild.service.desk.children.forms import BirthForm, DetailsForm, EndNameForm, NameForm
from onechild.service.desk.children.frame import ChildFrame, detail_facts, frame_of
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.record.actions import children
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, ChildName

CLASH = 409
KEPT_THERE = "The case system keeps when this child was born, the sex registered and a death: record them there."


def details(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The child's details, and the form that changes them for whoever may."""
    child = open_child(request, la_child_id, what="child's details")
    frame = frame_of(request, child)
    row = frame.head.details
    form, status = DetailsForm(row=row), 200
    if request.method == "POST":
        check(request.viewer, "edit_child")
        form = DetailsForm(request.POST, row=row)
        if form.is_valid():
            try:
                children.keep_details(
                    child=child,
                    typed=form.typed,
                    seen_version=form.seen_version,
                    by=request.user,
                    today=request.today,
                )
            except Stale as stale:
                form, status = form.after(stale), CLASH
            else:
                done_with(request, child=child)
                return _saved(child)
    elif frame.may_edit and (draft := draft_of(request, child=child)):
        form = filled(DetailsForm, draft, row=row)
    return _page(request, frame, form, status)


def birth(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Record the birth, the sex or the death of a child whose record was made here; a source keeps its own."""
    child = open_child(request, la_child_id, what="child's birth")
    check(request.viewer, "edit_child")
    ours = child.origin_id is None
    if request.method == "POST" and not ours:
        raise NotAllowed(KEPT_THERE)
    draft, status = draft_of(request, child=child) if ours else None, 200
    options: dict[str, Any] = {"row": child, "today": request.today}
    form = BirthForm(request.POST, **options) if request.method == "POST" else filled(BirthForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            children.keep_birth(
                child=child, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=child)
            return _saved(child)
    context = {
        "frame": frame_of(request, child),
        "form": form if ours else None,
        "draft": draft,
        "kept_there": KEPT_THERE,
    }
    return render(request, "desk/children/birth.html", context, status=status)


def new_name(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Add a name, from a day."""
    child = open_child(request, la_child_id, what="child's names")
    check(request.viewer, "edit_child")
    form = NameForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        children.add_name(child=child, by=request.user, today=request.today, **form.cleaned_data)
        done_with(request, child=child)
        return _saved(child)
    return _small_form(request, child, form, title="Add a name", button="Add this name")


def end_name(request: SignedIn, la_child_id: str, name_id: str) -> HttpResponse:
    """End a name that was added here."""
    child = open_child(request, la_child_id, what="child's names")
    check(request.viewer, "edit_child")
    row = ChildName.objects.filter(child=child, pk=name_id, origin__isnull=True, ended_on__isnull=True).first()
    if row is None:
        raise Http404("There is no such name to end.")
    form = EndNameForm(request.POST or None, row=row, today=request.today)
    status = 200
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["ended_on"]
        if row.started_on and on < row.started_on:
            form.add_error("ended_on", "The day the name ended must be after the day it began")
        else:
            try:
                children.end_name(name=row, on=on, seen_version=form.seen_version, by=request.user, today=request.today)
            except Stale as stale:
                form, status = form.after(stale), CLASH
            else:
                return _saved(child)
    name = f"{row.forename or ''} {row.surname or ''}".strip()
    return _small_form(request, child, form, title=f"End the name {name}", button="End this name", status=status)


def _page(request: SignedIn, frame: ChildFrame, form: DetailsForm, status: int) -> HttpResponse:
    names = list(ChildName.objects.filter(child=frame.child).order_by("-started_on", "pk"))
    context = {
        "frame": frame,
        "facts": detail_facts(frame.head),
        "names": _names(names, frame),
        "form": form if frame.may_edit else None,
        "kept_there": KEPT_THERE,
        "saved": "saved" in request.GET,
        "draft": draft_of(request, child=frame.child) if frame.may_edit else None,
    }
    return render(request, "desk/children/edit.html", context, status=status)


def _names(names: list[ChildName], frame: ChildFrame) -> Table:
    today, child = frame.head.today, frame.child
    return Table(
        label="Names",
        heading="names",
        columns=[Column("Name"), Column("Which"), Column("From, to"), Column("Said by"), Column("Change")],
        rows=[
            [
                f"{row.forename or ''} {row.surname or ''}".strip() or "Not recorded",
                row.name_kind_words,  # type: ignore[attr-defined]
                span(row.started_on, row.ended_on, today),
                "OneChild" if row.origin_id is None else "The case system",
                _end_link(child, row) if frame.may_edit else "",
            ]
            for row in names
        ],
        empty="No name is recorded.",
    )


def _end_link(child: Child, row: ChildName) -> Cell:
    """A name of a source ends only there."""
    if row.origin_id is not None or row.ended_on is not None:
        return Cell(text="")
    href = reverse("child-name-end", args=[child.la_child_id, row.pk])
    return Cell(text="End it", href=href, hidden=f": {row.forename} {row.surname}")


def _small_form(
    request: SignedIn, child: Child, form: object, *, title: str, button: str, status: int = 200
) -> HttpResponse:
    context = {"frame": frame_of(request, child), "form": form, "title": title, "button": button}
    return render(request, "desk/children/small_form.html", context, status=status)


def _saved(child: Child) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('child-edit', args=[child.la_child_id])}?saved=yes")
