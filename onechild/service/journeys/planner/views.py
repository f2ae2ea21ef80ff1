"""The pages of the planner: what to plan, a plan with its lines, and working it out again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.errors import CannotProceed
from onechild.service.access.drafts.actions import drop_draft
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import moment
from onechild.service.journeys.planner.forms import LEADS, AskForm
from onechild.service.journeys.planner.plans import found, saying
from onechild.service.journeys.planner.plans.lines import LinesForm, Row, called, rows_of
from onechild.service.journeys.planner.plans.working_out import Author, work_out
from onechild.service.journeys.planner.wishes import Wish, wish_of
from onechild.service.record.models import Allocation, AllocationPlan
from onechild.service.record.queries.names import Head, heads, worker_names
from onechild.service.record.queries.workload.first_year import rule_binds

PAGE = 100  # families on a page of a plan
CLASH, CANNOT = 409, 422


def planner(request: SignedIn) -> HttpResponse:
    """Ask for a plan; and the plans that are proposed and not made."""
    check(request.viewer, "allocate")
    teams = found.teams_of(request.viewer, today=request.today)
    options: dict[str, Any] = {
        "teams": [(team.pk, team.name) for team in teams],
        "leavers": _leavers(teams),
        "all_teams": len(teams) > 1,
        "today": request.today,
        "binds": rule_binds(today=request.today),
    }
    draft = draft_of(request)
    if draft is None and request.method != "POST":
        options["initial"] = {"rules": [] if options["binds"] else [LEADS], **_asked_for(request)}
    form = AskForm(request.POST, **options) if request.method == "POST" else filled(AskForm, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            plan = work_out(form.wish(), author=author_of(request))
        except CannotProceed as refused:
            form.add_error(None, _sentence(refused))
            status = CANNOT
        else:
            done_with(request)
            return HttpResponseRedirect(reverse("plan", args=[plan.pk]))
    context = {"form": form, "draft": draft, "teams": teams, "open": _open_table(request)}
    return render(request, "planner/planner.html", context, status=status)


def plan(request: SignedIn, plan_id: str) -> HttpResponse:
    """A plan: what it says, the workers before and after, each family with its reasons, and how good it is."""
    row = found.plan_for(request.viewer, plan_id)
    return _shown(request, row, LinesForm if row.state == "draft" else None)


def again(request: SignedIn, plan_id: str) -> HttpResponse:
    """Work the plan out again with the lines that were held, ruled out or spared: a new plan, beside the old one."""
    row = found.plan_for(request.viewer, plan_id)
    if request.method != "POST" or row.state != "draft":
        return _shown(request, row, LinesForm if row.state == "draft" else None, status=_of(request))
    families = found.families_of(row, today=request.today)
    named = heads([child_id for one in families for child_id in one.child_ids], today=request.today)
    form = _lines(request, row, _page(request, families, named), wish_of(row, _lines_of(families)), named)
    if not form.is_valid():
        return _shown(request, row, form, status=CANNOT)
    try:
        with transaction.atomic():
            made = work_out(form.changed_wish(row), author=author_of(request))
    except CannotProceed as refused:
        form.add_error(None, _sentence(refused))
        return _shown(request, row, form, status=CANNOT)
    _forget(request, plan_id)
    return HttpResponseRedirect(reverse("plan", args=[made.pk]))


def _asked_for(request: SignedIn) -> dict[str, str]:
    """What a link from a worker's page asks for: whose day to plan. A worker who is not of the choices is no choice."""
    if request.GET.get("kind") != "leaver":
        return {}
    return {"kind": "leaver", "leaver": f"{request.GET.get('team', '')}|{request.GET.get('worker', '')}"}


def author_of(request: SignedIn) -> Author:
    """This function will return who plans, and when."""
    worker_id, name = request.viewer.worker_id, request.viewer.name
    return Author(by=request.user, worker_id=worker_id, name=name, now=request.now, today=request.today)


def _forget(request: SignedIn, plan_id: str) -> None:
    """Let go of what was typed: it is in the new plan. The form stands on two pages."""
    for name in ("plan", "plan-again"):
        drop_draft(user=request.user, kind=name, child=None, about=plan_id)


def _of(request: SignedIn) -> int:
    """Whoever sent lines of a plan that is open no more is told, and sees both."""
    return CLASH if request.method == "POST" else 200


