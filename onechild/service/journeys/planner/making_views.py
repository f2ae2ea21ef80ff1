"""The pages that make a plan so, with a look at it first, and that drop it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.planner.forms import DropForm, MakeForm
from onechild.service.journeys.planner.plans import found, saying
from onechild.service.journeys.planner.plans.lines import Row, rows_of
from onechild.service.journeys.planner.plans.making import NotOpen, drop, make
from onechild.service.journeys.planner.views import CLASH, author_of
from onechild.service.record.models import AllocationPlan
from onechild.service.record.queries.changing_worker import raised_by_change
from onechild.service.record.queries.names import heads, worker_names


def making(request: SignedIn, plan_id: str) -> HttpResponse:
    """Look at what would change hands and what that would break; then make it so."""
    row = found.plan_for(request.viewer, plan_id)
    if row.state != "draft":
        return _over(request, row)
    draft = draft_of(request)
    options: dict[str, Any] = {"today": request.today, "leaves_on": row.leaves_on}
    form = MakeForm(request.POST, **options) if request.method == "POST" else filled(MakeForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            make(plan=row, author=author_of(request), **form.cleaned_data)
        except NotOpen as refused:
            return _over(request, row, str(refused))
        done_with(request)
        return HttpResponseRedirect(reverse("plan", args=[row.pk]))
    moving = [one for one in found.families_of(row, today=request.today) if one.changes]
    context = _context(request, row, moving) | {"form": form, "draft": draft}
    return render(request, "planner/make.html", context)


def dropping(request: SignedIn, plan_id: str) -> HttpResponse:
    """Put a plan aside, with a reason: nobody changes worker by it."""
    row = found.plan_for(request.viewer, plan_id)
    if row.state != "draft":
        return _over(request, row)
    draft = draft_of(request)
    form = DropForm(request.POST) if request.method == "POST" else filled(DropForm, draft)
    if request.method == "POST" and form.is_valid():
        try:
            drop(plan=row, words=form.cleaned_data["words"], author=author_of(request))
        except NotOpen as refused:
            return _over(request, row, str(refused))
        done_with(request)
        return HttpResponseRedirect(reverse("planner"))
    title = saying.title(row, worker_names([row.leaver_id]))
    return render(request, "planner/drop.html", {"plan": row, "title": title, "form": form, "draft": draft})


def _over(request: SignedIn, row: AllocationPlan, words: str = "") -> HttpResponse:
    """Somebody made or dropped it meanwhile: told, with what was typed still there to be read."""
    row.refresh_from_db()
    typed = request.POST.get("words", "")
    context = {"plan": row, "words": words, "typed": typed, "newer": found.newer(row)}
    context |= {"title": saying.title(row, worker_names([row.leaver_id]))}
    return render(request, "planner/over.html", context, status=CLASH if request.method == "POST" else 200)


def _context(request: SignedIn, row: AllocationPlan, moving: Sequence[found.Family]) -> dict[str, Any]:
    ids = [child_id for one in moving for child_id in one.child_ids]
    named = heads(ids, today=request.today)
    request.seen(named, what="an allocation plan, before it is made so", kind="list")
    names = {one["worker_id"]: one["name"] for one in row.loads}
    leads = [child_id for one in moving if one.line.before_worker_id for child_id in one.child_ids]
    raised = raised_by_change(leads, today=request.today) if leads else {}
    return {
        "plan": row,
        "title": saying.title(row, names),
        "moving": [(one, _breaks(one, raised)) for one in rows_of(moving, named, names, None, request.today)],
        "children": len(named),
        "workers": saying.workers(row),
        "moved": sum(one.moved for one in moving),
    }


def _breaks(row: Row, raised: dict[str, list[str]]) -> list[str]:
    """What a change of worker now would break, each sentence once for brothers and sisters."""
    return list(dict.fromkeys(said for child_id in row.family.child_ids for said in raised.get(child_id, ())))
