"""Who of my teams is away today, which of their visits wait, and naming who covers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Request, Viewer, needs
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import clock, date_only
from onechild.service.journeys.diary.forms import CoverForm
from onechild.service.record.actions import cover as actions
from onechild.service.record.models import Child, TeamMembership
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.diary.cover import away, in_force
from onechild.service.record.queries.diary.to_cover import ToCover, Waiting, to_cover
from onechild.service.record.queries.due import due_for, next_visits
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names
from onechild.service.record.queries.workforce import members_of


@needs("see_team")
def today(request: Request) -> HttpResponse:
    """List who of the viewer's teams is away today, with the visits that wait and who covers each."""
    found = to_cover(request.viewer.team_ids, today=request.today)
    named = heads([one.child_id for away_one in found for one in away_one.waiting], today=request.today)
    request.seen(named, what="visits of colleagues who are away")
    context = {
        "found": [(one, one.said(request.today), _table(one, named, request)) for one in found],
        "may_name": request.viewer.may("allocate") or _may_take(request.viewer),
        "names_others": request.viewer.may("allocate"),
    }
    return render(request, "diary/cover.html", context)


@needs("allocate", "see_team")
def name(request: SignedIn, worker_id: str) -> HttpResponse:
    """Name who covers for a worker: a manager anybody of the team; a colleague takes it on from who is away today."""
    _in_my_teams(request, worker_id)
    _check_may_cover(request, worker_id)
    children = _children_of(request, worker_id)
    options: dict[str, Any] = {
        "children": [(key, said) for key, said, _ in children],
        "workers": _who_can(request, worker_id),
        "today": request.today,
    }
    form = CoverForm(request.POST or None, **options)
    who = worker_names([worker_id]).get(worker_id, NO_WORKER_NAME)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        chosen = [child_id for key, _, child_id in children if key in typed["children"]]
        actions.give(
            children=list(Child.objects.filter(pk__in=chosen).order_by("pk")),
            worker_id=worker_id,
            by_worker_id=typed["by_worker"],
            first_day=typed["first_day"],
            last_day=typed["last_day"],
            reason=typed["reason"],
            by=request.user,
            today=request.today,
        )
        return HttpResponseRedirect(reverse("cover"))
    context = {"form": form, "who": who, "held": children, "workers": options["workers"]}
    return render(request, "diary/cover_name.html", context)


@require_POST
@needs("allocate", "see_team")
def end(request: SignedIn, worker_id: str) -> HttpResponse:
    """End the cover for a worker from today; a worker who may not name others ends their own."""
    _in_my_teams(request, worker_id)
    covers = in_force(request.today).filter(worker_id=worker_id)
    if not request.viewer.may("allocate"):
        covers = covers.filter(by_worker_id=request.viewer.worker_id or "")
    rows = list(covers)
    request.seen([row.child_id for row in rows], what="cover ended")
    actions.end(covers=rows, reason="Ended", by=request.user, today=request.today)
    return HttpResponseRedirect(reverse("cover"))


def _may_take(viewer: Viewer) -> bool:
    return bool(viewer.worker_id) and viewer.may("record_visit") and viewer.may("see_team")


def _check_may_cover(request: Request, worker_id: str) -> None:
    """Cover keeps a record open, so nobody takes it on but a worker of the team, from a colleague who is away."""
    if request.viewer.may("allocate"):
        return
    off = {one.worker_id for one in away(request.viewer.team_ids, today=request.today)}
    if not _may_take(request.viewer) or worker_id not in off:
        raise NotAllowed("They are at work today. A manager can name who covers on other days.", ("allocate",))


def _in_my_teams(request: Request, worker_id: str) -> None:
    """Http404 for a worker who is in no team of the viewer's."""
    teams = set(request.viewer.team_ids)
    mine = TeamMembership.objects.filter(worker_id=worker_id, team_id__in=teams, ended_on__isnull=True).exists()
    if not mine and not open_allocations(request.today).filter(worker_id=worker_id, team_id__in=teams).exists():
        raise Http404("There is no such worker in your teams.")


def _children_of(request: Request, worker_id: str) -> list[tuple[str, str, str]]:
    """The worker's children whom the viewer may see: public id, words with the next visit, and id."""
    rows = open_allocations(request.today).filter(worker_id=worker_id, role="lead")
    ids = list(dict.fromkeys(rows.order_by("child_id").values_list("child_id", flat=True)))
    named, visits = heads(ids, today=request.today), next_visits(due_for(ids, today=request.today))
    request.seen(named, what="naming who covers")
    told = []
    for head in sorted(named.values(), key=lambda head: (head.surname, head.forename, head.child_id)):
        due = visits.get(head.child_id)
        when = ", ".join(part for part in due.when() if part) if due else "none owed"
        told.append((head.la_child_id, f"{head.name}: next visit {when[:1].lower()}{when[1:]}", head.child_id))
    return told


def _who_can(request: Request, worker_id: str) -> list[tuple[str, str]]:
    """Whom the viewer may name: the team's workers who are at work; whoever may not allocate, themselves alone."""
    viewer = request.viewer
    if not viewer.may("allocate"):
        return [(viewer.worker_id, viewer.name)] if viewer.worker_id and viewer.worker_id != worker_id else []
    off = {one.worker_id for one in away(viewer.team_ids, today=request.today)}
    ids = {row.worker_id for team in viewer.team_ids for row in members_of(team, today=request.today)}
    at_work = ids - off - {worker_id}
    names = worker_names(at_work)
    return sorted(((one, names.get(one, one)) for one in at_work), key=lambda pair: pair[1])


def _table(one: ToCover, named: dict[str, Head], request: Request) -> Table:
    rows = [_cells(waiting, named[waiting.child_id], request) for waiting in one.waiting if waiting.child_id in named]
    columns = [Column("Child"), Column("Visit"), Column("Who covers")]
    return Table(label=f"Visits of {one.name} today", columns=columns, rows=rows, kind="stack")


def _cells(waiting: Waiting, head: Head, request: Request) -> list[object]:
    child = Cell(text=head.name, href=reverse("child", args=[head.la_child_id]), note=head.age(request.today))
    covered = (
        Cell(text=waiting.covered_by, note=f"until {date_only(waiting.cover.last_day, request.today)}")
        if waiting.cover
        else Cell(tag=Tag("Nobody yet", "missing"))
    )
    return [child, _visit(waiting), covered]


def _visit(waiting: Waiting) -> Cell:
    plan = waiting.plan
    planned = (
        f"planned for {clock(plan.starts_at)} today" if plan and plan.starts_at else "planned for today" if plan else ""
    )
    if waiting.due is None:
        return Cell(text=planned.capitalize())
    when, note = waiting.due.when()
    said = ", ".join(part for part in (note, planned) if part)
    return Cell(tag=Tag(when, "late"), note=said) if waiting.due.late else Cell(text=f"Due {when.lower()}", note=said)
