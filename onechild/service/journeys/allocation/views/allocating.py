"""The page that gives a child, with whichever brothers and sisters go along, to a worker or a team's list."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.allocation.forms.parts import FirstForm, packed
from onechild.service.journeys.allocation.opening import (
    Family,
    acting,
    children_of,
    first_visit,
    hindered,
    opened,
    people_of,
    teams_of,
)
from onechild.service.journeys.allocation.tables import lines
from onechild.service.journeys.allocation.views.small_page import CLASH, back
from onechild.service.record.actions import allocating
from onechild.service.record.queries.changing_worker import raised_by_change
from onechild.service.record.queries.names import Head, joined
from onechild.service.record.queries.workload.candidates import added, candidates, order_said
from onechild.service.record.queries.workload.holders import stamps


def allocate(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Choose a worker from the table of loads, or the team's list; why, from when, and what should be done first."""
    family = opened(request, la_child_id, what="allocating")
    asked = request.POST if request.method == "POST" else request.GET
    chosen = family.chosen(asked.getlist("with"))
    ids = [one.child_id for one in chosen]
    teams = teams_of(request.viewer, today=request.today)
    team_id = _team(asked.get("team", ""), family, teams)
    visit = first_visit(ids, today=request.today)
    everybody = candidates(
        team_id=team_id, child_ids=ids, first_by=visit.due_on if visit else None, today=request.today
    )
    found = [one for one in everybody if one.more]  # who holds them all already is no choice
    options: dict[str, Any] = {
        "today": request.today,
        "stamps": stamps(ids, today=request.today),
        "workers": [(one.worker_id, one.held.person.name) for one in found],
        "managers": people_of(team_id, today=request.today),
    }
    draft = draft_of(request, child=family.child)
    form = FirstForm(request.POST, **options) if request.method == "POST" else filled(FirstForm, draft, **options)
    hindrance, clash, status = hindered(request.viewer, chosen, family.held), "", 200
    if request.method == "POST" and not hindrance and form.is_valid():
        try:
            _do(request, form, chosen, team_id)
        except allocating.Meanwhile as meanwhile:
            clash, status = str(meanwhile), CLASH
            form = FirstForm({**_typed(request), "seen": packed(options["stamps"])}, **options)
        except allocating.Protected as protected:
            form.ask_aside = True
            form.add_error("worker", f"{protected} Choose somebody else, or say below why the rule is set aside.")
        except allocating.NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=family.child)
            return back(family.child, "listed" if form.to_list else "allocated")
    context = {
        "family": family,
        "head": family.head,
        "chosen": chosen,
        "names": joined([one.first_name for one in chosen]),
        "form": form,
        "draft": draft,
        "teams": teams,
        "team_id": team_id,
        "team": dict(teams).get(team_id, ""),
        "lines": lines(form["worker"], found),
        "to_list": list(form["worker"])[-1],
        "adds": added(ids, today=request.today),
        "order": order_said(),
        "visit": visit,
        "raised": _raised(chosen, family, request),
        "hindrance": hindrance,
        "clash": clash,
        "ticked": [one.la_child_id for one in chosen[1:]],
    }
    return render(request, "allocation/allocate.html", context, status=status)


def _do(request: SignedIn, form: FirstForm, chosen: list[Head], team_id: str) -> None:
    typed, children = form.cleaned_data, children_of(chosen)
    act = acting(request, words=typed["words"], reason=typed["reason"])
    if form.to_list:
        allocating.put_on_list(
            children=children,
            team_id=team_id,
            manager_id=typed["manager"],
            priority=typed["priority"],
            on=typed["on"],
            seen=form.stamps(),
            **act,
        )
        return
    allocating.assign(
        children=children,
        worker_id=typed["worker"],
        team_id=team_id,
        on=typed["on"],
        priority=typed["priority"] or None,
        first=form.told_first(),
        set_aside=form.told_aside(),
        seen=form.stamps(),
        **act,
    )


def _typed(request: SignedIn) -> dict[str, Any]:
    return {key: value[-1] for key, value in request.POST.lists()}


def _team(asked: str, family: Family, teams: list[tuple[str, str]]) -> str:
    """The team asked for, else the one that has the child, else the viewer's first; empty where they have none."""
    keys = [key for key, _ in teams]
    now = family.now.team_id if family.now else None
    return next((one for one in (asked, now, *keys) if one and one in keys), "")


def _raised(chosen: list[Head], family: Family, request: SignedIn) -> list[tuple[Head, list[str]]]:
    """What a change now would break, of those whom a worker leads on."""
    led = [one for one in chosen if any(row.worker_id for row in family.rows(one.child_id))]
    said = raised_by_change([one.child_id for one in led], today=request.today) if led else {}
    return [(one, said[one.child_id]) for one in led if said.get(one.child_id)]
