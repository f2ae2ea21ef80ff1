"""Workers and families who could come together at all: a team, mostly. Each part is a question by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onechild.knowledge.planning.fitting import may_take
from onechild.knowledge.planning.model import Asked


def parts_of(asked: Asked) -> Iterator[tuple[list[int], list[int]]]:
    """This function will yield the places of workers and of groups that could come together, part by part."""
    place = {worker.worker_id: w for w, worker in enumerate(asked.workers)}
    root = list(range(len(asked.workers)))

    def top(w: int) -> int:
        while root[w] != w:
            root[w] = root[root[w]]
            w = root[w]
        return w

    able = []
    for group in asked.groups:
        mine = [w for w, worker in enumerate(asked.workers) if may_take(group, worker, asked.rules)]
        if group.worker_id is not None:
            mine.append(place[group.worker_id])
        for w in mine:
            root[top(w)] = top(mine[0])
        able.append(mine)
    parts: dict[int, tuple[list[int], list[int]]] = {}
    for w in range(len(asked.workers)):
        parts.setdefault(top(w), ([], []))[0].append(w)
    for g, mine in enumerate(able):
        parts.setdefault(top(mine[0]) if mine else -1, ([], []))[1].append(g)
    yield from parts.values()


def only(asked: Asked, workers: Sequence[int], groups: Sequence[int]) -> Asked:
    """This function will return the question of one part, given the places of its workers and groups."""
    mine = {asked.groups[g].group_id for g in groups}
    held = {group_id: worker_id for group_id, worker_id in asked.rules.held.items() if group_id in mine}
    return replace(
        asked,
        workers=tuple(asked.workers[w] for w in workers),
        groups=tuple(asked.groups[g] for g in groups),
        rules=replace(asked.rules, held=held),
    )
