"""The page of an assessment: its clocks, what is written and what is still needed, and what somebody may do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.assessment.clock import clocks_of, duties
from onechild.service.journeys.assessment.delays import delays_of
from onechild.service.journeys.assessment.history.answers import answers_of, asked_of, given_of
from onechild.service.journeys.assessment.parts import BY_KEY, PARTS, Missing, Part, still_needed, written
from onechild.service.journeys.assessment.queries import group_of, seen_during
from onechild.service.journeys.assessment.views.opening import Opened, elsewhere, opened, past_of
from onechild.service.record.models import Assessment, AssessmentFactor, AssessmentWork, Decision, Outcome
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import heads, worker_names
from onechild.service.record.queries.work.steps import returned_with, steps_of

SAVED = {
    "part": "Saved.",
    "submitted": "Sent to a manager.",
    "returned": "Returned for edits.",
    "authorised": "Authorised. Its factors and outcome stand in the record.",
    "reopened": "Opened again.",
    "checked": "The manager’s check is noted.",
}
STATES: dict[str, Tag] = {
    "Written": Tag("Written", "done"),
    "Begun": Tag("Begun", "plain"),
    "Not yet written": Tag("Not yet written", "missing"),
}
NEXT_PAGES = {
    "strategy_discussion": ("strategy-new", "Open a strategy discussion"),
    "child_in_need_plan": ("need-plan-new", "Make the child in need plan"),
    "no_further_action": ("closure-new", "Close the case"),
    "advice": ("closure-new", "Close the case"),
    "early_help": ("closure-new", "Close the case"),
}


@dataclass(frozen=True)
class Shown:
    """A part as the page shows it: its text, field by field, and how far it is."""

    part: Part
    state: Tag
    texts: list[tuple[str, str]]


def assessment(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Show the whole assessment to whoever may open the child's record."""
    found = opened(request, la_child_id, assessment_id)
    clock = clocks_of([found.assessment], today=request.today)[found.assessment.pk]
    context: dict[str, Any] = {
        "found": found,
        "duties": duties(clock, found.assessment, found.child.la_child_id, today=request.today),
        "worker": worker_names([found.assessment.worker_id]).get(found.assessment.worker_id or "", ""),
        "saved": SAVED.get(request.GET.get("saved", ""), ""),
    }
    if found.work is None:
        context |= _of_the_source(found)
        return render(request, "assessment/kept_elsewhere.html", context)
    context |= _written(request, found, found.work)
    return render(request, "assessment/assessment.html", context)


def shown(work: AssessmentWork) -> list[Shown]:
    """This function will return every part with its text as a reader sees it."""
    return [Shown(part, STATES[written(work, part)], _texts(work, part)) for part in PARTS]


def _written(request: SignedIn, found: Opened, work: AssessmentWork) -> dict[str, Any]:
    viewer, key = request.viewer, found.assessment.pk
    answers = answers_of(key)
    approved = work.status == "approved"
    # Once authorised, nothing is asked any more; what was answered is drawn as far as this reader may see.
    history = past_of(request, found) if answers or not approved else None
    asked = asked_of(history.patterns, answers) if history and not approved else []
    steps, parts = steps_of(key), shown(work)
    delay = delays_of([found.assessment], today=request.today)[key]
    may_approve = viewer.may("approve_work")
    return {
        "work": work,
        "parts": parts,
        "answers": given_of(answers, history.patterns if history else ()),
        "asked": asked,
        "history": None if approved else history,
        "needed": _grouped(found, still_needed(work, asked)) if found.writable else [],
        "far": f"{sum(one.state.kind == 'done' for one in parts)} of {len(parts)} parts are written",
        "returned": returned_with(key),
        "steps": reversed(steps),
        "decisions": Decision.objects.filter(about="assessments", about_id=key).order_by("-decided_at", "-pk"),
        "seen": seen_during(found.assessment, today=request.today),
        "delay": delay,
        "siblings": _siblings(request, work),
        "may_write": found.writable and viewer.may("do_casework"),
        "may_decide": may_approve and work.status == "submitted",
        "may_check": may_approve and not approved,
        "may_reopen": may_approve and approved,
        "next": _next(found, work) if approved else None,
        "strategy": elsewhere("strategy-new", found.child.la_child_id) if viewer.may("do_casework") else "",
    }


def _grouped(found: Opened, needed: Sequence[Missing]) -> list[tuple[str, str, int]]:
    """What is still needed by part: its title, its address, and how much."""
    key, public = found.assessment.pk, found.child.la_child_id
    made = []
    for part in dict.fromkeys(one.part for one in needed):
        history = part == "history"
        page = reverse("assessment-history", args=[public, key]) if history else ""
        page = page or reverse("assessment-part", args=[public, key, part])
        title = "Patterns in the history" if history else BY_KEY[part].title
        made.append((title, page, sum(one.part == part for one in needed)))
    return made


def _texts(work: AssessmentWork, part: Part) -> list[tuple[str, str]]:
    found = []
    for name in part.fields:
        value, field = getattr(work, name), part.form.base_fields[name]
        if name == "factors":
            value = "\n".join(code_in_words("assessment_factor", one) for one in value)
        if name == "outcome":
            value = code_in_words("outcome", value)
        if value:
            found.append((str(field.label), str(value)))
    return found


def _siblings(request: SignedIn, work: AssessmentWork) -> list[tuple[str, Assessment, str]]:
    others = group_of(work)
    named = heads({one.child_id for one in others}, today=request.today)
    return [
        (named[one.child_id].name, one.assessment, named[one.child_id].la_child_id)
        for one in others
        if one.child_id in named and one.assessment is not None
    ]


def _next(found: Opened, work: AssessmentWork) -> tuple[str, str] | None:
    page, words = NEXT_PAGES.get(work.outcome or "", ("", ""))
    address = elsewhere(page, found.child.la_child_id) if page else ""
    return (address, words) if address else None


def _of_the_source(found: Opened) -> dict[str, Any]:
    key = found.assessment.pk
    factors = AssessmentFactor.objects.filter(assessment_id=key).order_by("factor")
    outcomes = Outcome.objects.filter(outcome_of="assessment", outcome_of_id=key)
    return {
        "factors": [code_in_words("assessment_factor", one.factor) for one in factors],
        "outcomes": [code_in_words("outcome", one.outcome) for one in outcomes],
    }
