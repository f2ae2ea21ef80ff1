"""The pages on which an assessment is sent, checked on the way, authorised or returned, and opened again."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.govuk.words import date_only
from onechild.service.journeys.assessment.actions import deciding as actions
from onechild.service.journeys.assessment.actions.starting import UnderWay
from onechild.service.journeys.assessment.actions.writing import Closed
from onechild.service.journeys.assessment.delays import delays_of
from onechild.service.journeys.assessment.forms.deciding import CheckForm, DecideForm, ReopenForm, SubmitForm
from onechild.service.journeys.assessment.history.answers import Asked, answers_of, asked_of, came_since
from onechild.service.journeys.assessment.parts import still_needed
from onechild.service.journeys.assessment.queries import seen_during
from onechild.service.journeys.assessment.views.opening import CLASH, Opened, actor, past_of, to, written
from onechild.service.journeys.assessment.views.reading import shown
from onechild.service.record.actions.work.steps import OwnWork
from onechild.service.record.models import WorkStep
from onechild.service.record.queries.work.steps import steps_of

MOVED_ON = "Somebody decided on this, or opened it again, while you were typing. What you typed is below."
OWN = "You wrote or sent this, so another manager must decide."


def submit(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Send it to a manager, or list what is still needed first."""
    found, work = written(request, la_child_id, assessment_id, "do_casework")
    if not found.writable:
        return to("assessment", found.child.la_child_id, found.assessment.pk)
    asked = _asked(request, found)
    needed = still_needed(work, asked)
    draft, posted = draft_of(request, child=found.child), request.method == "POST"
    form, status = SubmitForm(request.POST) if posted else filled(SubmitForm, draft), 200
    if posted and not needed and form.is_valid():
        try:
            actions.submit(assessment=found.assessment, words=form.cleaned_data["words"], who=actor(request))
        except Closed:
            form.add_error(None, MOVED_ON)
            status = CLASH
        else:
            done_with(request, child=found.child)
            return to("assessment", found.child.la_child_id, found.assessment.pk, saved="submitted")
    context = {"found": found, "form": form, "draft": draft, "needed": needed}
    return render(request, "assessment/submit.html", context, status=status)


