"""The people around a child: family and other adults, the household, and the workers who hold or held the case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, Subquery

from onechild.service.record.models import FamilyMember, TeamMembership, WorkerName
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, growing_up, heads

SIBLINGS = ("sibling", "half_sibling")
A_BREAK = timedelta(days=28)  # a case that nobody held for longer than this had ended, and began again


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Somebody around the child. `had_a_record` says that there is a record of an adult's own childhood: not opened."""

    relation: str
    relation_words: str
    adult_id: str | None
    child_id: str | None
    name: str
    born_on: date | None
    died_on: date | None
    responsible: bool | None
    same_household: bool | None
    started_on: date | None
    ended_on: date | None
    had_a_record: bool

    def now(self, today: date) -> bool:
        """Whether it holds on the day."""
        return self.ended_on is None or self.ended_on > today


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A time that the child was in somebody's hands, in one part; with no worker, the child waited."""

    allocation_id: str
    role: str
    role_words: str
    worker_id: str | None
    worker: str
    team_id: str | None
    team: str
    manager_id: str | None
    manager: str
    started_on: date
    ended_on: date | None
    why: str

    def open_on(self, day: date) -> bool:
        """Whether it holds at the end of the day."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


def relations(child_id: str) -> list[Relation]:
    """This function will return everybody to whom the child is related, those of today first: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("record_relations", [child_id])
        rows = cursor.fetchall()
    return [Relation(relation=row[0], relation_words=code_in_words("relation", row[0]), **_rest(row)) for row in rows]


def brothers_and_sisters(child_id: str, *, today: date) -> list[str]:
    """This function will return the children recorded as brothers and sisters of this one on the day: one query."""
    known = {one.child_id for one in relations(child_id) if one.relation in SIBLINGS and one.now(today)}
    return sorted(key for key in known if key)


def worked_together(child_id: str, *, today: date, most: int = 8) -> list[Head]:
    """This function will return the child, then the living brothers and sisters under 18, the eldest first.

    Those whom the viewer may not see are left out; the page tells the access log of those it shows.
    """
    named = heads({child_id, *brothers_and_sisters(child_id, today=today)}, today=today)
    others = [head for key, head in named.items() if key != child_id and growing_up(head, today)]
    return [named[child_id], *sorted(others, key=lambda head: (head.born_on is None, head.born_on))[:most]]


def family_of(child_id: str, *, today: date) -> list[str]:
    """This function will return the other children of the family groups that a child is in: one query."""
    held = (Q(started_on__isnull=True) | Q(started_on__lte=today)) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    mine = FamilyMember.objects.filter(held, child_id=child_id).values("family_id")
    rows = FamilyMember.objects.filter(held, family_id__in=mine).exclude(child_id=child_id)
    return sorted(set(rows.values_list("child_id", flat=True)))


def holdings(child_id: str, *, today: date) -> list[Holding]:
    """This function will return every allocation of a child, the newest first, with the names of all: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("record_holdings", [child_id, today])
        return [_holding(row) for row in cursor.fetchall()]


def leads(held: Sequence[Holding]) -> list[Holding]:
    """This function will return those who held the case, with the times at which the child waited, oldest first."""
    return sorted((one for one in held if one.role == "lead"), key=lambda one: one.started_on)


def this_time(held: Sequence[Holding], today: date) -> list[Holding]:
    """This function will return those who led since the case was last opened, oldest first; none where it is closed."""
    found: list[Holding] = []
    for one in reversed([one for one in leads(held) if one.started_on <= today]):
        ended = min(one.ended_on or today, today)
        if (found[-1].started_on if found else today) - ended > A_BREAK:
            break
        found.append(one)
    return found[::-1]


@dataclass(frozen=True)
class Gap:
    """A time between two workers at which nobody led the case, or at which the child waited on a team's list."""

    started_on: date
    ended_on: date
    waited_on: str

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return (self.ended_on - self.started_on).days


def gaps(held: Sequence[Holding], today: date) -> list[Gap]:
    """This function will return when nobody led since the case was last opened: unallocated, or waiting on a list."""
    found, reached = [], None
    for one in this_time(held, today):
        if reached is not None and one.started_on > reached:
            found.append(Gap(reached, one.started_on, ""))
        if one.worker_id is None:
            found.append(Gap(one.started_on, min(one.ended_on or today, today), one.team))
        ended = min(one.ended_on or today, today)
        reached = max(reached or ended, ended)
    return [gap for gap in found if gap.days]


def managers(team_ids: Collection[str | None], *, today: date) -> list[tuple[str, str]]:
    """This function will return who manages these teams today, as worker ids and names: one query."""
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    ended = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = TeamMembership.objects.filter(began, ended, role__in=("team_manager", "service_manager"))
    names = WorkerName.objects.filter(worker_id=OuterRef("worker_id")).order_by("pk").values("name")[:1]
    found = rows.filter(team_id__in=[team_id for team_id in team_ids if team_id]).annotate(said=Subquery(names))
    return [(row.worker_id, row.said or row.worker_id) for row in found.order_by("-role", "pk")]


# As record_relations gives them, after the relation itself.
RELATION = (
    "adult_id",
    "child_id",
    "name",
    "born_on",
    "died_on",
    "responsible",
    "same_household",
    "started_on",
    "ended_on",
    "had_a_record",
)


def _rest(row: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(RELATION, row[1:], strict=True))


def _holding(row: Sequence[Any]) -> Holding:
    key, role, worker_id, worker, team_id, team, manager_id, manager, started_on, ended_on, reason, words = row
    return Holding(
        allocation_id=key,
        role=role,
        role_words=code_in_words("allocation_role", role),
        worker_id=worker_id,
        worker=worker or (NO_WORKER_NAME if worker_id else ""),
        team_id=team_id,
        team=team,
        manager_id=manager_id,
        manager=manager,
        started_on=started_on,
        ended_on=ended_on,
        why=words or code_in_words("sw_change_reason", reason),
    )
