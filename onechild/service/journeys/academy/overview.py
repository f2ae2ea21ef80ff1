"""The academy's page, a worker's page in it, and one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Cell, Column, Duty, Load, Table, Tag
from onechild.service.govuk.words import date_only, due
from onechild.service.journeys.academy.protected.reading import NO_REASON, Protected, protected
from onechild.service.journeys.academy.who import check_teaches, in_first_year, may_teach, on_day
from onechild.service.journeys.academy.years.duties import duties_of
from onechild.service.record.models import (
    AcademyCohort,
    AcademyPlace,
    AssessedYear,
    AssessedYearNote,
    PracticeObservation,
    Worker,
)
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.workload.first_year import rule_binds


@needs("keep_academy")
def academy(request: SignedIn) -> HttpResponse:
    """Cohorts, everybody in a first year with what is due, and whether their caseload is protected."""
    today = request.today
    workers = in_first_year(today=today)
    holds = protected(workers, today=today)
    request.seen([lead.head.child_id for one in holds for lead in one.seen], what="the academy", kind="list")
    broken = [one for one in holds if not one.kept]
    cohorts = list(AcademyCohort.objects.order_by("-started_on", "name"))
    context = {
        "cohorts": _cohorts(cohorts, today),
        "cohort_count": len(cohorts),
        "first_years": len(holds),
        "broken": _broken(broken),
        "broken_count": len(broken),
        "no_reason": sum(one.no_reason for one in broken),
        "years": _years(holds, today),
        "rule_binds": rule_binds(today=today),
    }
    return render(request, "academy/academy.html", context)


def worker(request: SignedIn, worker_id: str) -> HttpResponse:
    """A worker in the academy, for those who teach them."""
    if not Worker.objects.filter(pk=worker_id).exists():
        raise Http404("There is no such worker.")
    check_teaches(request.viewer, worker_id, today=request.today, mentors=True)
    context = _person(worker_id, today=request.today)
    context["teaches"] = may_teach(request.viewer, worker_id, today=request.today)
    context["keeps"] = request.viewer.may("keep_academy")
    return render(request, "academy/worker.html", context)


def mine(request: SignedIn) -> HttpResponse:
    """One's own: the place, the year, what was seen of one's practice and waits for one's words; whom one mentors."""
    worker_id, today = request.viewer.worker_id, request.today
    context: dict[str, Any] = _person(worker_id, today=today) if worker_id else {"name": request.viewer.name}
    if worker_id:
        context["holds"] = next(iter(protected([worker_id], today=today)), None) if context["year"] else None
        mentored = AcademyPlace.objects.filter(on_day(today), mentor_id=worker_id).values_list("worker_id", flat=True)
        names = worker_names(mentored)
        context["mentored"] = [(key, names.get(key, NO_WORKER_NAME)) for key in dict.fromkeys(mentored)]
        if context["holds"]:
            seen = [lead.head.child_id for lead in context["holds"].seen]
            request.seen(seen, what="one’s own protected caseload")
    return render(request, "academy/mine.html", context)


def _person(worker_id: str, *, today: date) -> dict[str, Any]:
    places = AcademyPlace.objects.filter(worker_id=worker_id).select_related("cohort").order_by("-started_on")
    names = worker_names([worker_id, *(one.mentor_id for one in places)])
    years = list(AssessedYear.objects.filter(worker_id=worker_id).order_by("-started_on"))
    observations = list(PracticeObservation.objects.filter(worker_id=worker_id).order_by("-happened_on"))
    notes = AssessedYearNote.objects.filter(worker_id=worker_id, worker_signed_at=None).select_related("review")
    return {
        "worker_id": worker_id,
        "name": names.get(worker_id, NO_WORKER_NAME),
        "places": [(one, names.get(one.mentor_id or "", "No mentor yet")) for one in places],
        "years": years,
        "year": next((one for one in years if one.ended_on is None), None),
        "duties": duties_of([worker_id], today=today).get(worker_id, []),
        "observations": observations,
        "to_sign": [one for one in observations if one.worker_signed_at is None],
        "notes_to_sign": list(notes),
    }


