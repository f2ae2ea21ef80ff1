"""Who may take whom, how well they fit, and in which words: one place, so that the reasons given are the ones used."""

from __future__ import annotations

from collections.abc import Iterator

from onechild.knowledge.planning.model import STATUTORY, Asked, Group, Rules, Worker

# What a fit is worth beside one another, of a hundred: a known face most, then brothers and sisters, language, travel.
KNOWS, WITH_SIBLINGS, SPEAKS, NEAR = 40, 30, 20, 10


def may_take(group: Group, worker: Worker, rules: Rules) -> bool:
    """This function will say whether the rules let a worker hold a group; whoever holds them now may go on."""
    if group.group_id in rules.held:
        return rules.held[group.group_id] == worker.worker_id
    if (group.group_id, worker.worker_id) in rules.never:
        return False
    if group.worker_id == worker.worker_id:
        return not group.leaves
    if group.worker_id is not None and not group.leaves and not rules.may_move_held:
        return False
    if not worker.takes:
        return False
    return rules.newly_qualified_lead_statutory or not (worker.newly_qualified and group.kind in STATUTORY)


def may_wait(group: Group, rules: Rules) -> bool:
    """Whether a group may be left without a worker: one that has a worker who stays never is."""
    if group.group_id in rules.held:
        return not rules.held[group.group_id]
    return group.waits


def fit(group: Group, worker: Worker) -> int:
    """This function will return how well they fit, 0 to 100: a plan's last aim, never before fairness."""
    return (
        KNOWS * (worker.worker_id in group.knew)
        + WITH_SIBLINGS * (worker.worker_id in group.siblings_with)
        + SPEAKS * (bool(group.language) and group.language in worker.languages)
        + NEAR * (bool(group.area) and group.area in worker.areas)
    )


def reasons(group: Group, worker: Worker | None, asked: Asked) -> Iterator[str]:
    """This function will yield why a group goes where it goes, in words; what the figures say is said beside."""
    if group.group_id in asked.rules.held:
        yield "You chose this."
    if worker is None:
        yield from _why_nobody(group, asked)
        return
    if worker.worker_id == group.worker_id:
        yield "Stays with the worker who knows the family."
        return
    if worker.worker_id in group.knew:
        yield "Worked with the family before."
    if worker.worker_id in group.siblings_with:
        yield "Works with a brother or sister."
    if group.language and group.language in worker.languages:
        yield f"Speaks {group.language}."
    if group.area and group.area in worker.areas:
        yield "Visits nearby already."
    if group.leaves:
        yield "The worker before can no longer hold the case."
    elif group.worker_id is not None:
        yield "Eases the worker furthest over target."


def _why_nobody(group: Group, asked: Asked) -> Iterator[str]:
    if any(may_take(group, worker, asked.rules) for worker in asked.workers):
        yield "Everybody who may take them would be over the limit you set."
    elif group.kind in STATUTORY and any(worker.takes for worker in asked.workers):
        yield "Only newly qualified workers have room, and they may not lead protection or court work."
    else:
        yield "Nobody who takes new work may hold them."