def decide(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Authorise it or return it; never by whoever wrote or sent it."""
    found, work = written(request, la_child_id, assessment_id, "approve_work")
    if work.status != "submitted":
        return to("assessment", found.child.la_child_id, found.assessment.pk)
    steps = steps_of(found.assessment.pk)
    if _own(request, steps, work.written_by_id):
        raise NotAllowed(OWN, ("approve_work",))
    asked = _asked(request, found)
    since = came_since(asked, steps[-1].happened_on)
    draft, posted = draft_of(request, child=found.child), request.method == "POST"
    form = DecideForm(request.POST, outcome=work.outcome) if posted else filled(DecideForm, draft, outcome=work.outcome)
    status = 200
    if posted and form.is_valid():
        if form.cleaned_data["decision"] == "authorise" and since:
            form.add_error(
                "decision", "Something new was recorded since this was sent. Return it, so that it is answered."
            )
        else:
            try:
                saved = _decide(request, found, form, asked)
            except Closed:
                form.add_error(None, MOVED_ON)
                status = CLASH
            except OwnWork:
                raise NotAllowed(OWN, ("approve_work",)) from None
            else:
                done_with(request, child=found.child)
                return to("assessment", found.child.la_child_id, found.assessment.pk, saved=saved)
    context = {
        "found": found,
        "work": work,
        "form": form,
        "draft": draft,
        "sent": steps[-1],
        "parts": shown(work),
        "asked": asked,
        "since": since,
        "unknown": [one for one in asked if one.open and one not in since],
        "seen": seen_during(found.assessment, today=request.today),
    }
    return render(request, "assessment/decide.html", context, status=status)


def check(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Note that a manager looked at it on the way."""
    found, work = written(request, la_child_id, assessment_id, "approve_work")
    if work.status == "approved":
        raise Http404("This assessment is authorised: there is nothing to check on the way.")
    if request.viewer.worker_id and work.written_by_id == request.viewer.worker_id:
        raise NotAllowed("You write this yourself, so another manager must check it.", ("approve_work",))
    draft, posted = draft_of(request, child=found.child), request.method == "POST"
    form = CheckForm(request.POST) if posted else filled(CheckForm, draft)
    if posted and form.is_valid():
        actions.check_progress(assessment=found.assessment, words=form.cleaned_data["words"], who=actor(request))
        done_with(request, child=found.child)
        return to("assessment", found.child.la_child_id, found.assessment.pk, saved="checked")
    context = {
        "found": found,
        "form": form,
        "draft": draft,
        "title": "Check it on the way",
        "button": "Note this check",
    }
    return render(request, "assessment/small.html", context)


def reopen(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Open an authorised assessment again, with a reason."""
    found, work = written(request, la_child_id, assessment_id, "approve_work")
    if work.status != "approved":
        raise Http404("This assessment is open.")
    draft, posted = draft_of(request, child=found.child), request.method == "POST"
    form, status = ReopenForm(request.POST) if posted else filled(ReopenForm, draft), 200
    if posted and form.is_valid():
        try:
            actions.reopen(assessment=found.assessment, reason=form.cleaned_data["reason"], who=actor(request))
        except UnderWay:
            form.add_error(None, "A later assessment of this child is under way. Add what is new to that one.")
            status = CLASH
        except Closed:
            form.add_error(None, MOVED_ON)
            status = CLASH
        else:
            done_with(request, child=found.child)
            return to("assessment", found.child.la_child_id, found.assessment.pk, saved="reopened")
    context = {
        "found": found,
        "form": form,
        "draft": draft,
        "title": "Open this assessment again",
        "says": "Its outcome and factors no longer stand, and its clock runs on, until it is authorised again.",
        "button": "Open it again",
    }
    return render(request, "assessment/small.html", context, status=status)


def _decide(request: SignedIn, found: Opened, form: DecideForm, asked: Sequence[Asked]) -> str:
    typed = form.cleaned_data
    if typed["decision"] == "return":
        actions.give_back(assessment=found.assessment, changes=typed["changes"], who=actor(request))
        return "returned"
    visits = seen_during(found.assessment, today=request.today)
    told = actions.Authorised(
        reason=typed["reason"],
        options=typed["options"],
        seen=_was_seen(found, asked, len([one for one in visits if one.visit.seen])),
        needs_support=typed["needs_support"] == "yes",
        child_seen=any(one.visit.seen for one in visits),
    )
    waited = delays_of([found.assessment], today=request.today)[found.assessment.pk].from_the_record
    actions.authorise(assessment=found.assessment, told=told, waited=waited, who=actor(request))
    return "authorised"


def _was_seen(found: Opened, asked: Sequence[Asked], visits: int) -> str:
    """What the page showed to whoever decided, so that the register can say what they had before them."""
    times = "once" if visits == 1 else f"{visits} times"
    began = date_only(found.assessment.started_on)
    return (
        f"The assessment begun on {began}, all its parts, {len(asked)} patterns of the history with their answers, "
        f"and that the child was seen {times} during it."
    )


def _asked(request: SignedIn, found: Opened) -> list[Asked]:
    return asked_of(past_of(request, found).patterns, answers_of(found.assessment.pk))


def _own(request: SignedIn, steps: Sequence[WorkStep], written_by_id: str | None) -> bool:
    """Whether the viewer wrote it, or sent it the last time."""
    sent = next((one for one in reversed(steps) if one.step == "submitted"), None)
    worker_id = request.viewer.worker_id
    if worker_id and worker_id in (written_by_id, sent.by_worker_id if sent else None):
        return True
    return sent is not None and sent.by_name == request.user.name