def _cohorts(rows: Sequence[AcademyCohort], today: date) -> Table:
    taken: dict[str, int] = {}
    for key in AcademyPlace.objects.filter(ended_on=None).values_list("cohort_id", flat=True):
        taken[key] = taken.get(key, 0) + 1
    return Table(
        label="Cohorts",
        columns=[Column("Cohort"), Column("For"), Column("Begins"), Column("Places taken", number=True)],
        rows=[
            [
                Cell(text=row.name, href=reverse("cohort", args=[row.pk])),
                row.get_kind_display(),
                Cell(
                    text=date_only(row.started_on, today),
                    note=f"to {date_only(row.ended_on, today)}" if row.ended_on else "",
                ),
                f"{taken.get(row.pk, 0)} of {row.places}" if row.places else str(taken.get(row.pk, 0)),
            ]
            for row in rows
        ],
        empty="No cohort was made yet.",
    )


def _broken(rows: Sequence[Protected]) -> Table:
    """Those for whom the rule is not kept: over target, or leading protection or court work, with each reason."""
    return Table(
        label="Where the protected caseload is not kept",
        columns=[Column("Worker"), Column("Cases, target"), Column("Court, protection")],
        rows=[
            [
                Cell(
                    text=one.held.person.name,
                    href=reverse("academy-worker", args=[one.held.person.worker_id]),
                ),
                _against(one),
                _led(one),
            ]
            for one in rows
        ],
        empty="Nobody is over their own target, and nobody leads protection or court work.",
    )


def _against(one: Protected) -> Cell:
    over = Tag(f"{one.held.against:.1f} over", "over") if one.held.over else None
    return Cell(text=f"{one.held.cases} of {one.held.target:.1f}", tag=over)


def _led(one: Protected) -> Cell:
    if not one.leads:
        return Cell(text="None")
    said = [f"{lead.head.first_name}, {lead.work}: {_reason(lead.reason, lead.by)}" for lead in one.seen]
    more = one.leads - len(one.seen)
    if more > 0:
        said.append(f"{more} whose records you may not open")
    missing = Tag(f"{one.no_reason} without a reason", "missing") if one.no_reason else None
    return Cell(text=str(one.leads), note=". ".join(said), tag=missing)


def _reason(words: str, by: str) -> str:
    return words if words == NO_REASON else f"“{words}” ({by})"


def _years(rows: Sequence[Protected], today: date) -> Table:
    """Everybody in a first year, with the next review and supervision, and what they hold."""
    ids = [one.held.person.worker_id for one in rows]
    open_years = {row.worker_id: row for row in AssessedYear.objects.filter(on_day(today), worker_id__in=ids)}
    owed = duties_of(ids, today=today)
    scale = max([one.held.cases for one in rows] + [one.held.target for one in rows] + [1.0])
    return Table(
        label="First years",
        columns=[Column("Worker"), Column("Year began"), Column("Next"), Column("Cases, target")],
        rows=[
            [
                Cell(text=one.held.person.name, href=reverse("academy-worker", args=[one.held.person.worker_id])),
                _year(open_years.get(one.held.person.worker_id), today),
                _next(owed.get(one.held.person.worker_id, []), today),
                Cell(load=Load(held=one.held.cases, target=one.held.target, scale=scale)),
            ]
            for one in sorted(rows, key=lambda one: one.held.person.name)
        ],
        empty="Nobody is in a first year.",
    )


def _year(row: AssessedYear | None, today: date) -> Cell:
    if row is None:
        return Cell(text="No assessed year recorded")
    return Cell(text=date_only(row.started_on, today), href=reverse("assessed-year", args=[row.pk]))


def _next(owed: Sequence[Duty], today: date) -> Cell:
    if not owed or owed[0].due is None:
        return Cell(text="Nothing owed")
    first = owed[0]
    assert first.due is not None  # noqa: S101  said just above
    late = Tag("Late", "late") if first.due < today else None
    return Cell(text=first.what, note=due(first.due, today), tag=late)
