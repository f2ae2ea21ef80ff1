"""Taking a contact, handing it over, sending it on, and the page that says what comes next."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.words import moment
from onechild.service.journeys.front_door.deciding.actions import moving, strategy
from onechild.service.journeys.front_door.deciding.actions.reversing import standing
from onechild.service.journeys.front_door.deciding.forms import HandForm, WhyForm
from onechild.service.journeys.front_door.deciding.queries import discussions_of, is_to_tell
from onechild.service.journeys.front_door.deciding.seen import to_see
from onechild.service.journeys.front_door.outcomes import CONCERNS
from onechild.service.journeys.front_door.taking_in.access import open_contact
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.team import hands
from onechild.service.record.models import Decision, Intake
from onechild.service.record.queries.names import heads, worker_names

FRONT_DOOR = ("screen_contact", "decide_contact")
WHAT = "a contact at the front door"
CLASH = 409
SAVED = {
    "taken": "You have this contact now.",
    "handed": "The contact is handed over.",
    "sent": "The contact waits for its first decision.",
    "screening": "The contact is in screening.",
    "suggested": "The contact waits for the final decision, which somebody else makes.",
    "decided": "The decision is recorded.",
    "reversed": "The decision is reversed. The contact waits for a decision again.",
    "told": "Recorded.",
    "strategy": "The strategy discussion is opened. Ring the police, health and the school now.",
    "asked": "The strategy discussion is asked for. Ring the police now; it opens once a child is linked.",
}


def onward(request: SignedIn, intake_id: str) -> HttpResponse:
    """Where a contact stands, who has it, and what comes next; after the decision, what was decided."""
    check(request.viewer, *FRONT_DOOR)
    intake = open_contact(request, intake_id, what=WHAT, writes=False)
    return shown(request, intake, saved=SAVED.get(request.GET.get("saved", ""), ""))


def shown(request: SignedIn, intake: Intake, *, said: str = "", saved: str = "", status: int = 200) -> HttpResponse:
    """This function will return the page of where a contact stands; `said` is why something could not be done."""
    viewer = request.viewer
    see = to_see(intake, today=request.today)
    names = worker_names([intake.holder_id, intake.screener_id, intake.decided_by_id])
    screened = intake.stage == "final" and moving.screened_it(intake, worker_id=viewer.worker_id, by=request.user)
    decides = intake.stage in ("initial", "final")
    context: dict[str, Any] = {
        "intake": intake,
        "see": see,
        "unlinked": sum(one.child_id is None for one in see.children),
        "holder": names.get(intake.holder_id or "", ""),
        "screener": names.get(intake.screener_id or "", ""),
        "decider": names.get(intake.decided_by_id or "", ""),
        "decided_at": moment(intake.decided_at, request.today) if intake.decided_at else "",
        "category": CONCERNS.get(intake.category, ""),
        "mine": bool(viewer.worker_id) and intake.holder_id == viewer.worker_id,
        "you_screened": moving.YOU_SCREENED if screened else "",
        "may_do": viewer.may("decide_contact" if decides else "screen_contact") and not screened,
        "may_decide": viewer.may("decide_contact"),
        "may_screen": viewer.may("screen_contact"),
        "decisions": _named(intake, request),
        "discussions": discussions_of(intake, today=request.today),
        "to_tell": is_to_tell(intake),
        "why": WhyForm(),
        "said": said,
        "saved": saved,
    }
    return render(request, "front_door/onward.html", context, status=status)


def _named(intake: Intake, request: SignedIn) -> list[tuple[str, Decision]]:
    """The decisions that stand, each with the first name of the child it is about."""
    rows = list(standing(intake)) if intake.stage == "decided" else []
    named = heads({row.child_id for row in rows}, today=request.today)
    return [(named[row.child_id].first_name, row) for row in rows if row.child_id in named]


@require_POST
def take(request: SignedIn, intake_id: str) -> HttpResponse:
    """Take a contact that nobody has."""
    intake = _to_work_on(request, intake_id)
    worker_id = request.viewer.worker_id
    if not worker_id:
        return shown(request, intake, said="Your account is no worker’s, so you can’t hold a contact.", status=CLASH)
    try:
        moving.take(intake=intake, worker_id=worker_id, by=request.user, now=request.now)
    except NotPossible as refused:
        return shown(request, intake, said=str(refused), status=CLASH)
    return back(intake, "taken")


def hand(request: SignedIn, intake_id: str) -> HttpResponse:
    """Hand a contact to somebody at the front door."""
    intake = _to_work_on(request, intake_id)
    leaving_out = {request.viewer.worker_id, intake.holder_id}
    if intake.stage == "final":
        leaving_out.add(intake.screener_id)
    team = [one for one in hands(today=request.today) if one.worker_id not in leaving_out]
    if intake.stage in ("initial", "final"):
        team = [one for one in team if one.decides]
    if not team:
        return shown(request, intake, said="Nobody else who may take it is in post at the front door today.")
    draft = draft_of(request)
    form = HandForm(request.POST, team=team) if request.method == "POST" else filled(HandForm, draft, team=team)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            moving.hand(
                intake=intake,
                to_worker_id=typed["to"],
                reason=typed["reason"],
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
            )
        except NotPossible as refused:
            return shown(request, intake, said=str(refused), status=CLASH)
        done_with(request)
        return back(intake, "handed")
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "title": "Hand this contact over",
        "button": "Hand it over",
    }
    return render(request, "front_door/work_form.html", context)


@require_POST
def send(request: SignedIn, intake_id: str) -> HttpResponse:
    """Send a contact to its first decision."""
    intake = open_contact(request, intake_id, what=WHAT)
    try:
        moving.send(intake=intake, worker_id=request.viewer.worker_id, by=request.user, now=request.now)
    except NotPossible as refused:
        return shown(request, intake, said=str(refused), status=CLASH)
    return back(intake, "sent")


@require_POST
def open_strategy(request: SignedIn, intake_id: str) -> HttpResponse:
    """Open a strategy discussion from a contact at any stage, with a line that says why."""
    check(request.viewer, *FRONT_DOOR)
    intake = open_contact(request, intake_id, what=WHAT, writes=False)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return shown(request, intake, said="Say in a line why a strategy discussion is needed.", status=CLASH)
    opened = strategy.open_from(
        intake=intake,
        why=form.cleaned_data["why"],
        worker_id=request.viewer.worker_id,
        by=request.user,
        now=request.now,
    )
    return back(intake, "strategy" if opened else "asked")


def back(intake: Intake, saved: str) -> HttpResponseRedirect:
    """This function will lead to the page of where the contact stands, which says what was saved."""
    return HttpResponseRedirect(f"{reverse('front-door-decide', args=[intake.pk])}?saved={saved}")


def _to_work_on(request: SignedIn, intake_id: str) -> Intake:
    check(request.viewer, *FRONT_DOOR)
    intake = open_contact(request, intake_id, what=WHAT, writes=False)
    check(request.viewer, "decide_contact" if intake.stage in ("initial", "final") else "screen_contact")
    return intake
