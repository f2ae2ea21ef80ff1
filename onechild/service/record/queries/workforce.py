"""What is known of workers on a day: hours, roles, teams, absence, first year; and each one's own caseload target.

The rules are those of the caseload measures, read from there, so that a page and a report can't count differently.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from onechild.knowledge.measures.rows.caseload import AWAY
from onechild.knowledge.measures.rows.roles import MANAGERS
from onechild.knowledge.measures.rows.targets import DEFAULT_TARGET, NARROWEST_FIRST, NEWLY_QUALIFIED_SHARE, TARGET
from onechild.service.record.models import Setting, TeamMembership
from onechild.service.record.models.fields import code_in_words

A_HAIR = 0.000001  # arithmetic with fractions (18 x 0.7), not a case


@dataclass(frozen=True, kw_only=True)
class Person:
    """A worker on a day. `fte` is None where hours are not recorded; `away_to` is the last day away, where known."""

    worker_id: str
    name: str
    job_title: str
    fte: float | None
    role: str
    manages: bool
    absent: bool
    away_to: date | None
    leave: tuple[tuple[date, date | None], ...]
    newly_qualified_to: date | None
    teams: tuple[str, ...]

    @property
    def role_words(self) -> str:
        """The role in words, the source's own title where there is no role."""
        return code_in_words("worker_role", self.role) or self.job_title

    def newly_qualified(self, today: date) -> bool:
        """Whether the first year is still running."""
        return self.newly_qualified_to is not None and self.newly_qualified_to > today


def people(worker_ids: Collection[str], *, today: date) -> dict[str, Person]:
    """This function will return these workers by id as they stand at the end of the day: one query."""
    if not worker_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.callproc("record_people", [list(worker_ids), today])
        found = [_person(row, today) for row in cursor.fetchall()]
    return {person.worker_id: person for person in found}


@dataclass(frozen=True)
class Targets:
    """The council's settings of the caseload target in force on a day."""

    rows: tuple[Mapping[str, Any], ...]
    today: date

    def of(self, person: Person, *, team_id: str | None = None) -> float:
        """This function will return the most cases that this worker should hold: for the hours, less in the first year.

        Unknown hours count as full time. A setting for a team and a role goes before one for the team, that before one
        for the role.
        """
        share = self._value(NEWLY_QUALIFIED_SHARE, person, team_id, otherwise=1.0)
        full = self._value(TARGET, person, team_id, otherwise=DEFAULT_TARGET)
        hours = 1.0 if person.fte is None else person.fte
        return full * hours * (share if person.newly_qualified(self.today) else 1.0)

    @property
    def full_time(self) -> float:
        """The general target of a full-time worker."""
        return self._find(TARGET, {}, DEFAULT_TARGET)

    @property
    def first_year_share(self) -> float:
        """The general share of it in the first year."""
        return self._find(NEWLY_QUALIFIED_SHARE, {}, 1.0)

    @property
    def since(self) -> date | None:
        """From when the general target holds; None where the council has set none."""
        found = [row for row in self.rows if row["setting"] == TARGET and not row["team_id"] and not row["role"]]
        return max((row["started_on"] for row in found), default=None)

    def _value(self, setting: str, person: Person, team_id: str | None, *, otherwise: float) -> float:
        facts = {"team_id": team_id, "role": person.role or None}
        for keys in NARROWEST_FIRST:
            wanted = {key: facts[key] for key in keys}
            if all(wanted.values()) and self._has(setting, wanted):
                return self._find(setting, wanted, otherwise)
        return otherwise

    def _has(self, setting: str, wanted: Mapping[str, str | None]) -> bool:
        return bool(self._of_width(setting, wanted))

    def _find(self, setting: str, wanted: Mapping[str, str | None], otherwise: float) -> float:
        found = self._of_width(setting, wanted)
        return float(found[-1]["value"]) if found else otherwise

    def _of_width(self, setting: str, wanted: Mapping[str, str | None]) -> list[Mapping[str, Any]]:
        exactly = {"team_id": wanted.get("team_id"), "role": wanted.get("role")}
        return [row for row in self.rows if row["setting"] == setting and all(row[k] == v for k, v in exactly.items())]


def targets(*, today: date) -> Targets:
    """This function will return the settings of the target in force at the end of the day: one query."""
    held = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Setting.objects.filter(held, started_on__lte=today, setting__in=[TARGET, NEWLY_QUALIFIED_SHARE])
    wanted = ("setting", "value", "team_id", "role", "started_on")
    return Targets(tuple(rows.order_by("started_on", "setting_id").values(*wanted)), today)


def is_over(cases: float, target: float) -> bool:
    """Whether so much is over the target."""
    return cases > target + A_HAIR


def members_of(team_id: str, *, today: date) -> QuerySet[TeamMembership]:
    """This function will return the places in a team held at the end of the day."""
    return TeamMembership.objects.filter(_on(today), team_id=team_id)


def _person(row: Sequence[Any], today: date) -> Person:
    worker_id, newly_qualified_to, name, job_title, *lists = row
    employed, member, off = (json.loads(one) if isinstance(one, str) else one for one in lists)
    hours = [one["fte"] for one in employed]
    away = [(one["kind"], date.fromisoformat(one["start"]), _day(one["end"])) for one in off]
    absent = [end for kind, start, end in away if kind in AWAY and start <= today]
    roles = [one["role"] for one in (*employed, *member)]
    return Person(
        worker_id=worker_id,
        name=name or worker_id,
        job_title=job_title or "",
        fte=None if None in hours or not hours else sum(hours),
        role=_least(one["role"] for one in employed) or _least(one["role"] for one in member),
        manages=any(role in MANAGERS for role in roles),
        absent=bool(absent),
        away_to=max((end for end in absent if end), default=None) if None not in absent else None,
        leave=tuple((start, end) for kind, start, end in away if kind == "annual_leave"),
        newly_qualified_to=newly_qualified_to,
        teams=tuple(one["team"] for one in member),
    )


def _least(roles: Iterable[str | None]) -> str:
    return min((role for role in roles if role), default="")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _on(today: date) -> Q:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
