"""The ledger of promises: directions of every source, and what was agreed under plans, with owner, day and state.

Mine is by owner, whatever team I am of; a team's is that of its children and of its workers, so that a promise is seen
by both managers when child and worker are of two teams. Children whom the viewer may not see are in none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Q

from onechild.service.record.models import (
    Allocation,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Direction,
    Pathway,
    PlanAction,
    PlanOutcome,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.caseload import Held, around, held_by_team
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.promises.stories import open_disputes
from onechild.service.record.queries.workforce import members_of, people

_PLANS: dict[str, Any] = {"protection": ChildProtectionPlan, "need": ChildInNeedPlan, "pathway": Pathway}
Kind = Literal["direction", "plan_action"]
State = Literal["open", "kept", "withdrawn"]


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Something that must be done for a child. `key` is that of the direction, or of the plan's action (`kind`).

    `astray` says that its owner no longer works with the child and is no manager; `now_with` then is the lead worker,
    empty where the child waits. `case_open` says that somebody or some team holds the child. `loaded` rows are another
    system's; `disputed_on` is since when it waits for an answer.
    """

    kind: Kind
    key: str
    child_id: str
    words: str
    source: str
    source_id: str
    given_on: date | None
    given_by_id: str | None
    given_by: str
    owner_id: str | None
    owner: str
    due_on: date | None
    done_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    done_words: str = ""
    astray: bool = False
    now_with_id: str = ""
    now_with: str = ""
    case_open: bool = True
    disputed_on: date | None = None
    loaded: bool = False
    version: int = 0
    plan_kind: str = ""
    plan_id: str = ""

    @property
    def state(self) -> State:
        """Open until it was kept or withdrawn."""
        return "withdrawn" if self.withdrawn_on else "kept" if self.done_on else "open"

    @property
    def source_words(self) -> str:
        """Where it was given: Supervision, Audit, Plan."""
        return code_in_words("direction_source", self.source) or "Where it was given is not recorded"

    def late(self, today: date) -> bool:
        """Whether it is open past its day."""
        return self.days_late(today) > 0

    def days_late(self, today: date) -> int:
        """Days past its day while open; 0 where it is not late."""
        if self.state != "open" or self.due_on is None:
            return 0
        return max((today - self.due_on).days, 0)


def open_promises(
    *,
    child_ids: Collection[str] | None = None,
    owner_id: str | None = None,
    team_id: str | None = None,
    given_by_id: str | None = None,
    today: date,
) -> list[Promise]:
    """This function will return what is open of these children, this owner, team or giver, the most urgent first.

    Give one of the four. A promise with no day comes after those with one. A handful of queries, however many rows.
    """
    if child_ids is not None:
        wanted = Q(child_id__in=list(child_ids))
    elif owner_id is not None:
        wanted = Q(owner_id=owner_id)
    elif given_by_id is not None:
        told = Direction.objects.filter(given_by_id=given_by_id, done_on__isnull=True, withdrawn_on__isnull=True)
        return _in_turn(told, [], today=today)
    else:
        children = {one.child_id for one in held_by_team(team_id or "", today=today)}
        workers = set(members_of(team_id or "", today=today).values_list("worker_id", flat=True))
        wanted = Q(child_id__in=children) | Q(owner_id__in=workers)
    told = Direction.objects.filter(wanted, done_on__isnull=True, withdrawn_on__isnull=True, happened_on__lte=today)
    agreed = PlanAction.objects.select_related("plan_outcome").filter(wanted, done_on__isnull=True)
    return _in_turn(told, agreed.filter(_plan_goes_on(today)), today=today)


def promises_of(child_id: str, *, today: date) -> list[Promise]:
    """This function will return every promise for a child, open ones first, then the newest settled."""
    told = Direction.objects.filter(child_id=child_id)
    agreed = PlanAction.objects.select_related("plan_outcome").filter(
        Q(done_on__isnull=False) | _plan_goes_on(today), child_id=child_id
    )
    found = _in_turn(told, agreed, today=today)
    settled = [one for one in found if one.state != "open"]
    settled.sort(key=lambda one: (one.done_on or one.withdrawn_on or date.min, one.key), reverse=True)
    return [one for one in found if one.state == "open"] + settled


