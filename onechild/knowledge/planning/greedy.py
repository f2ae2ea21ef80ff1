"""What a busy manager does by hand: the next family goes to whoever is furthest under target. To measure against."""

from __future__ import annotations

from onechild.knowledge.planning.fitting import may_take
from onechild.knowledge.planning.model import Asked, Line, Proposal
from onechild.knowledge.planning.solving import loads_of


def round_robin(asked: Asked) -> Proposal:
    """This function will give each waiting group in turn to the worker with the most room, and move nobody else."""
    held = {worker.worker_id: float(worker.holds) for worker in asked.workers}
    chosen: dict[int, int | None] = {}
    place = {worker.worker_id: w for w, worker in enumerate(asked.workers)}
    for g, group in enumerate(asked.groups):
        if not group.waits and group.worker_id is not None:
            held[group.worker_id] += group.children
            chosen[g] = place[group.worker_id]
    waiting = [g for g, group in enumerate(asked.groups) if group.waits]
    for g in sorted(waiting, key=lambda g: (asked.groups[g].priority, -asked.groups[g].waited_days, g)):
        able = [one for one in asked.workers if may_take(asked.groups[g], one, asked.rules)]
        best = min(able, key=lambda one: (held[one.worker_id] - one.target, one.worker_id), default=None)
        chosen[g] = place[best.worker_id] if best else None
        if best:
            held[best.worker_id] += asked.groups[g].children
    lines = tuple(
        Line(group_id=group.group_id, before=group.worker_id, after=_who(asked, chosen[g]), reasons=())
        for g, group in enumerate(asked.groups)
    )
    return Proposal(lines=lines, loads=loads_of(asked, chosen), proofs=())


def _who(asked: Asked, place: int | None) -> str | None:
    return None if place is None else asked.workers[place].worker_id
