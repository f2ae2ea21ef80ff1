"""The shapes of a plan: workers with their targets, families who move together, the rules, and what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onechild.errors import CannotProceed

STATUTORY = frozenset({"protection", "court"})


@dataclass(frozen=True, kw_only=True)
class Worker:
    """Somebody who could hold children. `target` is that worker's own, by hours and role; `holds` counts children whom
    the plan leaves with them. `takes` is False for somebody absent, leaving or over what a manager allows."""

    worker_id: str
    name: str
    target: float
    holds: int = 0
    weighs: float = 0.0
    takes: bool = True
    full_time: bool = True
    newly_qualified: bool = False
    languages: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Brothers and sisters whose work is done together; one child alone is a group of one.

    `worker_id` holds them now (None: they wait). `leaves` says that they must leave that worker. `kind` is the work's:
    protection, court, care, need, assessment. `knew` are workers who held them before; `priority` 1 comes first.
    """

    group_id: str
    children: int
    weighs: float
    kind: str = "need"
    worker_id: str | None = None
    leaves: bool = False
    priority: int = 3
    waited_days: int = 0
    knew: frozenset[str] = frozenset()
    siblings_with: frozenset[str] = frozenset()
    language: str = ""
    area: str = ""

    @property
    def waits(self) -> bool:
        """Whether somebody must be found for them."""
        return self.worker_id is None or self.leaves


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the council allows: who may hold protection and court work, and whether held cases may change hands.

    `held` fixes a group's worker ("" leaves it waiting); `never` are pairs of group and worker ruled out.
    """

    newly_qualified_lead_statutory: bool = False
    may_move_held: bool = True
    most_over: float | None = None
    held: Mapping[str, str] = field(default_factory=dict)
    never: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is planned: the workers, the groups, the rules."""

    workers: tuple[Worker, ...]
    groups: tuple[Group, ...]
    rules: Rules = Rules()

    def __post_init__(self) -> None:
        known = {worker.worker_id for worker in self.workers}
        if len(known) < len(self.workers) or len({group.group_id for group in self.groups}) < len(self.groups):
            raise CannotProceed("a worker or a family stands in the plan twice")
        for group in self.groups:
            if group.worker_id is not None and group.worker_id not in known:
                raise CannotProceed(f"{group.group_id} is held by {group.worker_id}, who is not in the plan")
        for group_id, worker_id in self.rules.held.items():
            if worker_id and worker_id not in known:
                raise CannotProceed(f"{group_id} is to go to {worker_id}, who is not in the plan")


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is proposed for one group: from whom to whom (None: still waiting), and why, in words."""

    group_id: str
    before: str | None
    after: str | None
    reasons: tuple[str, ...]
    by_manager: bool = False

    @property
    def changes(self) -> bool:
        """Whether the group goes into other hands."""
        return self.before != self.after


@dataclass(frozen=True, kw_only=True)
class Load:
    """One worker before and after: children, weighted load, and how far over their own target."""

    worker_id: str
    name: str
    target: float
    before: int
    after: int
    weighs_before: float
    weighs_after: float

    @property
    def over_before(self) -> float:
        """Children above the target as things are; nought at or under it."""
        return max(0.0, self.before - self.target)

    @property
    def over_after(self) -> float:
        """Children above the target as proposed."""
        return max(0.0, self.after - self.target)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How good the plan is known to be at one aim: what it reaches, what no plan could better, the gap (0..1)."""

    aim: str
    reached: float
    bound: float
    seconds: float

    @property
    def gap(self) -> float:
        """The part of the value reached that could still be saved; 0 where it is proved to be the best."""
        return 0.0 if self.reached <= self.bound else (self.reached - self.bound) / max(1.0, abs(self.reached))


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A whole proposal: a line for each group, a load for each worker, and the proof of each aim."""

    lines: tuple[Line, ...]
    loads: tuple[Load, ...]
    proofs: tuple[Proof, ...]

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Groups that nobody could take."""
        return tuple(line for line in self.lines if line.after is None)

    @property
    def moves(self) -> int:
        """Groups that change from one worker to another."""
        return sum(line.changes and line.before is not None for line in self.lines)

    @property
    def largest_over(self) -> float:
        """How far the worker furthest over target would be over it."""
        return max((load.over_after for load in self.loads), default=0.0)

    @property
    def gap(self) -> float:
        """The largest gap of any aim."""
        return max((proof.gap for proof in self.proofs), default=0.0)
