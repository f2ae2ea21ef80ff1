"""Why a group goes where it goes, in words; what the figures say stands beside."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onechild.knowledge.planning.fitting import may_be_given, must_leave
from onechild.knowledge.planning.model import STATUTORY, Asked, Group, Worker


def reasons(group: Group, worker: Worker | None, asked: Asked, *, over: Collection[str]) -> Iterator[str]:
    """This function will yield why a group goes to a worker, or to nobody yet; `over` are the workers over target."""
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
    yield from _why_a_change(group, asked, over)


def _why_a_change(group: Group, asked: Asked, over: Collection[str]) -> Iterator[str]:
    if group.worker_id is None:
        return
    if group.worker_id in group.never:
        yield "The child asked for another worker."
    elif must_leave(group, asked.rules):
        yield "The worker before can no longer hold the case."
    elif group.group_id not in asked.rules.held:
        yield "Eases a worker who is over target." if group.worker_id in over else "Makes room for another family."
        if group.in_assessment:
            yield "In the middle of an assessment: no plan as fair leaves this one out with fewer changes."


def _why_nobody(group: Group, asked: Asked) -> Iterator[str]:
    able = [worker for worker in asked.workers if may_be_given(group, worker, asked.rules)]
    if able and all(worker.at_most_new == 0 for worker in able):
        yield "Everybody who may take them takes no new children for now."
    elif able:
        yield "Everybody who may take them would be over the limit you set."
    elif group.kind in STATUTORY and any(worker.takes and not worker.manages for worker in asked.workers):
        yield "Only newly qualified workers have room, and they may not lead protection or court work."
    else:
        yield "Nobody who takes new work may hold them."
