"""Who may take whom and how well they fit: one place, so that the reasons given are the ones used."""

from __future__ import annotations

from onechild.knowledge.planning.model import STATUTORY, Asked, Group, Rules, Worker

# What a fit is worth beside one another, of a hundred: a known face most, then brothers and sisters, language, travel.
KNOWS, WITH_SIBLINGS, SPEAKS, NEAR = 40, 30, 20, 10


def may_take(group: Group, worker: Worker, rules: Rules) -> bool:
    """This function will say whether the rules let a worker hold a group; whoever holds them now may go on."""
    if group.group_id in rules.held:
        return rules.held[group.group_id] == worker.worker_id
    if group.worker_id == worker.worker_id:
        return not must_leave(group, rules)
    return may_change(group, rules) and may_be_given(group, worker, rules)


def must_leave(group: Group, rules: Rules) -> bool:
    """Whether whoever holds them now can't go on: a leaver, a child's wish, or a manager who ruled it out."""
    if group.worker_id is None or group.stays:
        return False
    return group.leaves or group.worker_id in group.never or (group.group_id, group.worker_id) in rules.never


def may_change(group: Group, rules: Rules) -> bool:
    """Whether the plan may give them to somebody else."""
    if group.stays:
        return False
    return group.worker_id is None or must_leave(group, rules) or rules.may_move_held


def may_be_given(group: Group, worker: Worker, rules: Rules) -> bool:
    """This function will say whether a worker may be given a group anew, whoever holds it now."""
    if not worker.takes or worker.manages or not _in_reach(group, worker, rules):
        return False
    if worker.worker_id in group.never or (group.group_id, worker.worker_id) in rules.never:
        return False
    return rules.newly_qualified_lead_statutory or not (worker.newly_qualified and group.kind in STATUTORY)


def may_wait(group: Group, rules: Rules) -> bool:
    """Whether a group may be left without a worker: one that has a worker who stays never is."""
    if group.group_id in rules.held:
        return not rules.held[group.group_id]
    return not group.stays and (group.worker_id is None or must_leave(group, rules))


def fit(group: Group, worker: Worker) -> int:
    """This function will return how well they fit, 0 to 100: a plan's last aim, never before fairness."""
    return (
        KNOWS * (worker.worker_id in group.knew)
        + WITH_SIBLINGS * (worker.worker_id in group.siblings_with)
        + SPEAKS * (bool(group.language) and group.language in worker.languages)
        + NEAR * (bool(group.area) and group.area in worker.areas)
    )


def change_costs(group: Group, rules: Rules) -> int:
    """What a change of worker that the plan itself makes counts, in children; more in the middle of an assessment."""
    return group.children * (max(1, rules.assessment_counts) if group.in_assessment else 1)


def co_workers(group: Group, leader: Worker | None, asked: Asked) -> tuple[str, ...]:
    """This function will return who could co-work protection or court work: experienced beside new, or the reverse."""
    if leader is None or group.kind not in STATUTORY:
        return ()
    able = (
        one for one in asked.workers
        if one.worker_id != leader.worker_id and one.newly_qualified is not leader.newly_qualified
        and one.takes and not one.manages and one.worker_id not in group.never and one.team_id == leader.team_id
    )  # fmt: skip
    return tuple(one.worker_id for one in able)


def _in_reach(group: Group, worker: Worker, rules: Rules) -> bool:
    return rules.may_cross_teams or not group.team_id or not worker.team_id or group.team_id == worker.team_id
