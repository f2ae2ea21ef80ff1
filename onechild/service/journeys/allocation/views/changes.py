"""The small changes of who holds a child: end, undo, priority and named manager, co-worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.allocation.forms.parts import packed
from onechild.service.journeys.allocation.forms.small import (
    CoWorkerEndForm,
    CoWorkerForm,
    EndForm,
    PriorityForm,
    UndoForm,
)
from onechild.service.journeys.allocation.opening import (
    Family,
    acting,
    hindered,
    left_open,
    opened,
    people_of,
    teams_of,
    who,
)
from onechild.service.journeys.allocation.views.small_page import CLASH, Page, back, shown
from onechild.service.record.actions import allocating
from onechild.service.record.models import Allocation, AllocationMove
from onechild.service.record.queries.names import heads, joined, worker_names
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.workload.holders import stamps


def end(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Nobody leads from a day on: for a child with whom no more work is to be done."""
    family = opened(request, la_child_id, what="ending who holds the child")
    page = Page(
        title=f"End the work with {family.head.first_name}",
        button="End from that day",
        lede=f"{family.head.first_name} is {family.said[family.head.child_id]}. Afterwards nobody leads.",
        notes=[
            "A child with whom work goes on goes to a worker or on a list instead.",
            *left_open(family.child.pk, family.head.first_name, today=request.today),
        ],
    )

    def do(form: Any) -> str:
        typed = form.cleaned_data
        told = acting(request, words=typed["words"], reason=typed["reason"])
        allocating.take_out(children=[family.child], on=typed["on"], seen=form.stamps(), **told)
        return "ended"

    seen = stamps([family.child.pk], today=request.today)
    return _handled(request, family, EndForm, {"stamps": seen, "today": request.today}, page, do)


def undo(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Take the last move back, of everybody who was moved with this child."""
    family = opened(request, la_child_id, what="undoing an allocation")
    last = AllocationMove.objects.filter(child=family.child, undone_at__isnull=True).order_by("-at", "-pk").first()
    if last is None:
        raise Http404("There is no move to undo.")
    together = AllocationMove.objects.filter(batch_id=last.batch_id, undone_at__isnull=True)
    named = heads(set(together.values_list("child_id", flat=True)), today=request.today)
    request.seen(named, what="undoing an allocation")
    names = joined([one.first_name for one in named.values()])
    page = Page(
        title=f"Undo: {last.get_verb_display().lower()}",
        button="Undo it",
        lede=f"This takes back what {last.by_name} did for {names}. Who held them before holds them again.",
        notes=["What was done stays in the history, with your reason for taking it back. No figure counts it."],
    )

    def do(form: Any) -> str:
        allocating.undo(batch_id=last.batch_id, **who(request, words=form.cleaned_data["words"]))
        return "undone"

    return _handled(request, family, UndoForm, {}, page, do)


def priority(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Change how urgently the child waits or is held, and who answers for the child on the list."""
    family = opened(request, la_child_id, what="how urgently the child waits")
    row = family.now
    team_id = str(row.team_id or "") if row else ""
    waits = row is not None and row.worker_id is None
    managers = people_of(team_id, today=request.today)
    who = (
        worker_names([row.responsible_manager_id]).get(row.responsible_manager_id or "", "nobody") if row else "nobody"
    )
    now = row.priority_words if row else ""  # type: ignore[attr-defined]
    lede = f"Now {now.lower() if now else 'without a priority'}{f'; {who} answers for the child' if waits else ''}."
    page = Page(title=f"Change how urgent it is for {family.head.first_name}", button="Change it", lede=lede)

    def do(form: Any) -> str:
        typed = form.cleaned_data
        told = acting(request, words=typed["words"])
        if typed["priority"]:
            allocating.change_priority(children=[family.child], priority=typed["priority"], **told)
        if typed.get("manager"):
            allocating.change_manager(children=[family.child], manager_id=typed["manager"], **told)
        return "changed"

    return _handled(request, family, PriorityForm, {"managers": managers, "waits": waits}, page, do)


def co_worker(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Name somebody who works beside the lead."""
    family = opened(request, la_child_id, what="naming a co-worker")
    teams = [key for key, _ in teams_of(request.viewer, today=request.today)]
    teams = teams or ([str(family.now.team_id)] if family.now and family.now.team_id else [])
    leads = {row.worker_id for row in family.rows(family.child.pk)}
    workers = [one for one in in_post(teams, today=request.today) if one[0] not in leads]
    page = Page(
        title=f"Name a co-worker for {family.head.first_name}",
        button="Name this co-worker",
        lede=f"{family.head.first_name} is {family.said[family.head.child_id]}. That stays as it is.",
    )

    def do(form: Any) -> str:
        typed = form.cleaned_data
        team_id = family.now.team_id if family.now else None
        allocating.add_co_worker(
            child=family.child,
            worker_id=typed["worker"],
            team_id=team_id,
            on=typed["on"],
            **acting(request, words=typed["words"]),
        )
        return "co_worker"

    return _handled(request, family, CoWorkerForm, {"workers": workers, "today": request.today}, page, do)


def co_worker_end(request: SignedIn, la_child_id: str, allocation_id: str) -> HttpResponse:
    """End a co-worker's part."""
    family = opened(request, la_child_id, what="ending a co-worker's part")
    row = Allocation.objects.filter(child=family.child, pk=allocation_id, role="co_worker").first()
    if row is None or (row.ended_on and row.ended_on <= request.today):
        raise Http404("There is no such co-worker.")
    name = worker_names([row.worker_id]).get(row.worker_id or "", "the co-worker")
    page = Page(title=f"End {name}’s part as co-worker", button="End their part")

    def do(form: Any) -> str:
        typed = form.cleaned_data
        allocating.end_co_worker(allocation=row, on=typed["on"], **acting(request, words=typed["words"]))
        return "co_worker_ended"

    return _handled(request, family, CoWorkerEndForm, {"today": request.today, "earliest": row.started_on}, page, do)


def _handled(
    request: SignedIn,
    family: Family,
    kind: type[forms.Form],
    options: dict[str, Any],
    page: Page,
    do: Callable[[Any], str],
) -> HttpResponse:
    """Show the form; where it is sent and good, do it, and say a refusal or what somebody changed meanwhile."""
    draft = draft_of(request, child=family.child)
    form = kind(request.POST, **options) if request.method == "POST" else filled(kind, draft, **options)
    status = 200
    if refusal := hindered(request.viewer, [family.head], family.held):
        page = Page(title=page.title, button="", lede=page.lede, notes=[refusal])
    elif request.method == "POST" and form.is_valid():
        try:
            said = do(form)
        except allocating.Meanwhile as meanwhile:
            typed = {key: value[-1] for key, value in request.POST.lists()}
            form = kind({**typed, "seen": packed(options["stamps"])}, **options)
            page, status = (
                Page(title=page.title, button=page.button, lede=page.lede, notes=page.notes, clash=str(meanwhile)),
                CLASH,
            )
        except allocating.NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=family.child)
            return back(family.child, said)
    return shown(request, family, form, page, draft=draft, status=status)
