"""The page of who holds a child: now, every worker and move before, and each way that it can be changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.allocation.opening import hindered, opened
from onechild.service.record.models import AllocationMove, CaseloadException, Team, TransferRequest
from onechild.service.record.queries.continuity import workers_among
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.people import holdings

SAVED = {
    "allocated": "Allocated. It stands below, with your reason, and in every figure.",
    "listed": "Put on the waiting list, with the manager who answers for them.",
    "ended": "Nobody leads on this child from that day.",
    "undone": "Undone. Who held the child before holds the child again.",
    "changed": "Changed.",
    "co_worker": "Co-worker named. The lead worker stays the same.",
    "co_worker_ended": "The co-worker’s part ends on that day.",
    "asked": "Asked. Nothing changes hands until the team accepts.",
    "answered": "Answered.",
}


@dataclass(frozen=True)
class Moved:
    """A move in words: what, from whom to whom, why, by whom."""

    move: AllocationMove
    before: str
    after: str


def show(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Who holds the child and since when, who works beside, what is asked of whom, and all that was done before."""
    family = opened(request, la_child_id, what="who holds the child", permission="")
    child, today = family.child, request.today
    held = holdings(child.pk, today=today)
    moves = list(AllocationMove.objects.filter(child=child).order_by("-at", "-pk"))
    asked = TransferRequest.objects.filter(child=child).select_related("to_team").order_by("-asked_at", "-pk")
    may = request.viewer.may("allocate")
    context = {
        "family": family,
        "head": family.head,
        "now": next((one for one in held if one.role == "lead" and one.open_on(today)), None),
        "to_come": [one for one in held if one.role == "lead" and one.started_on > today],
        "co_workers": [
            one for one in held if one.role == "co_worker" and (one.ended_on is None or one.ended_on > today)
        ],
        "workers": workers_among(held, today=today),
        "moves": _moved(moves),
        "asked": list(asked),
        "exceptions": _set_aside(child.pk),
        "last": next((one for one in moves if one.undone_at is None), None) if may else None,
        "may": may,
        "hindrance": hindered(request.viewer, [family.head], family.held) if may else "",
        "saved": SAVED.get(request.GET.get("saved", ""), ""),
    }
    return render(request, "allocation/child.html", context)


def _set_aside(child_id: str) -> list[dict[str, object]]:
    rows = list(CaseloadException.objects.filter(child_id=child_id).order_by("-happened_on", "-pk"))
    names = worker_names(key for row in rows for key in (row.worker_id, row.co_worker_id))
    return [
        {"row": row, "worker": names.get(row.worker_id, "A worker"), "co_worker": names.get(row.co_worker_id or "", "")}
        for row in rows
    ]


def _moved(moves: list[AllocationMove]) -> list[Moved]:
    workers = worker_names(key for move in moves for key in (move.from_worker_id, move.to_worker_id))
    keys = {key for move in moves for key in (move.from_team_id, move.to_team_id) if key}
    teams = dict(Team.objects.filter(pk__in=keys).values_list("pk", "name"))

    def said(worker_id: str | None, team_id: str | None) -> str:
        team = teams.get(team_id or "", "")
        if worker_id:
            return ", ".join(part for part in (workers.get(worker_id, "a worker"), team) if part)
        return f"the list of {team}" if team else ""

    return [
        Moved(one, said(one.from_worker_id, one.from_team_id), said(one.to_worker_id, one.to_team_id)) for one in moves
    ]
