"""Keeps a worker in the protected first year from leading protection or court work, unless a manager says why."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.actions.allocating.acting import Act, NotPossible, Protected, SetAside
from onechild.service.record.actions.allocating.rows import note
from onechild.service.record.models import Allocation, AllocationMove, CaseloadException, Child
from onechild.service.record.models.allocation_move import MoveVerb
from onechild.service.record.queries.names import heads, joined, worker_names
from onechild.service.record.queries.workload.first_year import RULE, in_first_year, rule_binds, statutory_work


def refuse_protected(child_ids: Collection[str], *, worker_id: str, on: date, today: date) -> None:
    """Raise Protected where the rule for the first year stands against this worker's leading any of the children."""
    if not in_first_year(worker_id, on=on) or not rule_binds(today=today):
        return
    if work := _work(child_ids, on=on, today=today):
        named = heads(work, today=today)
        said = joined(
            [f"{named[key].first_name if key in named else 'a child'} is {what}" for key, what in work.items()]
        )
        name = worker_names([worker_id]).get(worker_id, "This worker")
        raise Protected(
            f"{name} is in the protected first year, and {said}. In that year a worker co-works protection and court "
            "work and does not lead it.",
            sorted(work),
        )


def set_aside_for(
    child: Child, move: AllocationMove, told: SetAside, *, on: date, act: Act
) -> CaseloadException | None:
    """Keep why the rule was set aside for this child, and name the co-worker; None where it was not in the way."""
    worker_id = move.to_worker_id
    if worker_id is None or not in_first_year(worker_id, on=on) or not _work([child.pk], on=on, today=act.today):
        return None
    if told.co_worker_id == worker_id:
        raise NotPossible("The co-worker must be somebody else than the worker who leads.")
    if told.co_worker_id and in_first_year(told.co_worker_id, on=on):
        raise NotPossible("The co-worker is in the protected first year too. Name somebody with more experience.")
    if told.co_worker_id and not _beside(child, told.co_worker_id, on=on):
        made = Allocation.objects.create(
            child=child,
            worker_id=told.co_worker_id,
            team_id=move.to_team_id,
            role="co_worker",
            started_on=on,
            recorded_on=act.today,
        )
        note(MoveVerb.CO_WORKER, child=child, on=on, act=act, made=made)
    return CaseloadException.objects.create(
        child=child,
        happened_on=on,
        recorded_on=act.today,
        worker_id=worker_id,
        allocation_id=move.allocation_id,
        rule=RULE,
        words=told.words,
        by_worker_id=act.by_worker_id,
        by_name=act.by.name,
        co_worker_id=told.co_worker_id,
        look_again_on=told.look_again_on,
    )


def _work(child_ids: Collection[str], *, on: date, today: date) -> dict[str, str]:
    """Protection and court work open on the day of the move; of a day that is past, also what is open by now."""
    return {**statutory_work(child_ids, today=on), **statutory_work(child_ids, today=max(on, today))}


def _beside(child: Child, worker_id: str, *, on: date) -> bool:
    """Whether this worker is the child's co-worker already, for good: no second row is made then. Raises NotPossible
    where that part has an end, since nobody would work beside the new lead after it.
    """
    rows = Allocation.objects.filter(child=child, worker_id=worker_id, role="co_worker")
    there = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on)).first()
    if there is not None and (there.ended_on or there.started_on > on):
        raise NotPossible("This worker is a co-worker of the child for some other time already. Name somebody else.")
    return there is not None
