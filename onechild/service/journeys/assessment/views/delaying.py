"""The page that says where the days of an assessment went, and takes what only a person can say."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.parts import Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.assessment.actions.delaying import add_cause, take_back
from onechild.service.journeys.assessment.clock import clocks_of, duties
from onechild.service.journeys.assessment.delay import CAUSES, Spell, Split
from onechild.service.journeys.assessment.delays import AT_MOST_WORKING_DAYS, delays_of
from onechild.service.journeys.assessment.forms.deciding import DelayForm
from onechild.service.journeys.assessment.views.opening import opened, to
from onechild.service.record.models import DelayCause


def delay(request: SignedIn, la_child_id: str, assessment_id: str) -> HttpResponse:
    """Show the split, and add a cause that the record does not show."""
    found = opened(request, la_child_id, assessment_id)
    may_add = found.work is not None and (request.viewer.may("do_casework") or request.viewer.may("approve_work"))
    options: dict[str, Any] = {
        "earliest": found.assessment.started_on,
        "latest": found.assessment.ended_on or request.today,
    }
    form, draft = None, None
    if request.method == "POST":
        check(request.viewer, "do_casework", "approve_work")
        if not may_add:
            raise Http404("This assessment is kept in the case system.")
        form = DelayForm(request.POST, **options)
        if form.is_valid():
            add_cause(
                assessment=found.assessment,
                worker_id=request.viewer.worker_id,
                by=request.user,
                today=request.today,
                **form.cleaned_data,
            )
            done_with(request, child=found.child)
            return to("assessment-delay", found.child.la_child_id, found.assessment.pk, saved="yes")
    elif may_add:
        draft = draft_of(request, child=found.child)
        form = filled(DelayForm, draft, **options)
    waited = delays_of([found.assessment], today=request.today)[found.assessment.pk]
    clock = clocks_of([found.assessment], today=request.today)[found.assessment.pk]
    context = {
        "found": found,
        "form": form,
        "draft": draft,
        "table": _table(waited.split),
        "split": waited.split,
        "spells": [_said(one, request) for one in waited.spells],
        "duties": duties(clock, found.assessment, found.child.la_child_id, today=request.today),
        "most": AT_MOST_WORKING_DAYS,
        "saved": request.GET.get("saved") == "yes",
    }
    return render(request, "assessment/delay.html", context)


def remove(request: SignedIn, la_child_id: str, assessment_id: str, cause_id: str) -> HttpResponse:
    """Take a cause back that was given by mistake: asks first."""
    found = opened(request, la_child_id, assessment_id, "do_casework", "approve_work")
    rows = DelayCause.objects.filter(assessment=found.assessment, child=found.child, from_the_record=False)
    row = rows.filter(pk=cause_id).first()
    if row is None:
        raise Http404("There is no such cause.")
    if request.method == "POST":
        take_back(cause=row, by=request.user, now=request.now)
        return to("assessment-delay", found.child.la_child_id, found.assessment.pk, saved="yes")
    return render(request, "assessment/take_back.html", {"found": found, "cause": row})


def _table(split: Split) -> Table:
    rows = [[share.words, share.days] for share in split.shares]
    return Table(
        label="Working days by what they were spent on",
        heading="split",
        columns=[Column("Spent on"), Column("Working days", number=True)],
        rows=[*rows, ["Work on the assessment, as far as anything says", split.worked]],
        total=["All working days since it began", split.days],
        kind="tight",
    )


def _said(spell: Spell, request: SignedIn) -> dict[str, Any]:
    began = date_only(spell.started_on, request.today)
    ended = date_only(spell.ended_on, request.today) if spell.ended_on else "now"
    return {
        "what": CAUSES.get(spell.cause, spell.cause),
        "when": f"{began} to {ended}",
        "words": spell.words or ("From the record" if spell.from_the_record else ""),
        "key": spell.key,
    }
