"""Transfers: ask another team, see what was asked of mine, accept, refuse with a reason, withdraw."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check, needs
from onechild.service.journeys.allocation.forms.parts import FirstForm, packed
from onechild.service.journeys.allocation.forms.small import AskForm, NoForm
from onechild.service.journeys.allocation.opening import (
    acting,
    children_of,
    first_visit,
    hindered,
    opened,
    people_of,
    teams_now,
)
from onechild.service.journeys.allocation.queries import Asked, asked_of, requests_for
from onechild.service.journeys.allocation.tables import lines
from onechild.service.journeys.allocation.views.small_page import CLASH, Page, back, shown
from onechild.service.record.actions import allocating
from onechild.service.record.queries.changing_worker import raised_by_change
from onechild.service.record.queries.workload.candidates import added, candidates, order_said
from onechild.service.record.queries.workload.holders import stamps


def ask(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Ask another team to take a child over; what the change would break is told first."""
    family = opened(request, la_child_id, what="asking another team to take the child over")
    held = {row.team_id for row in family.rows(family.child.pk)}
    teams = [one for one in teams_now(request.today) if one[0] not in held]
    raised = raised_by_change([family.child.pk], today=request.today)
    page = Page(
        title=f"Ask another team to take {family.head.first_name} over",
        button="Ask this team",
        lede=f"{family.head.first_name} is {family.said[family.child.pk]}. Nothing changes until the team accepts.",
        notes=raised.get(family.child.pk, ()),
    )
    options: dict[str, Any] = {"teams": teams, "family": family.choices, "today": request.today}
    draft = draft_of(request, child=family.child)
    form = AskForm(request.POST, **options) if request.method == "POST" else filled(AskForm, draft, **options)
    if refusal := hindered(request.viewer, [family.head], family.held):
        page = Page(title=page.title, button="", lede=page.lede, notes=[refusal])
    elif request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        chosen = family.chosen(typed.get("together", ()))
        try:
            allocating.ask_transfer(
                children=children_of(chosen),
                to_team_id=typed["team"],
                move_on=typed["move_on"],
                raised=raised_by_change([one.child_id for one in chosen], today=request.today),
                **acting(request, words=typed["words"], reason=typed["reason"]),
            )
        except allocating.NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=family.child)
            return back(family.child, "asked")
    return shown(request, family, form, page, draft=draft)


@needs("allocate")
def transfers(request: SignedIn) -> HttpResponse:
    """What other teams ask of mine, what mine ask of others, and what was answered lately."""
    found = asked_of(request.viewer, today=request.today)
    request.seen([child_id for one in found.all for child_id in one.child_ids], what="transfers")
    context = {"found": found, "saved": request.GET.get("saved") == "answered"}
    return render(request, "allocation/transfers.html", context)


def transfer(request: SignedIn, transfer_id: str) -> HttpResponse:
    """One request: what is asked and why; the team asked accepts or refuses, the team that asks withdraws."""
    check(request.viewer, "allocate")
    one = requests_for(transfer_id, today=request.today)
    if one is None:
        raise Http404("There is no such request.")
    request.seen(one.child_ids, what="a transfer")
    mine = request.viewer.sees_all or one.to_team_id in request.viewer.team_ids
    theirs = request.viewer.sees_all or one.from_team_id in request.viewer.team_ids
    if not mine and not theirs:
        raise NotAllowed("This is between two other teams.", ("allocate",))
    return _answering(request, one, mine=mine and one.is_open, theirs=theirs and one.is_open)


def _answering(request: SignedIn, one: Asked, *, mine: bool, theirs: bool) -> HttpResponse:
    ids, child = list(one.child_ids), one.rows[0].child
    visit = first_visit(ids, today=request.today)
    by = visit.due_on if visit else None
    found = candidates(team_id=one.to_team_id, child_ids=ids, first_by=by, today=request.today) if mine else []
    options: dict[str, Any] = {
        "today": request.today,
        "stamps": stamps(ids, today=request.today),
        "workers": [(each.worker_id, each.held.person.name) for each in found],
        "managers": people_of(one.to_team_id, today=request.today),
        "initial": {"on": one.move_on or request.today, "reason": one.rows[0].reason or ""},
    }
    does = request.POST.get("does", "") if request.method == "POST" else ""
    draft = draft_of(request, child=child)
    form = FirstForm(request.POST, **options) if does == "accept" else filled(FirstForm, draft, **options)
    no = NoForm(request.POST if does in ("refuse", "withdraw") else None)
    clash, status = "", 200
    try:
        if (does == "refuse" and mine) or (does == "withdraw" and theirs):
            if no.is_valid():
                told = acting(request, words=no.cleaned_data["no_words"])
                refuse = allocating.refuse_transfer if does == "refuse" else allocating.withdraw_transfer
                refuse(requests=one.rows, **told)
                return _done(request, one)
        elif does == "accept" and mine and form.is_valid():
            _accept(request, one, form)
            return _done(request, one)
    except allocating.Meanwhile as meanwhile:
        typed = {key: value[-1] for key, value in request.POST.lists()}
        clash, status = str(meanwhile), CLASH
        form = FirstForm({**typed, "seen": packed(options["stamps"])}, **options)
    except allocating.Protected as protected:
        form.ask_aside = True
        form.add_error("worker", f"{protected} Choose somebody else, or say below why the rule is set aside.")
    except allocating.NotPossible as refused:
        (form if does == "accept" else no).add_error(None, str(refused))
    context = {
        "one": one,
        "form": form,
        "no": no,
        "problem": no if does in ("refuse", "withdraw") else form,
        "draft": draft,
        "mine": mine,
        "theirs": theirs,
        "lines": lines(form["worker"], found),
        "to_list": list(form["worker"])[-1],
        "adds": added(ids, today=request.today),
        "order": order_said(),
        "visit": visit,
        "clash": clash,
    }
    return render(request, "allocation/transfer.html", context, status=status)


def _accept(request: SignedIn, one: Asked, form: FirstForm) -> None:
    typed = form.cleaned_data
    allocating.accept_transfer(
        requests=one.rows,
        on=typed["on"],
        worker_id=None if form.to_list else typed["worker"],
        manager_id=typed["manager"] or None,
        priority=typed["priority"] or None,
        first=form.told_first(),
        set_aside=form.told_aside(),
        seen=form.stamps(),
        **acting(request, words=typed["words"], reason=typed["reason"]),
    )


def _done(request: SignedIn, one: Asked) -> HttpResponseRedirect:
    done_with(request, child=one.rows[0].child)
    return HttpResponseRedirect(f"{reverse('transfers')}?saved=answered")