def promise(direction_id: str, *, child_id: str, today: date) -> Promise | None:
    """This function will return one promise of a child by its key; None where there is none."""
    rows = Direction.objects.filter(pk=direction_id, child_id=child_id)
    return next(iter(_in_turn(rows, [], today=today)), None)


def _plan_goes_on(today: date) -> Q:
    """Actions still owed: not of an outcome met, given up or carried into another plan, nor of a plan that ended."""
    carried = PlanOutcome.objects.filter(carried_from__isnull=False).values("carried_from_id")
    owed = Q(plan_outcome__dropped_on__isnull=True, plan_outcome__met_on__isnull=True)
    owed &= ~Q(plan_outcome_id__in=carried)
    for kind, model in _PLANS.items():
        ended = model.objects.filter(ended_on__lte=today).values("pk")
        owed &= ~Q(plan_outcome__plan_kind=kind, plan_outcome__plan_id__in=ended)
    return owed


def _in_turn(told: Iterable[Direction], agreed: Iterable[PlanAction], *, today: date) -> list[Promise]:
    directions, actions = list(told), list(agreed)
    child_ids = {row.child_id for row in (*directions, *actions)}
    owners = {key for key in (*(row.owner_id for row in directions), *(row.owner_id for row in actions)) if key}
    held = around(child_ids, today=today)
    names = worker_names({*owners, *(row.given_by_id for row in directions), *_leads(held).values()})
    managers = {key for key, person in people(owners, today=today).items() if person.manages}
    disputes = open_disputes([row.pk for row in directions if row.done_on is None and row.withdrawn_on is None])
    leads = _leads(held)
    working = {(one.child_id, one.worker_id) for ones in held.values() for one in ones if one.worker_id}
    # Whoever begins on a later day has not left the child.
    coming = Allocation.objects.filter(child_id__in=child_ids, worker_id__in=owners, started_on__gt=today)
    working |= set(coming.values_list("child_id", "worker_id"))

    def astray(row: Direction | PlanAction, *, is_open: bool) -> bool:
        known = row.owner_id is not None and row.owner_id not in managers
        return is_open and known and (row.child_id, row.owner_id) not in working

    def named(worker_id: str | None) -> str:
        return names.get(worker_id, NO_WORKER_NAME) if worker_id else ""

    found = [
        Promise(
            kind="direction",
            key=row.pk,
            child_id=row.child_id,
            words=row.words or "",
            source=row.given_in or "",
            source_id=row.given_in_id or "",
            given_on=row.happened_on,
            given_by_id=row.given_by_id,
            given_by=named(row.given_by_id),
            owner_id=row.owner_id,
            owner=named(row.owner_id),
            due_on=row.due_on,
            done_on=row.done_on,
            withdrawn_on=row.withdrawn_on,
            withdrawn_reason=row.withdrawn_reason or "",
            astray=astray(row, is_open=row.done_on is None and row.withdrawn_on is None),
            now_with_id=leads.get(row.child_id, ""),
            now_with=named(leads.get(row.child_id)),
            case_open=bool(held.get(row.child_id)),
            disputed_on=disputes[row.pk].happened_on if row.pk in disputes else None,
            loaded=row.origin_id is not None,
            version=row.edit_version,
        )
        for row in directions
    ]
    found += [
        Promise(
            kind="plan_action",
            key=row.pk,
            child_id=row.child_id,
            words=row.words,
            source="plan",
            source_id=row.plan_outcome_id,
            given_on=row.recorded_on,
            given_by_id=None,
            given_by="",
            owner_id=row.owner_id,
            owner=named(row.owner_id) or row.owner_words,
            due_on=row.due_on,
            done_on=row.done_on,
            done_words=row.done_words,
            astray=astray(row, is_open=row.done_on is None),
            now_with_id=leads.get(row.child_id, ""),
            now_with=named(leads.get(row.child_id)),
            case_open=bool(held.get(row.child_id)),
            version=row.edit_version,
            plan_kind=row.plan_outcome.plan_kind,
            plan_id=row.plan_outcome.plan_id,
        )
        for row in actions
    ]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.given_on or date.min, one.key))


def _leads(held: dict[str, list[Held]]) -> dict[str, str]:
    return {child_id: one.worker_id for child_id, ones in held.items() for one in ones[:1] if one.leads}