def _shown(
    request: SignedIn, row: AllocationPlan, form: LinesForm | type[LinesForm] | None, *, status: int = 200
) -> HttpResponse:
    families = found.families_of(row, today=request.today)
    named = heads([child_id for one in families for child_id in one.child_ids], today=request.today)
    families = [one for one in families if any(child_id in named for child_id in one.child_ids)]
    page = page_asked(request.POST or request.GET, families, size=PAGE)
    request.seen([one for family in page for one in family.child_ids], what="an allocation plan", kind="list")
    draft = draft_of(request) if form is LinesForm and request.method != "POST" else None
    if form is LinesForm:
        form = _lines(request, row, list(page), wish_of(row, _lines_of(families)), named, draft)
    names = _names(row, families)
    rows = rows_of(list(page), named, names, form if isinstance(form, LinesForm) else None, request.today)
    first, *others = saying.lead(row, families)
    context = {
        "plan": row,
        "title": saying.title(row, names),
        "first": first,
        "others": " ".join(others),
        "differs": saying.differences(families),
        "workers": saying.workers(row),
        "moving": [one for one in rows if one.family.changes or one.family.waits],
        "staying": [one for one in rows if not one.family.changes and not one.family.waits],
        "page": page,
        "form": form,
        "draft": draft,
        "typed": _typed(request, rows, names) if form is None else [],
        "moved": sum(one.moved for one in families),
        "newer": found.newer(row),
        "earlier": row.rules.get("earlier", ""),
        "to_make": any(one.changes for one in families),
        "left": [one for one in rows if one.family.line.not_made_words],
        "made": sum(one.line.move_id is not None for one in families),
        "begins": found.begins_on(row) if row.state == "made" else None,
        "said_at": moment(row.solved_at, request.today) if row.solved_at else "",
    }
    return render(request, "planner/plan.html", context, status=status)


def _typed(request: SignedIn, rows: Sequence[Row], names: dict[str, str]) -> list[str]:
    """What somebody chose in lines of a plan that is open no more: not used, and not lost."""
    chosen = [(row.name, request.POST.get(f"to-{row.family.line.group_id}", "")) for row in rows]
    return [f"{name}: {names.get(worker_id, 'leave waiting')}" for name, worker_id in chosen if worker_id]


def _page(request: SignedIn, families: Sequence[found.Family], named: dict[str, Head]) -> list[found.Family]:
    shown = [one for one in families if any(child_id in named for child_id in one.child_ids)]
    return list(page_asked(request.POST, shown, size=PAGE))


def _lines(
    request: SignedIn, row: AllocationPlan, families: Sequence[found.Family], wish: Wish, named: dict[str, Head],
    draft: Draft | None = None,
) -> LinesForm:  # fmt: skip
    options: dict[str, Any] = {
        "plan": row,
        "families": families,
        "wish": wish,
        "names": _names(row, families),
        "called": called(families, named),
    }
    return LinesForm(request.POST, **options) if request.method == "POST" else filled(LinesForm, draft, **options)


def _names(row: AllocationPlan, families: Sequence[found.Family]) -> dict[str, str]:
    """Workers by id: as the plan has them, and whoever else a line names."""
    known = {one["worker_id"]: one["name"] for one in row.loads}
    asked = {row.leaver_id, *(one.earlier for one in families)}
    asked |= {worker for one in families for worker in (one.line.before_worker_id, one.line.after_worker_id)}
    return known | worker_names({one for one in asked if one and one not in known})


def _lines_of(families: Sequence[found.Family]) -> list[Any]:
    return [line for family in families for line in family.lines]


def _leavers(teams: Sequence[Any]) -> list[tuple[str, str]]:
    """Who holds a child of these teams whom the viewer may see, once a team."""
    rows = Allocation.objects.filter(
        role="lead", ended_on=None, worker__isnull=False, team_id__in=[one.pk for one in teams]
    )
    pairs = set(rows.values_list("team_id", "worker_id").distinct())
    names, teams_by_id = worker_names({worker_id for _team, worker_id in pairs}), {one.pk: one.name for one in teams}
    found_ = [
        (f"{team_id}|{worker_id}", f"{names.get(worker_id, worker_id)}, {teams_by_id[team_id]}")
        for team_id, worker_id in pairs
    ]
    return sorted(found_, key=lambda pair: pair[1])


def _open_table(request: SignedIn) -> Table:
    rows = found.open_plans(request.viewer)
    names = worker_names(row.leaver_id for row in rows)
    return Table(
        label="Plans proposed and not made",
        columns=[Column("Plan"), Column("Worked out"), Column("By")],
        rows=[
            [
                Cell(text=saying.title(row, names).removeprefix("Plan: "), href=reverse("plan", args=[row.pk])),
                moment(row.solved_at, request.today) if row.solved_at else "",
                row.by_name,
            ]
            for row in rows
        ],
        empty="No plan is open. What you work out stands here until it is made so or dropped.",
    )


def _sentence(refused: Exception) -> str:
    said = str(refused)
    return f"{said[:1].upper()}{said[1:]}."
