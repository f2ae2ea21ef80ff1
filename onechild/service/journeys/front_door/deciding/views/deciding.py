"""The page on which a contact is decided, and the one that reverses it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse as address

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.front_door.board.words import names_of
from onechild.service.journeys.front_door.deciding.actions import deciding, reversing
from onechild.service.journeys.front_door.deciding.actions.deciding import ReadAgain, Terms
from onechild.service.journeys.front_door.deciding.actions.following import lead_of
from onechild.service.journeys.front_door.deciding.actions.moving import screened_it
from onechild.service.journeys.front_door.deciding.forms import DecideForm, ReasonForm
from onechild.service.journeys.front_door.deciding.queries import teams_to_choose
from onechild.service.journeys.front_door.deciding.seen import ToSee, to_see
from onechild.service.journeys.front_door.deciding.views.moving import CLASH, WHAT, back, shown
from onechild.service.journeys.front_door.outcomes import BY_KEY
from onechild.service.journeys.front_door.taking_in.access import open_contact
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.models import Intake

TITLES = {"initial": "Initial decision", "final": "Final decision"}


def decide(request: SignedIn, intake_id: str) -> HttpResponse:
    """Decide a contact, for all its children or another way for some; nothing is chosen beforehand."""
    check(request.viewer, "decide_contact")
    intake = open_contact(request, intake_id, what=WHAT, writes=False)
    see = to_see(intake, today=request.today)
    unlinked = not see.children or any(one.child_id is None for one in see.children)
    screened = intake.stage == "final" and screened_it(intake, worker_id=request.viewer.worker_id, by=request.user)
    if intake.stage not in TITLES or unlinked or screened:
        return shown(request, intake, status=CLASH if request.method == "POST" else 200)
    options: dict[str, Any] = {
        "to_see": see,
        "stage": intake.stage,
        "teams": teams_to_choose(today=request.today),
        "without_lead": [one.pk for one in see.children if lead_of(str(one.child_id), request.today) is None],
        "today": request.today,
    }
    draft = draft_of(request)
    form = DecideForm(request.POST, **options) if request.method == "POST" else filled(DecideForm, draft, **options)
    if not form.is_bound:
        form.initial["seen_version"] = intake.edit_version
    said = ""
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(request, intake, form, see)
        except ReadAgain as changed:
            said, form = f"{changed} Nothing of yours is lost: read it again, then decide.", _again(form, changed)
        except NotPossible as refused:
            said = str(refused)
    context = {
        "intake": intake,
        "see": see,
        "form": form,
        "draft": draft,
        "title": TITLES[intake.stage],
        "names": names_of(see.children, {one.head.child_id: one.head for one in see.histories}),
        "suggested": BY_KEY[intake.suggested].words if intake.suggested in BY_KEY else "",
        "said": said,
    }
    return render(request, "front_door/decide.html", context, status=CLASH if said else 200)


def reverse(request: SignedIn, intake_id: str) -> HttpResponse:
    """Reverse the decision on a contact, with a reason."""
    check(request.viewer, "decide_contact")
    intake = open_contact(request, intake_id, what=WHAT, writes=False)
    if intake.stage != "decided":
        status = CLASH if request.method == "POST" else 200
        return shown(request, intake, said="There is no decision on this contact to reverse.", status=status)
    draft = draft_of(request)
    form = ReasonForm(request.POST) if request.method == "POST" else filled(ReasonForm, draft)
    said = ""
    if request.method == "POST" and form.is_valid():
        try:
            reversing.reverse(
                intake=intake,
                reason=form.cleaned_data["reason"],
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
            )
        except NotPossible as refused:
            said = str(refused)
        else:
            done_with(request)
            return back(intake, "reversed")
    words = "The contact waits for a decision again, and whoever told us is told again. Nothing is rubbed out."
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "title": "Reverse this decision",
        "button": "Reverse this decision",
        "words": words,
        "said": said,
        "cancel": address("front-door-decide", args=[intake.pk]),
    }
    return render(request, "front_door/work_form.html", context, status=CLASH if said else 200)


def _decided(request: SignedIn, intake: Intake, form: DecideForm, see: ToSee) -> HttpResponse:
    typed = form.cleaned_data
    used = see.used(typed["seen"])
    agreed = ["The family agrees to early help"] if typed.get("agrees") == "yes" else []
    deciding.decide(
        intake=intake,
        verdicts=form.verdicts(),
        terms=Terms(
            category=typed["category"],
            seen=[*used, *agreed],
            team_id=typed["team"] or None,
            primary_need=typed["primary_need"] or None,
            direction=typed["direction"],
            direction_due=typed["direction_due"],
            organisation=typed["organisation"],
        ),
        seen_version=typed["seen_version"],
        worker_id=request.viewer.worker_id,
        by=request.user,
        now=request.now,
    )
    done_with(request)
    screening = any(one.outcome == "screening" for one in form.verdicts().values())
    return back(intake, "screening" if screening else "decided")


def _again(form: DecideForm, changed: ReadAgain) -> DecideForm:
    """The form as typed, about the newest version."""
    sent: Any = form.data
    data = sent.copy()
    data["seen_version"] = str(changed.version)
    form.data = data
    return form
