"""Records a contact that came by telephone, e-mail or in person."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check, needs
from onechild.service.journeys.front_door.taking_in.access import WRITES
from onechild.service.journeys.front_door.taking_in.actions.linking import link
from onechild.service.journeys.front_door.taking_in.actions.receiving import Arrived, receive
from onechild.service.journeys.front_door.taking_in.forms import NO_WORKER, ContactForm
from onechild.service.record.intake_form.form import MORE
from onechild.service.record.models import Intake, IntakeChild
from onechild.service.record.queries.names import Head, heads


@needs("screen_contact")
def new(request: SignedIn) -> HttpResponse:
    """Write a contact down as it is told."""
    draft = draft_of(request)
    form = _form(request, draft)
    if _sent(request) and form.is_valid() and (received := _receive(request, form)):
        done_with(request)
        return _onward(*received)
    return _shown(request, form, draft)


def about(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Write down a contact about a child whom the record has: it is linked as it is recorded."""
    child = open_child(request, la_child_id, what="recording a contact about the child")
    check(request.viewer, WRITES)
    draft = draft_of(request, child=child)
    head = heads([child.pk], today=request.today)[child.pk]
    known = {"forename": head.forename, "surname": head.surname, "born_on": head.born_on, "expected_on": None}
    form = _form(request, draft, initial={f"child_{name}_0": value for name, value in known.items()})
    if _sent(request) and form.is_valid() and (received := _receive(request, form)):
        intake, new = received
        if intake is not None and new:
            first = IntakeChild.objects.filter(intake=intake).order_by("number")[0]
            worker = request.viewer.worker_id
            link(intake_child=first, child=child, worker_id=worker, by=request.user, now=request.now)
        done_with(request, child=child)
        return _onward(intake, new)
    return _shown(request, form, draft, head=head)


def _form(request: SignedIn, draft: Draft | None, **options: Any) -> ContactForm:
    """The form as sent, asking for one more where that is what was sent, as kept in a draft, or empty."""
    if request.method != "POST":
        return filled(ContactForm, draft, now=request.now, **options)
    if not _sent(request):
        return ContactForm.as_typed(request.POST, now=request.now)
    return ContactForm(request.POST, now=request.now)


def _sent(request: SignedIn) -> bool:
    return request.method == "POST" and not any(button in request.POST for button in MORE)


def _shown(request: SignedIn, form: ContactForm, draft: Draft | None, *, head: Head | None = None) -> HttpResponse:
    once = request.POST.get("once") or get_random_string(22)
    context = {"form": form, "draft": draft, "once": once, "head": head}
    return render(request, "front_door/contact_new.html", context)


def _receive(request: SignedIn, form: ContactForm) -> tuple[Intake | None, bool] | None:
    """The contact and whether it is new, once it is written; nothing where the form has to say why it is not."""
    told, worker = form.told(), request.viewer.worker_id
    if told.intake["sensitive"] and not worker and not request.viewer.may("hold_sensitive"):
        form.add_error("sensitive", NO_WORKER)
        return None
    arrived = Arrived(
        channel=form.cleaned_data["channel"],
        at=form.cleaned_data["received_at"] or request.now,
        key=request.POST.get("once", ""),
    )
    return receive(told=told, arrived=arrived, open_to_ids=[worker] if worker else [], by=request.user, now=request.now)


def _onward(intake: Intake | None, new: bool) -> HttpResponseRedirect:
    if intake is None:
        return HttpResponseRedirect(reverse("contact-new"))
    saved = "received" if new else "received-again"
    return HttpResponseRedirect(f"{reverse('contact', args=[intake.pk])}?saved={saved}")
