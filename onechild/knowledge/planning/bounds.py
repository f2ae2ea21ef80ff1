"""What no plan can be better than, by counting alone: all children must be held by somebody, and each is one child."""

from __future__ import annotations

from collections import Counter

from onechild.knowledge.planning.model import Asked, Worker

PARTS = 100  # of a case: targets such as 13.5 are counted in hundredths


def counting_bound(asked: Asked) -> int:
    """This function will return the least that the largest overload can be, in hundredths of a case, if nobody waits.

    Children are whole, so a worker with a target of 13.5 who may be 2 over holds 15 of them and not 15.5. Whoever takes
    nobody new holds no more than now. It stands apart from the solver, so that a proof can be checked by hand.
    """
    now: Counter[str] = Counter()
    for group in asked.groups:
        if group.worker_id is not None:
            now[group.worker_id] += group.children
    wanted = sum(group.children for group in asked.groups)
    low, high = 0, PARTS * (wanted + max((one.holds for one in asked.workers), default=0))
    while low < high:
        middle = (low + high) // 2
        room = sum(_room(worker, middle, now[worker.worker_id]) for worker in asked.workers)
        low, high = (low, middle) if room >= wanted else (middle + 1, high)
    return low


def _room(worker: Worker, over: int, now: int) -> int:
    if worker.manages:
        return now
    room = max(0, (round(worker.target * PARTS) + over) // PARTS - worker.holds)
    if not worker.takes:
        return min(room, now)
    return room if worker.at_most_new is None else min(room, now + worker.at_most_new)
