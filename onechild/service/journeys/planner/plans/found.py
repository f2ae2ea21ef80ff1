"""Finds a plan for its viewer: its lines as far as they may see the children, what changed since, what was before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.http import Http404
from django.urls import reverse

from onechild.service.access.viewer import NotAllowed, Viewer, check
from onechild.service.journeys.planner.plans.making import changes
from onechild.service.journeys.planner.reading.children import held_now
from onechild.service.record.models import AllocationMove, AllocationPlan, AllocationPlanLine, Team
from onechild.service.record.queries.work.waiting import Somebody, Waiting

NO_PLAN = "There is no such plan."


@dataclass(frozen=True, kw_only=True)
class Family:
    """Brothers and sisters with one line: those of a plan whom the viewer may see. `earlier` is whom the plan before
    proposed, where that was somebody else: a worker, "" for nobody, None where it said the same or nothing."""

    lines: tuple[AllocationPlanLine, ...]
    moved: bool = False
    earlier: str | None = None

    @property
    def line(self) -> AllocationPlanLine:
        """What is said of all of them."""
        return self.lines[0]

    @property
    def child_ids(self) -> list[str]:
        """The children."""
        return [line.child_id for line in self.lines]

    @property
    def changes(self) -> bool:
        """Whether somebody else would hold them."""
        return changes(self.line)

    @property
    def waits(self) -> bool:
        """Whether nobody would hold them, or whoever leaves."""
        return self.line.after_worker_id is None


def plan_for(viewer: Viewer, plan_id: str) -> AllocationPlan:
    """This function will return a plan of the viewer's own teams. Raises Http404 and NotAllowed."""
    check(viewer, "allocate")
    plan = AllocationPlan.objects.filter(pk=plan_id).first()
    if plan is None:
        raise Http404(NO_PLAN)
    teams = plan.rules.get("teams", [])
    if not viewer.may("see_all_children") and not set(teams) <= set(viewer.team_ids):
        raise NotAllowed("You plan for the teams that you work in.", ("allocate",))
    return plan


def families_of(plan: AllocationPlan, *, today: date) -> list[Family]:
    """This function will return the plan's lines by family, those who move or wait first: three queries."""
    lines = list(AllocationPlanLine.objects.filter(plan=plan))
    groups: defaultdict[tuple[str, str | None], list[AllocationPlanLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (int(one.group_id), one.child_id)):
        groups[line.group_id, line.after_worker_id].append(line)
    found = [Family(lines=tuple(some)) for some in groups.values()]
    if plan.state == "draft":
        held = held_now([line.child_id for line in lines], today=today)
        found = [replace(one, moved=_moved(one, held)) for one in found]
    found = _beside(found, plan)
    return sorted(found, key=lambda one: (not one.changes, not one.waits, int(one.line.group_id)))


def _moved(family: Family, held: dict[str, tuple[str | None, str | None]]) -> bool:
    return any(held.get(line.child_id) != (line.before_worker_id, line.before_team_id) for line in family.lines)


def _beside(found: Sequence[Family], plan: AllocationPlan) -> list[Family]:
    earlier = plan.rules.get("earlier", "")
    if not earlier:
        return list(found)
    rows = AllocationPlanLine.objects.filter(plan_id=earlier).values_list("child_id", "after_worker_id")
    before = {child_id: worker_id or "" for child_id, worker_id in rows}
    return [replace(one, earlier=_differs(one.line, before)) for one in found]


def _differs(line: AllocationPlanLine, before: dict[str, str]) -> str | None:
    was = before.get(line.child_id)
    return was if was is not None and was != (line.after_worker_id or "") else None


def begins_on(plan: AllocationPlan) -> date | None:
    """This function will return from which day a plan that was made so holds: one query."""
    return AllocationMove.objects.filter(plan=plan).values_list("happened_on", flat=True).order_by("happened_on").last()


def newer(plan: AllocationPlan) -> AllocationPlan | None:
    """This function will return the plan that was worked out from this one, the last if there are several."""
    return AllocationPlan.objects.filter(rules__earlier=plan.pk).order_by("-solved_at").first()


def open_plans(viewer: Viewer) -> list[AllocationPlan]:
    """This function will return the drafts of the viewer's teams, the newest first; all of them for who sees all."""
    rows = AllocationPlan.objects.filter(state="draft").select_related("team").order_by("-solved_at")
    if viewer.may("see_all_children"):
        return list(rows[:50])
    mine = set(viewer.team_ids)
    return [row for row in rows[:200] if set(row.rules.get("teams", [])) <= mine]


def teams_of(viewer: Viewer, *, today: date) -> list[Team]:
    """This function will return the teams that the viewer plans for: their own, or all."""
    rows = Team.objects.exclude(ended_on__lte=today).order_by("name")
    return list(rows if viewer.may("see_all_children") else rows.filter(pk__in=viewer.team_ids))


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return the viewer's own plans that were neither made so nor dropped: one query."""
    if not viewer.may("allocate"):
        return []
    rows = (
        AllocationPlan.objects.filter(state="draft", by_name=viewer.name).select_related("team").order_by("solved_at")
    )
    return [
        Waiting(
            title=f"A plan of {_whom(row)} is proposed and not made",
            does="Make it so or drop it",
            page=reverse("plan", args=[row.pk]),
            since=row.solved_at,
        )
        for row in rows
    ]


def _whom(row: AllocationPlan) -> str:
    return row.team.name if row.team else "all teams"
