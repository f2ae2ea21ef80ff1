"""How many full-time workers are short of target, with the arithmetic in words: a plan shares, it makes no staff."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from onechild.knowledge.planning.bounds import PARTS
from onechild.knowledge.planning.classes import count
from onechild.knowledge.planning.counting import least_over
from onechild.knowledge.planning.model import Asked
from onechild.knowledge.planning.parts import only, parts_of
from onechild.knowledge.planning.saying import children

A_HAIR = 0.000001
LEAST_SECONDS = 0.2


@dataclass(frozen=True, kw_only=True)
class Short:
    """Children above target however they are shared; the full-time workers that they need, exactly and whole; why."""

    children_over: float
    exact: float
    whole: int
    words: tuple[str, ...]


def short_of(asked: Asked, *, full_time_target: float, seconds: float = 2.0, threads: int = 2) -> Short:
    """This function will say how many more full-time workers it needs for nobody to be over target and nobody to wait.

    Every family may change hands for this count and no line is held; who may take whom stands. A target is cases for a
    full-time worker. A bound proved in the time is used, so the answer is never too many.
    """
    free = replace(asked, rules=replace(asked.rules, may_move_held=True, most_over=None, held={}))
    above = 0.0
    for workers, groups in parts_of(free):
        part = only(free, workers, groups)
        share = seconds * max(1, len(groups)) / max(1, len(free.groups))
        over, waiting = least_over(part, count(part), seconds=max(LEAST_SECONDS, share), threads=threads)
        above += over / PARTS + waiting
    exact = above / full_time_target
    whole = math.ceil(exact - A_HAIR)
    return Short(
        children_over=round(above, 2),
        exact=exact,
        whole=whole,
        words=_words(asked, above, exact, whole, full_time_target),
    )


def _words(asked: Asked, above: float, exact: float, whole: int, full_time_target: float) -> tuple[str, ...]:
    managers = {worker.worker_id for worker in asked.workers if worker.manages}
    with_managers = sum(worker.holds for worker in asked.workers if worker.manages)
    with_managers += sum(group.children for group in asked.groups if group.worker_id in managers)
    waiting = sum(group.children for group in asked.groups if group.worker_id is None)
    held = sum(worker.holds for worker in asked.workers) + sum(group.children for group in asked.groups) - waiting
    targets = round(sum(worker.target for worker in asked.workers if not worker.manages), 2)
    waits = f" and {waiting:,} {'waits' if waiting == 1 else 'wait'}" if waiting else ""
    first = f"{children(held - with_managers)} with a worker{waits}; the workers’ own targets come to {targets:,g}."
    spared = sum(worker.target for worker in asked.workers if not worker.takes and not worker.manages)
    if spared:
        first += f" Of these, {spared:,g} are of workers who take nobody new for now."
    managed = (
        (f"{children(with_managers)} with managers {'is' if with_managers == 1 else 'are'} not in this.",)
        if with_managers
        else ()
    )
    if above <= A_HAIR:
        return (first, *managed, "The staff there are can hold every child without anybody being over target.")
    workers = "1 full-time worker is" if whole == 1 else f"{whole} full-time workers are"
    return (
        first,
        *managed,
        f"However they are shared under these rules, {above:,.4g} would be above a target or wait. At "
        f"{full_time_target:g} for a full-time worker that is {exact:.2f}: {workers} short.",
    )
