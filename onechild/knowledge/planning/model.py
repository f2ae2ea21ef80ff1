"""The shapes of a plan: workers with their targets, families who move together, the rules, and what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onechild.errors import CannotProceed

STATUTORY = frozenset({"protection", "court"})


@dataclass(frozen=True, kw_only=True)
class Worker:
    """Somebody who could hold children. `target` is that worker's own, by hours and role; `holds` counts children whom
    the plan leaves with them. `takes` is False for somebody absent, leaving or whom a manager spares; `at_most_new` is
    how many children more they may be given at most. Who `manages` takes none and is never counted as over."""

    worker_id: str
    name: str
    target: float
    holds: int = 0
    weighs: float = 0.0
    takes: bool = True
    team_id: str = ""
    fte: float | None = 1.0
    manages: bool = False
    at_most_new: int | None = None
    newly_qualified: bool = False
    languages: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Brothers and sisters whose work is done together; one child alone is a group of one.

    `worker_id` holds them now (None: they wait). `leaves` says that they must leave that worker. `kind` is the work's:
    protection, court, care, need, assessment. `knew` are workers who held them before; `never` are those whom a child
    asked not to have; `priority` 1 comes first. `stays` keeps them where they are, whatever the plan.
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
    never: frozenset[str] = frozenset()
    team_id: str = ""
    in_assessment: bool = False
    stays: bool = False
    language: str = ""
    area: str = ""

    @property
    def waits(self) -> bool:
        """Whether somebody must be found for them."""
        return self.worker_id is None or self.leaves


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the council allows: who may hold protection and court work, and whether held cases may change hands.

    `held` fixes a group's worker ("" leaves it waiting); `never` are pairs of group and worker ruled out. A change in
    the middle of an assessment counts as `assessment_counts` changes. Nobody is given children so as to be more than
    `most_over` over target.
    """

    newly_qualified_lead_statutory: bool = False
    may_move_held: bool = True
    may_cross_teams: bool = False
    assessment_counts: int = 2
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
    """What is proposed for one group: from whom to whom (None: still waiting), and why, in words.

    `co_work` are workers who could co-work; it is `co_work_needed` where a newly qualified worker would lead protection
    or court work because a manager chose or allowed it.
    """

    group_id: str
    before: str | None
    after: str | None
    reasons: tuple[str, ...]
    children: int = 1
    by_manager: bool = False
    co_work: tuple[str, ...] = ()
    co_work_needed: bool = False

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
    manages: bool = False

    @property
    def over_before(self) -> float:
        """Children above the target as things are; nought at or under it, and for a manager."""
        return 0.0 if self.manages else max(0.0, self.before - self.target)

    @property
    def over_after(self) -> float:
        """Children above the target as proposed."""
        return 0.0 if self.manages else max(0.0, self.after - self.target)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How good the plan is known to be at one aim: what it reaches, what no plan could better, the gap (0..1).

    The largest overload is in cases, changes of worker in children; spread and fit have no unit.
    """

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
    """A whole proposal: a line for each group, a load for each worker, and the proof of each aim.

    `unavoidable` names workers whom children that can't move keep over target, further than anybody else need be.
    `said` is the proof in sentences.
    """

    lines: tuple[Line, ...]
    loads: tuple[Load, ...]
    proofs: tuple[Proof, ...]
    unavoidable: tuple[tuple[str, float], ...] = ()
    said: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Groups that nobody could take."""
        return tuple(line for line in self.lines if line.after is None)

    @property
    def moves(self) -> int:
        """Groups that change from one worker to another."""
        return sum(line.changes and line.before is not None for line in self.lines)

    @property
    def moved_children(self) -> int:
        """Children who change from one worker to another."""
        return sum(line.children for line in self.lines if line.changes and line.before is not None)

    @property
    def largest_over(self) -> float:
        """How far the worker furthest over target would be over it."""
        return max((load.over_after for load in self.loads), default=0.0)

    @property
    def gap(self) -> float:
        """The largest gap of any aim."""
        return max((proof.gap for proof in self.proofs), default=0.0)
