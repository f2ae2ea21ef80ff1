"""What a busy manager does by hand, to measure against: the next family to whoever has most room; then evening out."""

from __future__ import annotations

from onechild.knowledge.planning.fitting import may_be_given, may_change, may_take, must_leave
from onechild.knowledge.planning.model import Asked, Proposal
from onechild.knowledge.planning.writing import proposal


def round_robin(asked: Asked) -> Proposal:
    """This function will give each waiting group in turn to the worker with the most room, and move nobody else."""
    return proposal(asked, _waiting_first(asked)[0], ())


def evened(asked: Asked) -> Proposal:
    """This function will do the same, then move family after family from the fullest worker to the one with most room.

    It takes the largest family that makes the fullest of the two less full, and ends where there is none.
    """
    return proposal(asked, by_hand(asked), ())


def by_hand(asked: Asked) -> dict[int, int | None]:
    """This function will return the same as places: the worker's by the group's. A search can begin from it."""
    chosen, held, new = _waiting_first(asked)
    over = {w: held[w] - worker.target for w, worker in enumerate(asked.workers) if not worker.manages}
    stuck: set[int] = set()
    while fuller := [w for w in over if over[w] > 0 and w not in stuck]:
        fullest = max(fuller, key=lambda w: (over[w], w))
        if (found := _best_move(asked, chosen, over, new, fullest)) is None:
            stuck.add(fullest)
            continue
        g, w = found
        children = asked.groups[g].children
        chosen[g] = w
        over[fullest] -= children
        over[w] += children
        new[w] += children
    return chosen


def _best_move(
    asked: Asked, chosen: dict[int, int | None], over: dict[int, float], new: dict[int, int], fullest: int
) -> tuple[int, int] | None:
    mine = [
        g for g, group in enumerate(asked.groups)
        if chosen[g] == fullest and group.worker_id == asked.workers[fullest].worker_id
        and may_change(group, asked.rules) and group.group_id not in asked.rules.held
    ]  # fmt: skip
    for g in sorted(mine, key=lambda g: (-asked.groups[g].children, asked.groups[g].in_assessment, g)):
        group = asked.groups[g]
        able = [
            w for w in over
            if w != fullest and may_be_given(group, asked.workers[w], asked.rules)
            and over[w] + group.children < over[fullest] and _has_leave(asked, w, new[w] + group.children)
        ]  # fmt: skip
        if able:
            return g, min(able, key=lambda w: (over[w], w))
    return None


def _waiting_first(asked: Asked) -> tuple[dict[int, int | None], list[int], dict[int, int]]:
    """Who goes to whom, what each then holds, and how many of them are new."""
    held = [worker.holds for worker in asked.workers]
    new = dict.fromkeys(range(len(asked.workers)), 0)
    chosen: dict[int, int | None] = {}
    place = {worker.worker_id: w for w, worker in enumerate(asked.workers)}
    waiting = []
    for g, group in enumerate(asked.groups):
        if group.worker_id is None or must_leave(group, asked.rules):
            waiting.append(g)
        else:
            chosen[g] = place[group.worker_id]
            held[place[group.worker_id]] += group.children
    for g in sorted(waiting, key=lambda g: (asked.groups[g].priority, -asked.groups[g].waited_days, g)):
        children = asked.groups[g].children
        able = [
            w for w, worker in enumerate(asked.workers)
            if may_take(asked.groups[g], worker, asked.rules) and _has_leave(asked, w, new[w] + children)
        ]  # fmt: skip
        chosen[g] = min(
            able, key=lambda w: (held[w] - asked.workers[w].target, asked.workers[w].worker_id), default=None
        )
        if (w := chosen[g]) is not None:
            held[w] += children
            new[w] += children
    return chosen, held, new


def _has_leave(asked: Asked, w: int, new: int) -> bool:
    limit = asked.workers[w].at_most_new
    return limit is None or new <= limit
