"""The pages of assessed years: begin one, read one, review it, sign a review, end it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.journeys.academy import choices
from onechild.service.journeys.academy.protected.reading import held_on, protected
from onechild.service.journeys.academy.who import check_reads, check_teaches
from onechild.service.journeys.academy.years import actions
from onechild.service.journeys.academy.years.duties import duties_of, kept_by
from onechild.service.journeys.academy.years.forms import STAGES, BeginForm, EndForm, ReviewForm
from onechild.service.record.models import AssessedYear, AssessedYearNote, PracticeObservation, Worker
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names


def year(request: SignedIn, year_id: str) -> HttpResponse:
    """A worker's assessed year: what is due, what was found, and what they hold against their own target."""
    row = _open(request, year_id)
    names = worker_names([row.worker_id, row.assessor_id])
    notes = list(AssessedYearNote.objects.filter(review__assessed_year=row).order_by("-happened_on", "-pk"))
    holds = next(iter(protected([row.worker_id], today=request.today)), None) if row.ended_on is None else None
    if holds:
        request.seen([one.head.child_id for one in holds.seen], what="an assessed year’s protected caseload")
    mine = request.viewer.worker_id == row.worker_id
    context = {
        "year": row,
        "name": names.get(row.worker_id, NO_WORKER_NAME),
        "assessor": names.get(row.assessor_id or "", "not recorded"),
        "duties": duties_of([row.worker_id], today=request.today).get(row.worker_id, []),
        "notes": [(note, dict(STAGES).get(note.stage, note.stage)) for note in notes],
        "holds": holds,
        "observations": PracticeObservation.objects.filter(worker_id=row.worker_id).order_by("-happened_on"),
        "mine": mine,
        "teaches": not mine and _teaches(request, row),
        "kept_by": kept_by(),
    }
    return render(request, "academy/year.html", context)


def new(request: SignedIn, worker_id: str) -> HttpResponse:
    """Begin a worker's assessed year."""
    if not Worker.objects.filter(pk=worker_id).exists():
        raise Http404("There is no such worker.")
    check_teaches(request.viewer, worker_id, today=request.today)
    name = worker_names([worker_id]).get(worker_id, NO_WORKER_NAME)

    def write(form: BeginForm) -> str:
        typed = form.cleaned_data
        made = actions.begin(
            worker_id=worker_id,
            assessor_id=typed["assessor"],
            on=typed["started_on"],
            by=request.user,
            today=request.today,
        )
        return reverse("assessed-year", args=[made.pk])

    return form_page(
        request,
        BeginForm,
        write,
        title=f"Begin an assessed year: {name}",
        button="Begin this year",
        back=reverse("academy-worker", args=[worker_id]),
        back_words=name,
        lede="Reviews, closer supervision and the lower target run from the day it begins.",
        staff=choices.staff(request.today),
    )


def review(request: SignedIn, year_id: str) -> HttpResponse:
    """Review a year; the cases held are worked out from the record."""
    row = _open(request, year_id)
    check_teaches(request.viewer, row.worker_id, today=request.today)
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)
    holds = held_on(row.worker_id, on=request.today)

    def write(form: ReviewForm) -> str:
        typed = form.cleaned_data
        then = held_on(row.worker_id, on=typed["happened_on"])
        actions.review(
            year=row,
            on=typed["happened_on"],
            stage=typed["stage"],
            finding=typed["finding"],
            words=typed["words"],
            support=typed["support"],
            workload_kept=typed["workload_kept"] == "yes",
            workload_words=typed["workload_words"],
            cases_held=then.cases if then else None,
            by=request.user,
            today=request.today,
        )
        return reverse("assessed-year", args=[row.pk])

    return form_page(
        request,
        ReviewForm,
        write,
        title=f"Review the assessed year: {name}",
        button="Keep this review",
        back=reverse("assessed-year", args=[row.pk]),
        back_words="The assessed year",
        lede=f"Today they hold {holds.cases} cases against a target of {holds.target:.1f} of their own."
        if holds
        else "",
        today=request.today,
    )


@require_POST
def sign(request: SignedIn, note_id: str) -> HttpResponse:
    """Sign a review of one's own year: that one has read it."""
    note = AssessedYearNote.objects.filter(pk=note_id).select_related("review").first()
    if note is None:
        raise Http404("There is no such review.")
    if note.worker_id != request.viewer.worker_id:
        raise NotAllowed("Only the worker whose year it is signs it.")
    actions.sign(note=note, by=request.user, now=request.now)
    return HttpResponseRedirect(reverse("assessed-year", args=[note.review.assessed_year_id]))


def end(request: SignedIn, year_id: str) -> HttpResponse:
    """End a year as passed or not, or make it longer."""
    row = _open(request, year_id)
    check_teaches(request.viewer, row.worker_id, today=request.today)
    if row.ended_on and request.method != "POST":
        raise Http404("This year has ended.")
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)

    def write(form: EndForm) -> str:
        typed: dict[str, Any] = form.typed
        by, today = request.user, request.today
        if typed["outcome"] == "extended":
            actions.extend(year=row, until=typed["ended_on"], words=typed["words"], by=by, today=today)
        else:
            passed, version = typed["outcome"] == "passed", form.seen_version
            actions.end(year=row, on=typed["ended_on"], passed=passed, seen_version=version, by=by, today=today)
        return reverse("assessed-year", args=[row.pk])

    return form_page(
        request,
        EndForm,
        write,
        title=f"End the assessed year: {name}",
        button="Keep this outcome",
        back=reverse("assessed-year", args=[row.pk]),
        back_words="The assessed year",
        row=row,
    )


def _open(request: SignedIn, year_id: str) -> AssessedYear:
    row = AssessedYear.objects.filter(pk=year_id).first()
    if row is None:
        raise Http404("There is no such assessed year.")
    if row.assessor_id is None or row.assessor_id != request.viewer.worker_id:
        check_reads(request.viewer, row.worker_id, today=request.today)
    return row


def _teaches(request: SignedIn, row: AssessedYear) -> bool:
    try:
        check_teaches(request.viewer, row.worker_id, today=request.today)
    except NotAllowed:
        return False
    return True
