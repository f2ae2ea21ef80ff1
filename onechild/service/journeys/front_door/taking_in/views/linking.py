"""Links a child of a contact to the record, makes a record, undoes a link, and records the adults."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.access.visible import children
from onechild.service.journeys.front_door.taking_in.access import child_of, open_contact
from onechild.service.journeys.front_door.taking_in.actions import adults, linking
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.taking_in.actions.siblings import record_siblings
from onechild.service.journeys.front_door.taking_in.forms import AdultForm, ReasonForm
from onechild.service.journeys.front_door.taking_in.queries.contact import adults_around
from onechild.service.journeys.front_door.taking_in.views.contact import contact
from onechild.service.record.models import IntakeAdult, IntakeChild

CONFLICT = 409


@require_POST
def link(request: SignedIn, intake_id: str, intake_child_id: str) -> HttpResponse:
    """Link a child of a contact to the child with the public id sent."""
    intake = open_contact(request, intake_id, what="linking a contact to a child")
    row = child_of(intake, intake_child_id)
    child = children(request.viewer).filter(la_child_id=request.POST.get("la_child_id", "")).first()
    if child is None:
        raise Http404("There is no such child.")
    request.seen([child.pk], what="linking a contact to a child")
    try:
        linking.link(
            intake_child=row, child=child, worker_id=request.viewer.worker_id, by=request.user, now=request.now
        )
    except NotPossible as refused:
        return contact(request, intake_id, said=str(refused), status=CONFLICT)
    return back(intake_id, "linked")


@require_POST
def make(request: SignedIn, intake_id: str, intake_child_id: str) -> HttpResponse:
    """Make a record of a child whom the search did not find, and link it."""
    intake = open_contact(request, intake_id, what="making a record from a contact")
    row = child_of(intake, intake_child_id)
    if not request.viewer.sees_all:
        raise NotAllowed("A record is made by somebody who may know of every child.", ("screen_contact",))
    try:
        child = linking.make_child(
            intake_child=row, worker_id=request.viewer.worker_id, by=request.user, now=request.now
        )
    except NotPossible as refused:
        return contact(request, intake_id, said=str(refused), status=CONFLICT)
    request.seen([child.pk], what="making a record from a contact")
    return back(intake_id, "made")


@require_POST
def siblings(request: SignedIn, intake_id: str) -> HttpResponse:
    """Record the linked children as brothers and sisters."""
    intake = open_contact(request, intake_id, what="recording the children of a contact as brothers and sisters")
    try:
        record_siblings(intake=intake, by=request.user, now=request.now)
    except NotPossible as refused:
        return contact(request, intake_id, said=str(refused), status=CONFLICT)
    return back(intake_id, "siblings")


def unlink(request: SignedIn, intake_id: str, intake_child_id: str) -> HttpResponse:
    """Undo a link, with a reason."""
    intake = open_contact(request, intake_id, what="undoing the link of a contact")
    row = child_of(intake, intake_child_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            linking.unlink(
                intake_child=row,
                reason=form.cleaned_data["reason"],
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
            )
        except NotPossible as refused:
            return contact(request, intake_id, said=str(refused), status=CONFLICT)
        return back(intake_id, "unlinked")
    context = {
        "intake": intake,
        "form": form,
        "title": "Undo this link",
        "words": "The contact will no longer stand on this child’s record. A record that was made or restricted for it "
        "stays as it is.",
        "button": "Undo this link",
    }
    return render(request, "front_door/small_form.html", context)


def adult(request: SignedIn, intake_id: str, intake_adult_id: str) -> HttpResponse:
    """Record an adult of a contact as a relation of its linked children."""
    intake = open_contact(request, intake_id, what="recording an adult from a contact")
    row = IntakeAdult.objects.filter(intake=intake, pk=intake_adult_id).first()
    if row is None:
        raise Http404("There is no such adult in this contact.")
    linked = list(IntakeChild.objects.filter(intake=intake, child__isnull=False))
    known = adults_around(linked, today=request.today)
    form = AdultForm(request.POST or None, known=known)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            adults.record_adult(
                intake_adult=row,
                relation=typed["relation"],
                adult_id=None if typed["who"] == "new" else typed["who"],
                same_household=typed["same_household"],
                by=request.user,
                now=request.now,
            )
        except NotPossible as refused:
            return contact(request, intake_id, said=str(refused), status=CONFLICT)
        return back(intake_id, "adult")
    context = {
        "intake": intake,
        "form": form,
        "title": f"Record {row.name}",
        "words": "They are recorded as a relation of each child who is linked.",
        "button": "Record this adult",
    }
    return render(request, "front_door/small_form.html", context)


def back(intake_id: str, what: str) -> HttpResponseRedirect:
    """This function will lead back to the contact, which says what was done."""
    return HttpResponseRedirect(f"{reverse('contact', args=[intake_id])}?saved={what}")
