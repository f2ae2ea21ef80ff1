"""Works a plan out from the record and keeps it, with a line for each child and a load for each worker."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onechild.knowledge.planning import Proposal, propose, short_of
from onechild.service.journeys.planner.reading.picture import Picture, picture_of
from onechild.service.journeys.planner.wishes import Wish
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.models import AllocationPlan, AllocationPlanLine
from onechild.service.record.queries.workforce import targets

GAP, THREADS = 0.01, 2


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who plans, and when."""

    by: Person
    worker_id: str | None
    name: str
    now: datetime
    today: date


def work_out(wish: Wish, *, author: Author) -> AllocationPlan:
    """This function will solve what was asked and keep the plan, a draft. It moves nobody.

    It thinks for `wish.seconds` at most. A plan that it follows is dropped, and stays to be compared with. It raises
    CannotProceed where no plan keeps all of the rules.
    """
    picture = picture_of(wish, today=author.today)
    began = time.monotonic()
    proposal = propose(picture.gathered.asked, seconds=wish.seconds, gap=GAP, workers=THREADS)
    took = time.monotonic() - began
    words = _said(picture, proposal, author.today)
    numbers = {group_id: str(place) for place, group_id in enumerate(picture.gathered.members, start=1)}
    by_child = {
        child_id: numbers[group_id] for group_id, members in picture.gathered.members.items() for child_id in members
    }
    with change_set(by=author.by, kind="edit", words="Allocation plan worked out"):
        plan = AllocationPlan.objects.create(
            happened_on=author.today,
            recorded_on=author.today,
            kind=wish.kind,
            team_id=wish.team_id,
            leaver_id=wish.leaver_id,
            leaves_on=wish.leaves_on,
            rules=wish.kept(by_child) | words,
            loads=_loads(picture, proposal),
            proofs=[_proof(one) for one in proposal.proofs],
            seconds=took,
            solved_at=author.now,
            by_worker_id=author.worker_id,
            by_name=author.name,
        )
        AllocationPlanLine.objects.bulk_create(_lines(plan, picture, proposal, numbers, author.today))
        _follow(wish.earlier, author)
    return plan


def _said(picture: Picture, proposal: Proposal, today: date) -> dict[str, Any]:
    """What stands in words beside the plan: of workers and of numbers, never of a child."""
    short = short_of(picture.gathered.asked, full_time_target=targets(today=today).full_time)
    return {
        "said": list(proposal.said),
        "short": list(short.words),
        "short_exact": short.exact,
        "short_whole": short.whole,
        "notes": list(picture.gathered.notes),
        "left_out": list(picture.left_out()),
        "aside": picture.aside,
        "hidden": picture.in_hand.hidden,
    }


def _loads(picture: Picture, proposal: Proposal) -> list[dict[str, Any]]:
    families = _families(proposal)
    workers = {worker.worker_id: worker for worker in picture.gathered.asked.workers}
    return [
        {
            "worker_id": load.worker_id,
            "name": load.name,
            "team_id": workers[load.worker_id].team_id,
            "fte": picture.staff.persons[load.worker_id].fte,
            "manages": workers[load.worker_id].manages,
            "newly_qualified": workers[load.worker_id].newly_qualified,
            "target": load.target,
            "families": picture.staff.held[load.worker_id].families,
            "families_after": picture.staff.held[load.worker_id].families + families[load.worker_id],
            "before": load.before,
            "after": load.after,
            "weighs": load.weighs_before,
            "weighs_after": load.weighs_after,
            "over": load.over_before,
            "over_after": load.over_after,
            "takes": workers[load.worker_id].takes,
            "why_not": workers[load.worker_id].why_not,
        }
        for load in proposal.loads
    ]


def _families(proposal: Proposal) -> Counter[str]:
    """How many families each worker gains, or loses."""
    found: Counter[str] = Counter()
    for line in proposal.lines:
        if line.changes:
            found.update([line.after] if line.after else [])
            found.subtract([line.before] if line.before else [])
    return found


def _proof(proof: Any) -> dict[str, Any]:
    return {"aim": proof.aim, "reached": proof.reached, "bound": proof.bound, "gap": proof.gap}


def _lines(
    plan: AllocationPlan, picture: Picture, proposal: Proposal, numbers: Mapping[str, str], today: date
) -> list[AllocationPlanLine]:
    names = {worker.worker_id: worker.name for worker in picture.gathered.asked.workers}
    groups = {group.group_id: group for group in picture.gathered.asked.groups}
    loads = {load.worker_id: load for load in proposal.loads}
    return [
        AllocationPlanLine(
            child_id=child_id,
            plan=plan,
            recorded_on=today,
            group_id=numbers[line.group_id],
            work=groups[line.group_id].kind,
            weighs=picture.children[child_id].weighs,
            before_worker_id=line.before,
            after_worker_id=line.after,
            before_team_id=picture.children[child_id].team_id or None,
            after_team_id=picture.children[child_id].team_id or None,
            reasons=[*(line.reasons or _room(line, loads)), *_co_work(line, names)],
            by_manager=line.by_manager,
        )
        for line in proposal.lines
        for child_id in picture.gathered.members[line.group_id]
    ]


def _room(line: Any, loads: Mapping[str, Any]) -> list[str]:
    """Where nothing speaks for this worker more than for another."""
    if line.after is None:
        return []
    load = loads[line.after]
    has = "Has room" if load.over_after == 0 else "Is least over target"
    return [f"{has}: {load.after} children of {load.target:.1f} with all that is proposed."]


def _co_work(line: Any, names: Mapping[str, str]) -> list[str]:
    if not line.co_work_needed:
        return []
    able = [names[worker_id] for worker_id in line.co_work]
    told = f" {' or '.join(able[:3])} could." if able else ""
    return [f"A newly qualified worker would lead this: it needs somebody to co-work.{told}"]


def _follow(earlier: str, author: Author) -> None:
    """Put the plan before aside, if it still stood open."""
    for row in AllocationPlan.objects.select_for_update().filter(pk=earlier, state="draft"):
        row.state, row.words = "dropped", f"Worked out again by {author.name}."
        row.save(update_fields=["state", "words"])
