"""The people around a child: family and other adults, the household, and the workers who hold or held the case."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from onechild.service.record.models import (
    AdultName,
    Allocation,
    FamilyMember,
    Relationship,
    Team,
    TeamMembership,
    WorkerName,
)

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
    named = AdultName.objects.filter(adult_id=OuterRef("related_adult_id")).order_by("ended_on", "-started_on", "pk")
    said = named.annotate(said=JSONObject(forename="forename", surname="surname")).values("said")[:1]
    rows = Relationship.objects.filter(child_id=child_id).select_related("related_adult").annotate(named=Subquery(said))
    return [_relation(row) for row in rows.order_by("-ended_on", "relation", "pk")]


def family_of(child_id: str, *, today: date) -> list[str]:
    """This function will return the other children of the family groups that a child is in: one query."""
    held = (Q(started_on__isnull=True) | Q(started_on__lte=today)) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    mine = FamilyMember.objects.filter(held, child_id=child_id).values("family_id")
    rows = FamilyMember.objects.filter(held, family_id__in=mine).exclude(child_id=child_id)
    return sorted(set(rows.values_list("child_id", flat=True)))


def holdings(child_id: str, *, today: date) -> list[Holding]:
    """This function will return every allocation of a child, the newest first, with the names of all: one query."""
    rows = (
        Allocation.objects.filter(child_id=child_id)
        .annotate(
            worker_name=Subquery(_name_of("worker_id")),
            team_name=Subquery(Team.every.filter(pk=OuterRef("team_id")).values("name")[:1]),
            manager=Subquery(_manager(today)),
        )
        .order_by("-started_on", "role", "pk")
    )
    return [_holding(row) for row in rows]


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
    wanted = [team_id for team_id in team_ids if team_id]
    rows = _managing(today).filter(team_id__in=wanted).annotate(said=Subquery(_name_of("worker_id")))
    return [(row.worker_id, row.said or row.worker_id) for row in rows]


def _managing(today: date) -> QuerySet[TeamMembership]:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    ended = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return TeamMembership.objects.filter(began, ended, role__in=("team_manager", "service_manager")).order_by("-role")


def _manager(today: date) -> QuerySet[TeamMembership, Any]:
    """The manager of the outer query's team today, as an id and a name."""
    managing = _managing(today).filter(team_id=OuterRef("team_id")).annotate(name=Subquery(_name_of("worker_id")))
    return managing.annotate(said=JSONObject(worker_id="worker_id", name="name")).values("said")[:1]


def _name_of(column: str) -> QuerySet[WorkerName, Any]:
    return WorkerName.objects.filter(worker_id=OuterRef(column)).order_by("pk").values("name")[:1]


def _relation(row: Any) -> Relation:
    named, adult = row.named or {}, row.related_adult if row.related_adult_id else None
    return Relation(
        relation=row.relation,
        relation_words=row.relation_words,
        adult_id=row.related_adult_id,
        child_id=row.related_child_id,
        name=f"{named.get('forename') or ''} {named.get('surname') or ''}".strip(),
        born_on=adult.born_on if adult else None,
        died_on=adult.died_on if adult else None,
        responsible=row.parental_responsibility,
        same_household=row.same_household,
        started_on=row.started_on,
        ended_on=row.ended_on,
        had_a_record=bool(adult and adult.known_as_child_id),
    )


def _holding(row: Any) -> Holding:
    manager = row.manager or {}
    return Holding(
        allocation_id=row.pk,
        role=row.role,
        role_words=row.role_words,
        worker_id=row.worker_id,
        worker=row.worker_name or ("a worker whose name is not recorded" if row.worker_id else ""),
        team_id=row.team_id,
        team=row.team_name or "",
        manager_id=manager.get("worker_id"),
        manager=manager.get("name") or "",
        started_on=row.started_on,
        ended_on=row.ended_on,
        why=row.end_words or row.end_reason_words,
    )
