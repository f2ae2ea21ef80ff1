"""The pages on which an assessment is written: its parts, and the answers to its history."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.assessment.actions.writing import Closed, answer, keep_part
from onechild.service.journeys.assessment.forms.parts import AnswerForm, PartForm
from onechild.service.journeys.assessment.history.answers import Asked, answers_of, asked_of
from onechild.service.journeys.assessment.history.assembled import SEARCHED
from onechild.service.journeys.assessment.parts import BY_KEY, PARTS, Part
from onechild.service.journeys.assessment.queries import group_of, seen_during
from onechild.service.journeys.assessment.views.lines import columns, kept_words, linked
from onechild.service.journeys.assessment.views.opening import CLASH, Opened, opened, past_of, to, written
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import AssessmentWork
from onechild.service.record.queries.names import heads

OF_ONE_CHILD = ("moves", "workers")  # patterns that say nothing of brothers and sisters
CLOSED = "This assessment is with a manager or authorised, so it can’t be changed now. What you typed is below."


def part(request: SignedIn, la_child_id: str, assessment_id: str, key: str) -> HttpResponse:
    """Write one part; another may write another part at the same time."""
    found, work = written(request, la_child_id, assessment_id, "do_casework")
    which = BY_KEY.get(key)
    if which is None:
        raise Http404("There is no such part.")
    if request.method != "POST" and not found.writable:
        return to("assessment", found.child.la_child_id, found.assessment.pk)
    draft = draft_of(request, child=found.child)
    options: dict[str, Any] = {"row": work, "siblings": _siblings(request, work), "today": request.today}
    posted = request.method == "POST"
    form = which.form(request.POST, **options) if posted else filled(which.form, draft, **options)
    status = 200
    if posted and form.is_valid():
        try:
            _keep(request, form, work, which)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        except Closed:
            form.add_error(None, CLOSED)
            status = CLASH
        else:
            done_with(request, child=found.child)
            return _onward(found, which, request)
    context = {
        "found": found,
        "part": which,
        "form": form,
        "draft": draft,
        "seen": seen_during(found.assessment, today=request.today) if key == "voice" else [],
        "last": which is PARTS[-1],
    }
    return render(request, "assessment/part.html", context, status=status)


def history(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Show the past of the child and of the people around the child, and the patterns in it, with their answers."""
    found = opened(request, la_child_id, assessment_id)
    past = past_of(request, found)
    asked = asked_of(past.patterns, answers_of(found.assessment.pk))
    context = {
        "found": found,
        "history": past,
        "people": columns(past, today=request.today),
        "kept": kept_words(past.past.kept),
        "asked": [(one, linked(one.pattern.sources, past), linked(one.new, past)) for one in asked],
        "open": sum(one.open for one in asked),
        "searched": SEARCHED,
        "may_write": found.writable and request.viewer.may("do_casework"),
        "may_ask": request.viewer.may("do_casework") or request.viewer.may("approve_work"),
        "started": request.GET.get("saved") == "started",
        "answered": request.GET.get("saved") == "answered",
    }
    return render(request, "assessment/history.html", context)


def pattern(request: SignedIn, la_child_id: str, assessment_id: str, key: str) -> HttpResponse:
    """Say what one pattern means now."""
    found, work = written(request, la_child_id, assessment_id, "do_casework")
    if request.method != "POST" and not found.writable:
        return to("assessment-history", found.child.la_child_id, found.assessment.pk)
    past = past_of(request, found)
    asked = asked_of(past.patterns, answers_of(found.assessment.pk))
    this = next((one for one in asked if one.pattern.key == key), None)
    if this is None:
        raise Http404("There is no such pattern in this history.")
    draft = draft_of(request, child=found.child)
    posted = request.method == "POST"
    siblings = [] if key in OF_ONE_CHILD else _siblings(request, work)
    options: dict[str, Any] = {"row": this.answer, "siblings": siblings, "today": request.today}
    form = AnswerForm(request.POST, **options) if posted else filled(AnswerForm, draft, **options)
    status = 200
    if posted and form.is_valid():
        try:
            _answer(request, found, this, form)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        except Closed:
            form.add_error(None, CLOSED)
            status = CLASH
        else:
            done_with(request, child=found.child)
            return _next_question(found, asked, this)
    context = {
        "found": found,
        "this": this,
        "sources": linked(this.pattern.sources, past),
        "new": linked(this.new, past),
        "form": form,
        "draft": draft,
    }
    return render(request, "assessment/pattern.html", context, status=status)


def _keep(request: SignedIn, form: PartForm, work: AssessmentWork, which: Part) -> None:
    keep_part(
        work=work,
        typed=form.typed,
        seen_version=form.seen_version,
        by=request.user,
        shared=which.form.shared,
        also=form.cleaned_data.get("also", []),
    )


def _answer(request: SignedIn, found: Opened, asked: Asked, form: AnswerForm) -> None:
    answer(
        assessment=found.assessment,
        pattern=asked.pattern,
        means_now=form.typed["means_now"],
        seen_version=form.seen_version,
        worker_id=request.viewer.worker_id,
        by=request.user,
        today=request.today,
        also=form.cleaned_data.get("also", []),
    )


def _onward(found: Opened, which: Part, request: SignedIn) -> HttpResponseRedirect:
    """Back to the assessment, or on to the part after this one where that was asked."""
    place = PARTS.index(which) + 1
    if "onward" in request.POST and place < len(PARTS):
        return to("assessment-part", found.child.la_child_id, found.assessment.pk, PARTS[place].key)
    return to("assessment", found.child.la_child_id, found.assessment.pk, saved="part")


def _next_question(found: Opened, asked: list[Asked], answered: Asked) -> HttpResponseRedirect:
    """On to the next question that is open; back to the history where none is."""
    others = [one for one in asked if one.open and one.pattern.key != answered.pattern.key]
    if others:
        return to("assessment-pattern", found.child.la_child_id, found.assessment.pk, others[0].pattern.key)
    return to("assessment-history", found.child.la_child_id, found.assessment.pk, saved="answered")


def _siblings(request: SignedIn, work: AssessmentWork) -> list[tuple[str, str]]:
    others = group_of(work)
    named = heads({one.child_id for one in others}, today=request.today)
    return [(one.pk, named[one.child_id].first_name) for one in others if one.child_id in named]
