"""The waiting list across the viewer's teams, and the named manager's look at a child who waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.reports.words import capital, does, things
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.duties import children_of
from onechild.service.desk.teams.forms import LookForm
from onechild.service.desk.teams.waiting import Around, Family, Line, families, line
from onechild.service.govuk.words import date_only
from onechild.service.record.actions.staffing.looks import looked
from onechild.service.record.actions.staffing.refused import Refused
from onechild.service.record.models import Child, Oversight, Team
from onechild.service.record.queries.due import due_for, next_of
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, joined, worker_names
from onechild.service.record.queries.workload.waiting_list import (
    LOOK,
    Waits,
    known_of,
    limits,
    waiting,
    waits_of,
)


@needs("see_team", "see_all_children")
def waiting_list(request: Request) -> HttpResponse:
    """List who waits in the viewer's teams, or in all; first, as a fault, those for whom no manager is named."""
    today, viewer = request.today, request.viewer
    everywhere = viewer.may("see_all_children")
    waits = waiting(team_ids=None if everywhere else viewer.team_ids, today=today)
    found = families(waits, _around(waits, today))
    request.seen([head.child_id for one in found for head in one.heads], what="waiting list")
    teams = dict(Team.objects.filter(pk__in={one.team_id for one in waits}).values_list("team_id", "name"))
    drawn = [line(one, viewer, team=teams.get(one.first.team_id, "")) for one in found]
    context = {
        "first": _said(found, today),
        "others": _others(found, today),
        "unnamed": [one for one in drawn if _unnamed(one)],
        "named": [one for one in drawn if not _unnamed(one)],
        "unnamed_children": _children(one for one in drawn if _unnamed(one)),
        "named_children": _children(one for one in drawn if not _unnamed(one)),
        "limits": limits(today=today),
        "everywhere": everywhere,
        "kept": "looked" in request.GET,
    }
    return render(request, "desk/waiting_list.html", context)


def look(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The named manager of a child who waits says what they saw; nobody else's look counts."""
    child = open_child(request, la_child_id, what="a look at a child who waits")
    waits = waits_of([child.pk], today=request.today)
    managers = {one.manager_id for one in waits if one.manager_id}
    mine = bool(managers & {request.viewer.worker_id})
    if request.method == "POST" and waits and not mine:
        raise NotAllowed("The named manager of this child looks.", ("allocate",), child.la_child_id, child.pk)
    draft = draft_of(request, child=child)
    form = LookForm(request.POST) if request.method == "POST" else filled(LookForm, draft)
    if request.method == "POST" and form.is_valid() and _looked(request, child, form):
        done_with(request, child=child)
        return HttpResponseRedirect(f"{reverse('waiting-list')}?looked=yes")
    context = {
        "child": child,
        "head": heads([child.pk], today=request.today)[child.pk],
        "form": form,
        "draft": draft,
        "waits": waits[0] if waits else None,
        "mine": mine,
        "who": joined([worker_names(managers).get(one, NO_WORKER_NAME) for one in sorted(managers)] or [""]),
        "waited": waits[0].worked(request.today) if waits else 0,
        "limits": limits(today=request.today),
        "looks": list(Oversight.objects.filter(child=child, about=LOOK).order_by("-happened_on", "-pk")),
    }
    return render(request, "desk/waiting_look.html", context)


def _looked(request: SignedIn, child: Child, form: LookForm) -> bool:
    try:
        looked(
            child=child,
            words=form.cleaned_data["words"],
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            today=request.today,
        )
    except Refused as refused:
        form.add_error(refused.field, refused.words)
        return False
    return True


def _around(waits: Sequence[Waits], today: date) -> Around:
    """What the lines say, however many wait: nine queries."""
    ids = [one.child_id for one in waits]
    since = {one.child_id: one.since for one in waits}
    known = known_of(ids, member_ids=None, since=since, today=today)
    past = {past.worker_id for one in known.values() for past in one.past[:2]}
    return Around(
        children=children_of(ids, today=today),
        nexts=next_of(due_for(ids, today=today)),
        known=known,
        names=worker_names({*past, *(one.manager_id for one in waits if one.manager_id)}),
        limits=limits(today=today),
        today=today,
    )


def _unnamed(one: Line) -> bool:
    return not all(one.family.manager_ids)


def _children(lines: Iterable[Line]) -> int:
    return sum(len(one.family.waits) for one in lines)


def _said(found: Sequence[Family], today: date) -> str:
    count = sum(len(one.waits) for one in found)
    since = min((one.since for one in found), default=None)
    longest = f", the longest since {date_only(since, today)}" if since else ""
    return f"{capital(things(count, 'child', 'children'))} {does(count, 'waits', 'wait')} for a worker{longest}."


def _others(found: Sequence[Family], today: date) -> str:
    over = sum(len(one.waits) for one in found if one.over)
    unnamed = sum(1 for one in found for each in one.waits if not each.manager_id)
    unseen = sum(len(one.waits) for one in found if all(one.manager_ids) and one.look_by < today)
    if not found:
        return ""
    return (
        f"{capital(things(over, 'child', 'children'))} {does(over, 'waits', 'wait')} past the council’s limit, "
        f"{things(unnamed, 'child', 'children')} {does(unnamed, 'has', 'have')} no named manager, and "
        f"a manager’s look is overdue for {things(unseen, 'child', 'children')}."
    )
