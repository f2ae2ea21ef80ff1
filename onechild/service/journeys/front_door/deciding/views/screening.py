"""Screening a contact: the partners' checks, the family's history, and what the screener suggests."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.front_door.board.words import agency, names_of
from onechild.service.journeys.front_door.deciding.actions import screening
from onechild.service.journeys.front_door.deciding.forms import AnswerForm, CheckForm, SuggestForm
from onechild.service.journeys.front_door.deciding.seen import to_see
from onechild.service.journeys.front_door.deciding.views.moving import CLASH, WHAT, back, shown
from onechild.service.journeys.front_door.outcomes import BY_KEY
from onechild.service.journeys.front_door.taking_in.access import open_contact
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Intake, PartnerCheck
from onechild.service.record.queries.names import worker_names


def screen(request: SignedIn, intake_id: str) -> HttpResponse:
    """The checks asked and answered, the family's history, and the way to the final decision."""
    intake = open_contact(request, intake_id, what=WHAT)
    see = to_see(intake, today=request.today)
    askers = worker_names(one.asked_by_id for one in see.checks)
    context = {
        "intake": intake,
        "see": see,
        "names": names_of(see.children, {one.head.child_id: one.head for one in see.histories}),
        "checks": [(one, agency(one), askers.get(one.asked_by_id or "", "")) for one in see.checks],
        "open": intake.stage in ("contact", "initial", "screening", "final"),
        "screening": intake.stage == "screening",
        "suggested": BY_KEY[intake.suggested].words if intake.suggested in BY_KEY else "",
    }
    return render(request, "front_door/screen.html", context)


def new_check(request: SignedIn, intake_id: str) -> HttpResponse:
    """Ask an agency what it knows."""
    intake = open_contact(request, intake_id, what=WHAT)
    draft = draft_of(request)
    form = CheckForm(request.POST) if request.method == "POST" else filled(CheckForm, draft)
    if request.method == "POST" and form.is_valid():
        worker_id = request.viewer.worker_id
        try:
            screening.ask(intake=intake, worker_id=worker_id, by=request.user, now=request.now, **form.cleaned_data)
        except NotPossible as refused:
            return shown(request, intake, said=str(refused), status=CLASH)
        done_with(request)
        return _to_screen(intake)
    words = f"The family knows of the contact: {(intake.get_family_told_display() or 'not said').lower()}."  # type: ignore[attr-defined,unused-ignore]
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "title": "Ask a partner",
        "button": "Record that they are asked",
        "words": words,
        "cancel": reverse("contact-screen", args=[intake.pk]),
    }
    return render(request, "front_door/work_form.html", context)


def answer(request: SignedIn, intake_id: str, check_id: str) -> HttpResponse:
    """Write down what an agency answered."""
    intake, row = _check(request, intake_id, check_id)
    draft = draft_of(request)
    form = AnswerForm(request.POST, row=row) if request.method == "POST" else filled(AnswerForm, draft, row=row)
    status = 200
    if request.method == "POST" and form.is_valid():
        typed = form.typed
        try:
            screening.answer(
                check=row,
                who=typed["answered_by_words"],
                nothing_known=bool(typed["nothing_known"]),
                words=typed["words"],
                seen_version=form.seen_version,
                by=request.user,
                now=request.now,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request)
            return _to_screen(intake)
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "edits": True,
        "title": f"What {agency(row)} answered",
        "button": "Save this answer",
        "words": f"Asked: {row.asked_words}" if row.asked_words else "",
        "cancel": reverse("contact-screen", args=[intake.pk]),
    }
    return render(request, "front_door/work_form.html", context, status=status)


@require_POST
def chase(request: SignedIn, intake_id: str, check_id: str) -> HttpResponse:
    """Note that an agency was asked again."""
    intake, row = _check(request, intake_id, check_id)
    try:
        screening.chase(check=row, by=request.user, now=request.now)
    except NotPossible as refused:
        return shown(request, intake, said=str(refused), status=CLASH)
    return _to_screen(intake)


def suggest(request: SignedIn, intake_id: str) -> HttpResponse:
    """Say what one would decide, and send the contact to somebody else for the final decision."""
    intake = open_contact(request, intake_id, what=WHAT)
    if intake.stage != "screening":
        return shown(request, intake, status=CLASH if request.method == "POST" else 200)
    draft = draft_of(request)
    form = SuggestForm(request.POST) if request.method == "POST" else filled(SuggestForm, draft)
    if request.method == "POST" and form.is_valid():
        worker_id, typed = request.viewer.worker_id, form.cleaned_data
        try:
            screening.suggest(intake=intake, worker_id=worker_id, by=request.user, now=request.now, **typed)
        except NotPossible as refused:
            return shown(request, intake, said=str(refused), status=CLASH)
        done_with(request)
        return back(intake, "suggested")
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "title": "What do you suggest?",
        "button": "Send to the final decision",
        "words": "Somebody other than you decides.",
        "cancel": reverse("contact-screen", args=[intake.pk]),
    }
    return render(request, "front_door/work_form.html", context)


def _check(request: SignedIn, intake_id: str, check_id: str) -> tuple[Intake, PartnerCheck]:
    intake = open_contact(request, intake_id, what=WHAT)
    row = PartnerCheck.objects.filter(intake=intake, pk=check_id).first()
    if row is None:
        raise Http404("There is no such check.")
    return intake, row


def _to_screen(intake: Intake) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("contact-screen", args=[intake.pk]) + "#checks")
