"""Lets promises follow the case on the day that a change of worker was made for, and go back where it is undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import F, Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises.giving import pass_on
from onechild.service.record.actions.promises.steps import note
from onechild.service.record.models import AllocationMove, Child, Direction, DirectionStepKind, PlanAction
from onechild.service.record.models.allocation_move import MoveVerb

BY = "OneChild"
GIVES = (MoveVerb.ALLOCATED, MoveVerb.TRANSFERRED)


def pass_on_begun(*, today: date, now: datetime) -> int:
    """Pass on what was put off: for each change of lead made ahead whose day has come. Returns how many children.

    This function is the timetable's, each day. What moved is kept with the move, so that it moves once only: what a
    manager gives back to the earlier worker afterwards stays there.
    """
    ahead = Q(happened_on__gt=F("recorded_on")) & Q(happened_on__lte=today)
    due = AllocationMove.objects.filter(ahead, verb__in=GIVES, undone_at__isnull=True, to_worker__isnull=False)
    keys = list(due.exclude(before__has_key="passed").order_by("happened_on", "at", "pk").values_list("pk", flat=True))
    return sum(_follow(key, today=today, now=now) for key in keys)


def _follow(move_id: str, *, today: date, now: datetime) -> bool:
    """Pass on for one move, in a transaction of its own; nothing where the worker leads no more by now."""
    with change_set(by=BY, kind="edit", words="Promises passed on with the case"):
        child_id = AllocationMove.objects.values_list("child_id", flat=True).get(pk=move_id)
        child = locked([child_id])[child_id]
        move = AllocationMove.objects.select_for_update(of=("self",)).select_related("allocation").get(pk=move_id)
        row = move.allocation
        leads = row is not None and row.gone_at is None and (row.ended_on is None or row.ended_on > today)
        if move.undone_at is not None or "passed" in move.before or not leads:
            return False
        passed = pass_on(
            child=child,
            from_worker_id=move.from_worker_id,
            to_worker_id=move.to_worker_id,
            by=BY,
            by_worker_id=None,
            by_name=BY,
            now=now,
            today=today,
        )
        move.before = {**move.before, "passed": {"promises": passed.promises, "actions": passed.actions}}
        move.save(update_fields=["before"])
        return True


def pass_back(
    *,
    child: Child,
    from_worker_id: str,
    passed: Mapping[str, Mapping[str, str | None]],
    words: str,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Give what was passed on back to whoever had it, or to nobody; what is settled or went elsewhere since stays.

    `passed` has the keys of promises and of plans' actions, each with its owner before; `words` say why.
    """
    promises, actions = passed.get("promises", {}), passed.get("actions", {})
    with change_set(by=by, kind="edit", words="Promises given back with the case"):
        locked([child.pk])
        mine = Q(child_id=child.pk, owner_id=from_worker_id, done_on__isnull=True)
        rows = Direction.objects.select_for_update().filter(mine, pk__in=promises, withdrawn_on__isnull=True)
        for row in rows.order_by("pk"):
            row.owner_id = promises[row.pk]
            row.save(update_fields=["owner"])
            note(
                row,
                DirectionStepKind.OWNER,
                words=words,
                by=by,
                by_worker_id=by_worker_id,
                now=now,
                today=today,
                from_owner_id=from_worker_id,
                to_owner_id=row.owner_id,
            )
        for action in PlanAction.objects.filter(mine, pk__in=actions):
            action.owner_id = actions[action.pk]
            action.save(update_fields=["owner"])
        renew([child.pk])
