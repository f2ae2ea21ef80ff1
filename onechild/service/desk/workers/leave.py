"""Planning a worker's leave, limits and leaving: for whoever shares out the team's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.links import child_page, page_named
from onechild.service.desk.teams.tables import limit_words
from onechild.service.desk.workers.forms import KINDS, FactsForm, LeaveForm, LimitForm
from onechild.service.desk.workers.views import may_plan, open_worker
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.staffing import absences, facts, limits
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Absence, WorkerFact, WorkerLimit
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names
from onechild.service.record.queries.workforce import Person
from onechild.service.record.queries.workload.away import Falls, Off, falling

WORDS = dict(KINDS)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A time away with the visits that fall in it."""

    row: Absence
    words: str
    table: Table
    uncovered: int
    ours: bool


@needs("allocate")
def leave(request: SignedIn, worker_id: str) -> HttpResponse:
    """What is planned for a worker, the visits that fall in it, and the form that plans more."""
    person = _of_mine(request, worker_id)
    draft = draft_of(request)
    form = (
        LeaveForm(request.POST, today=request.today)
        if request.method == "POST"
        else filled(LeaveForm, draft, today=request.today)
    )
    if request.method == "POST" and form.is_valid():
        try:
            absences.plan(worker_id=worker_id, by=request.user, today=request.today, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            done_with(request)
            return _back(worker_id, "leave")
    context = {
        "person": person,
        "form": form,
        "draft": draft,
        "planned": _planned(request, person),
        "limits": [(row, limit_words(row, request.today)) for row in limits.limits_of(worker_id, today=request.today)],
        "facts": WorkerFact.objects.filter(worker_id=worker_id).first(),
        "cover": page_named("cover-name", worker_id) if set(person.teams) & set(request.viewer.team_ids) else "",
        "planner": _leaver_plan(request, person),
        "saved": request.GET.get("saved", ""),
        "the_sources": THE_SOURCES,
    }
    return render(request, "desk/worker_leave.html", context)


@require_POST
@needs("allocate")
def leave_end(request: SignedIn, worker_id: str, absence_id: str) -> HttpResponse:
    """Call off time away that was planned here; what the staff system keeps is ended there."""
    _of_mine(request, worker_id)
    row = absences.planned(worker_id, today=request.today).filter(pk=absence_id).first()
    if row is None:
        raise Http404("There is no such time away.")
    try:
        absences.call_off(row=row, by=request.user, today=request.today)
    except Refused as refused:
        raise NotAllowed(refused.words) from refused
    return _back(worker_id, "off")


@needs("allocate")
def limit(request: SignedIn, worker_id: str) -> HttpResponse:
    """How many new children a worker takes at most for a time, and from when to when."""
    person = _of_mine(request, worker_id)
    draft = draft_of(request)
    form = LimitForm(request.POST) if request.method == "POST" else filled(LimitForm, draft)
    if request.method == "POST" and form.is_valid():
        try:
            limits.set_limit(worker_id=worker_id, by=request.user, today=request.today, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            done_with(request)
            return _back(worker_id, "limit")
    return render(request, "desk/worker_limit.html", {"person": person, "form": form, "draft": draft})


@require_POST
@needs("allocate")
def limit_end(request: SignedIn, worker_id: str, limit_id: str) -> HttpResponse:
    """End a limit today."""
    _of_mine(request, worker_id)
    row = WorkerLimit.objects.filter(worker_id=worker_id, pk=limit_id).first()
    if row is None:
        raise Http404("There is no such limit.")
    try:
        limits.end_limit(row=row, by=request.user, today=request.today)
    except Refused as refused:
        raise NotAllowed(refused.words) from refused
    return _back(worker_id, "limit-off")


@needs("allocate")
def known(request: SignedIn, worker_id: str) -> HttpResponse:
    """The languages that a worker speaks with families and the areas they visit."""
    person = _of_mine(request, worker_id)
    row = WorkerFact.objects.filter(worker_id=worker_id).first()
    draft = draft_of(request)
    form = FactsForm(request.POST, row=row) if request.method == "POST" else filled(FactsForm, draft, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            facts.keep(
                worker_id=worker_id,
                typed=form.typed,
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form = form.after(stale)
        else:
            done_with(request)
            return _back(worker_id, "facts")
    return render(request, "desk/worker_facts.html", {"person": person, "form": form, "draft": draft})


def _of_mine(request: Request, worker_id: str) -> Person:
    """A worker whose leave the viewer may plan."""
    person = open_worker(request, worker_id)
    if not may_plan(request, person):
        raise NotAllowed("The manager of their team plans this.", ("allocate",))
    return person


def _leaver_plan(request: Request, person: Person) -> str:
    """The planner, asked where this worker's children could go; plain where they are of none of the viewer's teams."""
    page, teams = page_named("planner"), sorted(set(person.teams) & set(request.viewer.team_ids))
    if not page or not teams:
        return page
    return f"{page}?{urlencode({'kind': 'leaver', 'team': teams[0], 'worker': person.worker_id})}"


def _planned(request: Request, person: Person) -> list[Planned]:
    """Each time away with its visits: five queries, however many."""
    today = request.today
    rows = list(absences.planned(person.worker_id, today=today))
    offs = {row.pk: _off(row) for row in rows}
    held = open_allocations(today).filter(worker_id=person.worker_id, role="lead").values_list("child_id", flat=True)
    falls = falling(list(offs.values()), dict.fromkeys(held, person.worker_id), today=today) if rows else []
    named = heads([one.due.child_id for one in falls], today=today)
    covers = worker_names(one.covered_by for one in falls)
    request.seen(named, what="worker: visits that fall in leave")
    return [_drawn(row, [one for one in falls if one.off.absence_id == row.pk], named, covers, request) for row in rows]


def _off(row: Absence) -> Off:
    return Off(
        absence_id=row.pk,
        worker_id=row.worker_id,
        first_day=row.started_on,
        last_day=_last(row),
        leave=row.absence_kind == "annual_leave",
    )


def _last(row: Absence) -> date | None:
    return row.ended_on - timedelta(days=1) if row.ended_on else None


def _drawn(
    row: Absence, falls: list[Falls], named: Mapping[str, Head], covers: Mapping[str, str], request: Request
) -> Planned:
    today = request.today
    last = _last(row)
    days = f"{day(row.started_on, today)}{f' to {day(last, today)}' if last and last != row.started_on else ''}"
    shown = [one for one in falls if one.due.child_id in named]
    return Planned(
        row=row,
        words=f"{WORDS.get(row.absence_kind or '', 'Away')}, {days}",
        table=Table(
            label=f"Visits that fall in it, from {date_only(row.started_on, today)}",
            columns=[Column("Child"), Column("Visit"), Column("Who covers")],
            rows=[_visit(one, named[one.due.child_id], covers, request) for one in shown],
            empty="No visit that you may see falls in it.",
        ),
        uncovered=sum(1 for one in shown if not one.covered_by),
        ours=row.origin_id is None,
    )


def _visit(one: Falls, head: Head, covers: Mapping[str, str], request: Request) -> list[object]:
    when, note = one.due.when()
    visit = (
        Cell(tag=Tag(when, "late"), note=note)
        if one.due.late
        else Cell(text=f"Due {when[:1].lower()}{when[1:]}", note=note)
    )
    covered = covers.get(one.covered_by, NO_WORKER_NAME) if one.covered_by else Tag("Nobody yet", "missing")
    return [Cell(text=head.name, href=child_page(head.la_child_id), note=head.age(request.today)), visit, covered]


def _back(worker_id: str, saved: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('worker-leave', args=[worker_id])}?saved={saved}")
