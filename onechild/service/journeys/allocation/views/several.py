"""Several waiting children at once: a worker for each, what it makes of every load, then all of it or nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.allocation.forms.parts import packed
from onechild.service.journeys.allocation.forms.small import SeveralForm
from onechild.service.journeys.allocation.opening import acting, hindered, holders_said
from onechild.service.journeys.allocation.views.small_page import CLASH
from onechild.service.record.actions import allocating
from onechild.service.record.models import Child, Team
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.workload.candidates import Candidate, candidates, is_over
from onechild.service.record.queries.workload.holders import lead_rows, stamps

MOST = 40


def allocate_many(request: SignedIn, team_id: str) -> HttpResponse:
    """The children ticked on a team's list: choose for each, see the loads before and after, then allocate them all."""
    check(request.viewer, "allocate")
    team = Team.objects.filter(pk=team_id).first()
    if team is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.sees_all:
        raise NotAllowed("You allocate for the teams that you work in.", ("see_all_children",))
    chosen = _chosen(request)
    request.seen([one.child_id for one in chosen], what="allocating several children")
    everybody = candidates(team_id=team_id, child_ids=[], first_by=None, today=request.today)
    options: dict[str, Any] = {
        "children": [(one.la_child_id, one.name) for one in chosen],
        "workers": [(one.worker_id, _now(one)) for one in everybody],
        "stamps": stamps([one.child_id for one in chosen], today=request.today),
        "today": request.today,
    }
    does = request.POST.get("does", "") if request.method == "POST" else ""
    form = SeveralForm(request.POST if does else None, **options)
    held = lead_rows([one.child_id for one in chosen], on=request.today)
    hindrance, clash, status = hindered(request.viewer, chosen, held), "", 200
    preview: list[dict[str, Any]] = []
    if does and not hindrance and form.is_valid():
        preview = _preview(form, chosen, team_id, request)
        if does == "make":
            try:
                _make(request, form, chosen, team_id)
            except allocating.Meanwhile as meanwhile:
                typed = {key: value[-1] for key, value in request.POST.lists()}
                clash, status = str(meanwhile), CLASH
                form = SeveralForm({**typed, "seen": packed(options["stamps"])}, **options)
            except allocating.Protected as protected:
                form.add_error(
                    None, f"{protected} Set the rule aside on that child’s own page, or choose somebody else."
                )
            except allocating.NotPossible as refused:
                form.add_error(None, str(refused))
            else:
                return HttpResponseRedirect(f"{reverse('team', args=[team_id])}?saved=allocated")
    said = holders_said(held, [one.child_id for one in chosen])
    context = {
        "team": team,
        "chosen": chosen,
        "rows": [(one, said[one.child_id], form[f"worker_{one.la_child_id}"]) for one in chosen],
        "form": form,
        "preview": preview,
        "hindrance": hindrance,
        "clash": clash,
    }
    return render(request, "allocation/several.html", context, status=status)


def _chosen(request: SignedIn) -> list[Head]:
    asked = (request.POST if request.method == "POST" else request.GET).getlist("child")[:MOST]
    ids = Child.objects.filter(la_child_id__in=asked).values_list("pk", flat=True)
    found = heads(list(ids), today=request.today).values()
    return sorted(found, key=lambda one: (one.family_id, one.born_on or request.today, one.la_child_id))


def _now(one: Candidate) -> str:
    held = one.held
    return f"{one.held.person.name}: {held.cases} children, load {held.load:.1f} of {held.target:.1f}"


def _shares(form: SeveralForm, chosen: list[Head]) -> dict[str, list[Head]]:
    by_id, shares = {one.la_child_id: one for one in chosen}, defaultdict(list)
    for la_child_id, worker_id in form.shares().items():
        shares[worker_id].append(by_id[la_child_id])
    return shares


def _preview(form: SeveralForm, chosen: list[Head], team_id: str, request: SignedIn) -> list[dict[str, Any]]:
    """Each worker who gets somebody, before and after."""
    found = []
    for worker_id, heads_ in _shares(form, chosen).items():
        ids = [one.child_id for one in heads_]
        all_ = candidates(team_id=team_id, child_ids=ids, first_by=None, today=request.today)
        one = next(each for each in all_ if each.worker_id == worker_id)
        loads = f"{one.held.load:.1f} to {one.load_after:.1f}"
        over = Tag(f"{one.over_after:.1f} over", "over") if is_over(one) else None
        found.append({"one": one, "children": heads_, "loads": loads, "over": over})
    return found


def _make(request: SignedIn, form: SeveralForm, chosen: list[Head], team_id: str) -> None:
    typed = form.cleaned_data
    shares = _shares(form, chosen)
    rows = {row.pk: row for row in Child.objects.filter(pk__in=[one.child_id for one in chosen])}
    allocating.assign_several(
        shares={key: [rows[one.child_id] for one in heads_] for key, heads_ in shares.items()},
        team_id=team_id,
        on=typed["on"],
        seen=form.stamps(),
        **acting(request, words=typed["words"], reason=typed["reason"]),
    )
