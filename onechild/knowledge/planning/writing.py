"""Writes what was solved as a proposal: a line for each group with its reasons, a load for each worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onechild.knowledge.planning.fitting import co_workers
from onechild.knowledge.planning.model import STATUTORY, Asked, Line, Load, Proof, Proposal
from onechild.knowledge.planning.reasons import reasons
from onechild.knowledge.planning.saying import said

MOST_CO_WORKERS = 3


def proposal(
    asked: Asked, chosen: Mapping[int, int | None], proofs: Sequence[Proof], *,
    unavoidable: tuple[tuple[str, float], ...] = (),
) -> Proposal:  # fmt: skip
    """This function will write a proposal, where `chosen` has the worker's place by the group's."""
    loads = loads_of(asked, chosen)
    over = {load.worker_id for load in loads if load.over_before}
    room = {load.worker_id: load.target - load.after for load in loads}
    lines = []
    for g, group in enumerate(asked.groups):
        w = chosen.get(g)
        worker = None if w is None else asked.workers[w]
        after = worker.worker_id if worker else None
        changes = after != group.worker_id
        beside = co_workers(group, worker, asked) if changes else ()
        lines.append(
            Line(
                group_id=group.group_id,
                before=group.worker_id,
                after=after,
                reasons=tuple(reasons(group, worker, asked, over=over)),
                children=group.children,
                by_manager=group.group_id in asked.rules.held,
                co_work=tuple(sorted(beside, key=lambda one: (-room[one], one)))[:MOST_CO_WORKERS],
                co_work_needed=changes and worker is not None and worker.newly_qualified and group.kind in STATUTORY,
            )
        )
    found = Proposal(lines=tuple(lines), loads=loads, proofs=tuple(proofs), unavoidable=unavoidable)
    return replace(found, said=said(asked, found))


def loads_of(asked: Asked, chosen: Mapping[int, int | None]) -> tuple[Load, ...]:
    """This function will return each worker before and after, where `chosen` has the worker's place by the group's."""
    found = []
    for w, worker in enumerate(asked.workers):
        held = [group for group in asked.groups if group.worker_id == worker.worker_id]
        after = [group for g, group in enumerate(asked.groups) if chosen.get(g) == w]
        found.append(
            Load(
                worker_id=worker.worker_id,
                name=worker.name,
                target=worker.target,
                before=worker.holds + sum(group.children for group in held),
                after=worker.holds + sum(group.children for group in after),
                weighs_before=worker.weighs + sum(group.weighs for group in held),
                weighs_after=worker.weighs + sum(group.weighs for group in after),
                manages=worker.manages,
            )
        )
    return tuple(found)
