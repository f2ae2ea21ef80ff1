"""Puts a contact right, says how urgent it is, joins it to another: what somebody else saved meanwhile is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.front_door.taking_in.access import child_of, open_contact
from onechild.service.journeys.front_door.taking_in.actions import changing, joining
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.taking_in.forms import (
    ChildForm,
    DetailsForm,
    JoinForm,
    ReasonForm,
    UrgencyForm,
)
from onechild.service.journeys.front_door.taking_in.queries.contact import doubles_of
from onechild.service.journeys.front_door.taking_in.views.contact import contact
from onechild.service.journeys.front_door.taking_in.views.linking import CONFLICT, back
from onechild.service.record.actions.editing import Stale
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import Intake, IntakeChild


def details(request: SignedIn, intake_id: str) -> HttpResponse:
    """Put right what was told."""
    intake = open_contact(request, intake_id, what="putting a contact right")
    worker = request.viewer.worker_id

    def save(form: EditForm) -> None:
        changing.edit_details(
            intake=intake,
            typed=form.typed,
            open_to_ids=[worker] if worker else [],
            seen_version=form.seen_version,
            by=request.user,
        )

    holds = request.viewer.may("hold_sensitive")
    form = DetailsForm(request.POST or None, row=intake, holds=holds, is_worker=bool(worker))
    return _edited(request, intake, form, save, title="Put this contact right", button="Save this contact")


def child(request: SignedIn, intake_id: str, intake_child_id: str) -> HttpResponse:
    """Put right what was told of a child."""
    intake = open_contact(request, intake_id, what="putting a contact right")
    row = child_of(intake, intake_child_id)

    def save(form: EditForm) -> None:
        changing.edit_child(intake_child=row, typed=form.typed, seen_version=form.seen_version, by=request.user)

    form = ChildForm(request.POST or None, row=row, now=request.now)
    return _edited(request, intake, form, save, title="What was told of this child", button="Save this child")


def new_child(request: SignedIn, intake_id: str) -> HttpResponse:
    """Add a child to a contact."""
    intake = open_contact(request, intake_id, what="putting a contact right")

    def save(form: EditForm) -> None:
        changing.add_child(intake=intake, typed=form.typed, by=request.user, now=request.now)

    form = ChildForm(request.POST or None, row=None, now=request.now)
    return _edited(request, intake, form, save, title="Add a child", button="Add this child")


def urgency(request: SignedIn, intake_id: str) -> HttpResponse:
    """Say how urgent it is."""
    intake = open_contact(request, intake_id, what="how urgent a contact is")

    def save(form: EditForm) -> None:
        changing.set_priority(
            intake=intake, typed=form.typed, seen_version=form.seen_version, by=request.user, now=request.now
        )

    form = UrgencyForm(request.POST or None, row=intake, now=request.now)
    return _edited(request, intake, form, save, title="Is this urgent?", button="Save how urgent it is")


def join(request: SignedIn, intake_id: str) -> HttpResponse:
    """Join this contact to another about the same thing."""
    intake = open_contact(request, intake_id, what="joining a contact to another")
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"].strip().upper()
        other = Intake.objects.filter(acknowledgement=number).first()
        if other is None:
            form.add_error("number", "There is no contact with this number that you can open")
        else:
            try:
                joining.join(intake=intake, other=other, **_by(request), reason=form.cleaned_data["reason"])
            except NotPossible as refused:
                form.add_error("number", str(refused))
            else:
                return back(other.pk, "joined")
    rows = list(IntakeChild.objects.filter(intake=intake))
    context = {
        "intake": intake,
        "form": form,
        "doubles": doubles_of(intake, rows),
        "title": "Join this contact to another",
        "words": "Do this where the same thing was told twice. It counts once, stays to be read, and can be undone.",
        "button": "Join this contact",
    }
    return render(request, "front_door/small_form.html", context)


def unjoin(request: SignedIn, intake_id: str) -> HttpResponse:
    """Take a join back, with a reason."""
    intake = open_contact(request, intake_id, what="undoing the join of a contact")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            joining.unjoin(intake=intake, **_by(request), reason=form.cleaned_data["reason"])
        except NotPossible as refused:
            return contact(request, intake_id, said=str(refused), status=CONFLICT)
        return back(intake_id, "unjoined")
    context = {
        "intake": intake,
        "form": form,
        "title": "Undo this join",
        "words": "The contact goes back to where it stood, and counts for its children again.",
        "button": "Undo this join",
    }
    return render(request, "front_door/small_form.html", context)


def _edited(
    request: SignedIn, intake: Intake, form: EditForm, save: Callable[[EditForm], None], *, title: str, button: str
) -> HttpResponse:
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            save(form)
        except Stale as stale:
            form, status = form.after(stale), CONFLICT
        except NotPossible as refused:
            form.add_error(None, str(refused))
            status = CONFLICT
        else:
            return back(intake.pk, "edited")
    context = {"intake": intake, "form": form, "title": title, "button": button}
    return render(request, "front_door/small_form.html", context, status=status)


def _by(request: SignedIn) -> dict[str, Any]:
    return {"worker_id": request.viewer.worker_id, "by": request.user, "now": request.now}
