"""What a manager asks of a plan: of whom, from which day, under which rules, and which lines are held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onechild.service.record.models import AllocationPlan, AllocationPlanLine

SECONDS, ALL_TEAMS_SECONDS = 8.0, 20.0
EVENED_OUT = ("team", "council")


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One question. `held` is the worker by child ("" leaves the child waiting), `never` are pairs of child and worker
    ruled out, `takes_none` are workers whom the manager spares. `earlier` is the plan that this one follows."""

    kind: str
    team_ids: tuple[str, ...]
    leaver_id: str | None = None
    leaves_on: date | None = None
    may_move_held: bool = False
    newly_qualified_lead: bool = False
    most_over: float | None = None
    held: Mapping[str, str] = field(default_factory=dict)
    never: frozenset[tuple[str, str]] = frozenset()
    takes_none: frozenset[str] = frozenset()
    earlier: str = ""

    @property
    def seconds(self) -> float:
        """How long the planner may think."""
        return ALL_TEAMS_SECONDS if self.kind == "council" else SECONDS

    @property
    def team_id(self) -> str | None:
        """The team that the plan is about; None for several."""
        return None if self.kind == "council" else self.team_ids[0]

    @property
    def moves_held(self) -> bool:
        """Whether children who have a worker may change hands: evening out is nothing else."""
        return self.may_move_held or self.kind in EVENED_OUT

    def kept(self, groups: Mapping[str, str]) -> dict[str, Any]:
        """This function will return the rules as a plan keeps them: `groups` has each child's number in the plan.

        No child stands in them, so that nothing of a child who is erased is left behind.
        """
        pairs = {(groups[child_id], worker_id) for child_id, worker_id in self.never if child_id in groups}
        return {
            "teams": list(self.team_ids),
            "may_move_held": self.may_move_held,
            "newly_qualified_lead": self.newly_qualified_lead,
            "most_over": self.most_over,
            "never": sorted(pairs),
            "takes_none": sorted(self.takes_none),
            "earlier": self.earlier,
        }


def wish_of(plan: AllocationPlan, lines: Iterable[AllocationPlanLine]) -> Wish:
    """This function will return what was asked of a plan, as far as the viewer may see its children."""
    rules, lines = plan.rules, list(lines)
    ruled_out: dict[str, set[str]] = {}
    for group_id, worker_id in rules.get("never", []):
        ruled_out.setdefault(group_id, set()).add(worker_id)
    return Wish(
        kind=plan.kind,
        team_ids=tuple(rules.get("teams", [])),
        leaver_id=plan.leaver_id,
        leaves_on=plan.leaves_on,
        may_move_held=bool(rules.get("may_move_held")),
        newly_qualified_lead=bool(rules.get("newly_qualified_lead")),
        most_over=rules.get("most_over"),
        held={line.child_id: line.after_worker_id or "" for line in lines if line.by_manager},
        never=frozenset((line.child_id, one) for line in lines for one in ruled_out.get(line.group_id, ())),
        takes_none=frozenset(rules.get("takes_none", [])),
        earlier=rules.get("earlier", ""),
    )
