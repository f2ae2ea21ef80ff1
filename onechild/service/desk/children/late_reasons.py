"""The form that says why a duty was late: given once by whoever owed it or a manager, and after that only corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.codesets import codeset
from onechild.service.access.gate import open_child
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Viewer, check
from onechild.service.desk.children.frame import frame_of
from onechild.service.govuk.forms import Radios
from onechild.service.govuk.words import day
from onechild.service.record.actions import late_reasons as actions
from onechild.service.record.actions.editing import Stale
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import Allocation, Child, Cover, LateReason, Obligation
from onechild.service.record.queries.duty_words import OWNERS, PARTS, WORDS

CLASH = 409
GIVEN = "Somebody gave a reason while you were typing. Yours is below: correct theirs with it, or leave it."


class LateReasonForm(EditForm):
    """Why, in a code and in words."""

    reason = forms.ChoiceField(label="Why was it late?", widget=Radios)
    words = forms.CharField(
        label="Say it in words",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text="Whoever reads the figure reads this. Say what happened for the child, and what was done about it.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        codes = codeset("lateness_reason").codes
        self.fields["reason"].choices = [(one.code, one.label or one.code) for one in codes]  # type: ignore[attr-defined]


def late_reason(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Give the reason for a late duty, or correct the one that was given."""
    child = open_child(request, la_child_id, what="why a duty was late")
    check(request.viewer, "record_visit", "approve_work")
    duty = _duty(request, child)
    if not may_give(request.viewer, duty, today=request.today):
        owner = WORDS[duty.clock].owner if duty.clock in WORDS else "lead"
        raise NotAllowed(f"The reason is given by {OWNERS[owner]}, whoever covers for them, or a manager.")
    given = LateReason.objects.filter(child=child, clock=duty.clock, spell_id=duty.spell_id, due_on=duty.due_on).first()
    form, status = LateReasonForm(request.POST or None, row=given), 200
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, form, child, duty, given)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        except actions.GivenAlready:
            form.add_error(None, GIVEN)
            status = CLASH
        else:
            return HttpResponseRedirect(f"{reverse('child-clocks', args=[child.la_child_id])}#{duty.clock}")
    frame = frame_of(request, child)
    what = WORDS[duty.clock].what.format(names=frame.first_name) if duty.clock in WORDS else duty.clock
    context = {
        "frame": frame,
        "form": form,
        "title": f"Why it was late: {what}, due {day(duty.due_on, request.today)}",
        "button": "Correct the reason" if given else "Give this reason",
    }
    return render(request, "desk/children/small_form.html", context, status=status)


def may_give(viewer: Viewer, duty: Obligation, *, today: date) -> bool:
    """Whether somebody owes or owed the duty, covers for who does, or manages."""
    if any(BY_ROLE[held.role].manages for held in viewer.roles if held.role in BY_ROLE):
        return True
    owner = WORDS[duty.clock].owner if duty.clock in WORDS else "lead"
    if owner == "front_door" and viewer.may("decide_contact"):
        return True
    worker, part = viewer.worker_id or "", PARTS.get(owner)
    then = Q(ended_on__isnull=True) | Q(ended_on__gt=min(duty.due_on, today))
    held = Allocation.objects.filter(then, child_id=duty.child_id, worker_id=worker, role=part or "lead")
    return bool(worker) and (
        held.exists()
        or Cover.objects.filter(child_id=duty.child_id, by_worker_id=worker, ended_on__gt=duty.due_on).exists()
    )


def _duty(request: SignedIn, child: Child) -> Obligation:
    """The duty that the address names, if it was late or never done; else Http404."""
    try:
        due_on = date.fromisoformat(request.GET.get("due", ""))
    except ValueError:
        raise Http404("There is no such duty.") from None
    asked = {"clock": request.GET.get("clock", ""), "spell_id": request.GET.get("spell", ""), "due_on": due_on}
    duty = Obligation.objects.filter(child=child, **asked).order_by("sequence").first()
    if duty is None or not was_late(duty, request.today):
        raise Http404("There is no such duty, or it was not late.")
    return duty


def was_late(duty: Obligation, today: date) -> bool:
    """Whether the day passed without its being met, before it ended."""
    until = min(one for one in (duty.met_on, duty.ended_on, today) if one)
    return until > duty.due_on


def _keep(request: SignedIn, form: LateReasonForm, child: Child, duty: Obligation, given: LateReason | None) -> None:
    typed = form.typed
    if given is None:
        actions.give(child=child, duty=duty, by=request.user, now=request.now, **typed)
    else:
        actions.correct(given=given, seen_version=form.seen_version, by=request.user, **typed)
