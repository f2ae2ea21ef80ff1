"""Families that are alike to a plan are counted together: so many of one size whom the same workers may be given.

Which of two alike moves makes no difference to overload or to changes of worker, so the search need not try both. A
council of 1,900 children becomes a few thousand whole numbers instead of 200,000 yes or no.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from onechild.knowledge.planning.bounds import PARTS
from onechild.knowledge.planning.fitting import change_costs, may_be_given, may_change, may_wait, must_leave
from onechild.knowledge.planning.model import Asked

WEIGHTY = {1: 100, 2: 30, 3: 10}  # leaving a group of this priority waiting; days waited come on top
LEAST_WEIGHTY = 10
MOST_DAYS = 60


@dataclass(frozen=True)
class Class:
    """Groups of one size whom the same workers (by place) may be given."""

    children: int
    able: frozenset[int]


@dataclass
class Counted:
    """A question in numbers. Places of groups, by class: who may leave (worker, class, what a change counts), who must
    find somebody (class, what waiting counts). `stays` are places that the plan leaves where they are."""

    loads: list[int]
    may_leave: dict[tuple[int, Class, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    must_find: dict[tuple[Class, int | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    stays: dict[int, int | None] = field(default_factory=dict)
    chosen_new: Counter[int] = field(default_factory=Counter)
    waits_anyway: int = 0
    changes_anyway: int = 0

    @property
    def classes(self) -> set[Class]:
        """Every class of group that may come to somebody."""
        return {key[1] for key in self.may_leave} | {key[0] for key in self.must_find}


def count(asked: Asked) -> Counted:
    """This function will sort the groups of a question into classes."""
    place = {worker.worker_id: w for w, worker in enumerate(asked.workers)}
    found = Counted(loads=[worker.holds for worker in asked.workers])
    for g, group in enumerate(asked.groups):
        now = None if group.worker_id is None else place[group.worker_id]
        leaves = must_leave(group, asked.rules)
        if group.group_id in asked.rules.held:
            _chosen(found, asked, g, now, place.get(asked.rules.held[group.group_id]))
            continue
        if not may_change(group, asked.rules):
            _stay(found, asked, g, now)
            continue
        able = frozenset(
            w for w, worker in enumerate(asked.workers)
            if may_be_given(group, worker, asked.rules) and not (leaves and w == now)
        )  # fmt: skip
        if now is None or leaves:
            waits = waiting_costs(asked, g) if may_wait(group, asked.rules) else None
            found.must_find[Class(group.children, able), waits].append(g)
        elif able - {now}:
            found.may_leave[now, Class(group.children, able), change_costs(group, asked.rules)].append(g)
        else:
            _stay(found, asked, g, now)
    return found


def _stay(found: Counted, asked: Asked, g: int, now: int | None) -> None:
    found.stays[g] = now
    if now is None:
        found.waits_anyway += waiting_costs(asked, g)
    else:
        found.loads[now] += asked.groups[g].children


def _chosen(found: Counted, asked: Asked, g: int, now: int | None, goes: int | None) -> None:
    _stay(found, asked, g, goes)
    if goes is not None and goes != now:
        found.chosen_new[goes] += asked.groups[g].children
    if now not in (None, goes) and not must_leave(asked.groups[g], asked.rules):
        found.changes_anyway += change_costs(asked.groups[g], asked.rules)


def waiting_costs(asked: Asked, g: int) -> int:
    """What leaving a group waiting counts: by priority, days waited and children."""
    group = asked.groups[g]
    return group.children * (WEIGHTY.get(group.priority, LEAST_WEIGHTY) + min(group.waited_days, MOST_DAYS))


def over(asked: Asked, w: int, load: int) -> int:
    """How far a load is over a worker's target, in hundredths of a case; never below nought, and none for a manager."""
    worker = asked.workers[w]
    return 0 if worker.manages else max(0, PARTS * load - round(worker.target * PARTS))
