"""Supervision at a glance: one's own, those one supervises with their clocks, and the agenda made from the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, needs
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.agenda.children import children_of
from onechild.service.journeys.supervision.agenda.lines import in_parts
from onechild.service.journeys.supervision.agenda.of_child import agendas
from onechild.service.journeys.supervision.agenda.of_worker import of_worker
from onechild.service.journeys.supervision.intervals import Interval, intervals, of_workers
from onechild.service.journeys.supervision.saying import state_of
from onechild.service.journeys.supervision.views.opening import MAY
from onechild.service.record.models import SupervisionSession, Team
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

SEES = ("supervise", "see_own_children", "audit_work", "approve_work")
MOST = 20


@needs(*SEES)
def supervisions(request: SignedIn) -> HttpResponse:
    """One's own supervision, and that of the workers of one's teams, whoever is most overdue first."""
    me, today = request.viewer.worker_id, request.today
    rows = intervals(request.viewer.team_ids, but=me, today=today) if request.viewer.may("supervise") else []
    mine = of_workers([me], today=today) if me else []
    teams = dict(Team.objects.filter(pk__in=request.viewer.team_ids).values_list("team_id", "name"))
    context = {
        "mine": mine[0] if mine else None,
        "mine_late": bool(mine) and mine[0].own_late(today),
        "my_sessions": _sessions(me, today) if me else None,
        "supervises": request.viewer.may("supervise"),
        "workers": _workers(rows, teams, me, today),
        "count": len(rows),
        "late": sum(one.own_late(today) for one in rows),
        "children_late": sum(one.children_overdue for one in rows),
        "may_read": any(map(request.viewer.may, ("audit_work", "approve_work"))),
    }
    return render(request, "supervision/supervisions.html", context)


def agenda(request: SignedIn, worker_id: str) -> HttpResponse:
    """What a supervision of a worker has to speak of today, for the two of them; it prints on a page or two."""
    told = of_worker(worker_id, today=request.today)
    if told is None:
        raise Http404("There is no such worker.")
    own = worker_id == request.viewer.worker_id
    shares = bool(set(told.person.teams) & set(request.viewer.team_ids))
    if not own and not (request.viewer.may("supervise") and shares):
        raise NotAllowed("An agenda is for the worker and whoever supervises them.", MAY)
    children = children_of(worker_id, today=request.today)
    request.seen([one.head.child_id for one in children], what="agenda of a supervision")
    lines = agendas([one.head for one in children], today=request.today)
    context = {
        "told": told,
        "own": own,
        "children": [(one, in_parts(lines[one.head.child_id])) for one in children],
        "overdue": sum(one.overdue for one in children),
    }
    return render(request, "supervision/agenda.html", context)


def _workers(rows: Sequence[Interval], teams: Mapping[str, str], me: str | None, today: date) -> Table:
    return Table(
        label="Whom you supervise",
        columns=[
            Column("Worker"),
            Column("Last, their own"),
            Column("Due, their own"),
            Column("Children to talk about"),
            Column("Planned"),
            Column("Do"),
        ],
        rows=[_worker(one, teams, me, today) for one in rows],
        empty="No worker of your teams is in post.",
        heading="supervise",
    )


def _worker(one: Interval, teams: Mapping[str, str], me: str | None, today: date) -> list[object]:
    person = one.person
    team = ", ".join(teams[key] for key in person.teams if key in teams) if len(teams) > 1 else ""
    late = Tag("Late", "late") if one.own_late(today) else None
    why = "newly qualified: the closer clock" if one.newly_qualified else ""
    due = Cell(text=date_only(one.own_due, today), note=why, tag=late) if one.own_due else "no clock runs"
    overdue = Tag(f"{one.children_overdue} overdue", "late") if one.children_overdue else None
    planned: object = ""
    if one.planned:
        opens = one.planned.supervisor_id == me
        page = reverse("supervision", args=[one.planned.pk]) if opens else ""
        planned = Cell(text=date_only(one.planned.happened_on, today), href=page, hidden=f"with {person.name}")
    unsigned = f"{one.unsigned} to sign" if one.unsigned else ""
    return [
        Cell(
            text=person.name,
            href=reverse("supervision-agenda", args=[person.worker_id]),
            hidden=": what there is to talk about",
            note=", ".join(filter(None, (person.role_words, team))),
        ),
        date_only(one.own_last, today) if one.own_last else "none recorded",
        due,
        Cell(text=f"{one.children} children" if one.children != 1 else "1 child", tag=overdue),
        planned,
        Cell(
            text="Begin a supervision",
            href=reverse("supervision-new", args=[person.worker_id]),
            hidden=f"of {person.name}",
            note=unsigned,
        ),
    ]


def _sessions(me: str, today: date) -> Table:
    rows = SupervisionSession.objects.filter(Q(worker_id=me) | Q(supervisor_id=me)).order_by("-happened_on", "-pk")[
        :MOST
    ]
    known = list(rows)
    names = worker_names([one.worker_id for one in known])
    return Table(
        label="Supervisions",
        columns=[Column("Day"), Column("About"), Column("With"), Column("How it stands")],
        rows=[_session(one, me, names, today) for one in known],
        empty="No supervision of yours is kept here yet.",
        heading="sessions",
    )


def _session(row: SupervisionSession, me: str, names: Mapping[str, str], today: date) -> list[object]:
    other = row.supervisor_name if row.worker_id == me else names.get(row.worker_id, NO_WORKER_NAME)
    words, tag = state_of(row, me=me, today=today)
    return [
        Cell(
            text=date_only(row.happened_on, today), href=reverse("supervision", args=[row.pk]), hidden=f"with {other}"
        ),
        row.get_kind_display(),
        other,
        Cell(text=words, tag=tag),
    ]
