"""The contacts that wait, as far as the viewer may read them, with everything that a card of the board says."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import connection

from onechild.knowledge.clocks.local.contact_times import ContactTimes, Due
from onechild.service.journeys.front_door.times import due_of, read_priorities, with_priorities
from onechild.service.record.models import Intake, IntakeChild, PartnerCheck, StrategyNote
from onechild.service.record.queries.caseload import Held, around
from onechild.service.record.queries.names import Head, heads, worker_names

STAGES = ("contact", "initial", "screening", "final")


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A contact that waits: by when it is decided, the children as the sender named them, and those of the record."""

    intake: Intake
    due: Due
    left: timedelta
    children: tuple[IntakeChild, ...] = ()
    checks: tuple[PartnerCheck, ...] = ()
    holder: str = ""
    screener: str = ""
    strategy: bool = False

    @property
    def child_ids(self) -> tuple[str, ...]:
        """The children of the record whom it is about."""
        return tuple(one.child_id for one in self.children if one.child_id)

    @property
    def unlinked(self) -> tuple[IntakeChild, ...]:
        """The children of whom nobody has said yet who they are."""
        return tuple(one for one in self.children if not one.child_id)

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        return self.left < timedelta()


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """A contact that is restricted and hidden from the viewer: how far it is and by when it is due, nothing else."""

    stage: str
    priority: str
    due: Due
    left: timedelta
    held: bool

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        return self.left < timedelta()


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """All that waits, in the order in which it should be taken; and what is known of the children linked."""

    contacts: tuple[Contact, ...]
    hidden: tuple[Hidden, ...] = ()
    heads: Mapping[str, Head] = field(default_factory=dict)
    held: Mapping[str, list[Held]] = field(default_factory=dict)
    workers: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> list[Contact | Hidden]:
        """Both, in order."""
        return in_order([*self.contacts, *self.hidden])


def in_order(waiting: Iterable[Contact | Hidden]) -> list[Contact | Hidden]:
    """This function will put first what is needed before a moment, then the least time left."""
    return sorted(waiting, key=lambda one: (not one.due.needed, one.due.at))


def waiting(*, times: ContactTimes, now: datetime, today: date) -> Waiting:
    """This function will return every contact that waits, with what its card says: nine queries for any number.

    Contacts the viewer may not open are left out by the database; of those that are restricted it tells that they wait.
    """
    intakes = list(with_priorities(Intake.objects.filter(stage__in=STAGES)))
    keys = [one.pk for one in intakes]
    children, checks = defaultdict(list), defaultdict(list)
    for child in IntakeChild.objects.filter(intake_id__in=keys).order_by("number", "pk"):
        children[child.intake_id].append(child)
    for check in PartnerCheck.objects.filter(intake_id__in=keys).order_by("asked_at", "pk"):
        checks[check.intake_id].append(check)
    opened = set(StrategyNote.objects.filter(intake_id__in=keys).values_list("intake_id", flat=True))
    ids = {child.child_id for rows in children.values() for child in rows if child.child_id}
    held = around(ids, today=today)
    named = {one.holder_id for one in intakes} | {one.screener_id for one in intakes}
    workers = worker_names(named | {one.worker_id for rows in held.values() for one in rows})
    found = []
    for intake in intakes:
        due = due_of(intake, times)
        found.append(
            Contact(
                intake=intake,
                due=due,
                left=times.left(due, now=now),
                children=tuple(children[intake.pk]),
                checks=tuple(checks[intake.pk]),
                holder=workers.get(intake.holder_id or "", ""),
                screener=workers.get(intake.screener_id or "", ""),
                strategy=intake.pk in opened,
            )
        )
    return Waiting(
        contacts=tuple(one for one in in_order(found) if isinstance(one, Contact)),
        hidden=tuple(hidden(times=times, now=now)),
        heads=heads(ids, today=today),
        held=held,
        workers=workers,
    )


def hidden(*, times: ContactTimes, now: datetime) -> list[Hidden]:
    """This function will return the restricted contacts that the viewer may not open; none about a child they are
    barred from.
    """
    with connection.cursor() as cursor:
        cursor.callproc("front_door_hidden")
        rows = cursor.fetchall()
    found = []
    for stage, received_at, had, needed_before, held in rows:
        priorities = read_priorities(_listed(had))
        due = times.due(received_at=received_at, priorities=priorities, needed_before=needed_before)
        priority = (priorities[-1].priority or "") if priorities else ""
        found.append(Hidden(stage=stage, priority=priority, due=due, left=times.left(due, now=now), held=held))
    return found


def _listed(had: object) -> list[list[str | None]]:
    return json.loads(had) if isinstance(had, str) else list(had or [])  # type: ignore[call-overload,no-any-return]
