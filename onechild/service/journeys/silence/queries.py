"""What has not happened, for whom to mend: a viewer's own, their teams', all, and one child's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import connection

from onechild.knowledge.codesets import codeset
from onechild.knowledge.silence.catalogue import CHECKS, check
from onechild.knowledge.silence.model import PARTS, Check, Part
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.viewer import Viewer
from onechild.service.journeys.silence.models import Snooze

KNOWN = {one.key: one for one in CHECKS}
DETAILS = {"unknown": "Nothing is known", "behind": "Known not to be up to date"}


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One silence that stands, with who holds the child in which part, and the snooze in force."""

    silence_id: int
    child_id: str
    check_key: str
    row_id: str
    since_on: date
    detail: str | None
    found_on: date
    lead_id: str | None
    team_id: str | None
    manager_id: str | None
    adviser_id: str | None
    officer_id: str | None
    snooze_id: int | None
    snoozed_until: date | None
    snooze_reason: str | None
    snoozed_by: str | None

    @cached_property
    def check(self) -> Check:
        """The check that found it."""
        return check(self.check_key)

    @property
    def detail_words(self) -> str:
        """What it is about, in words."""
        if not self.detail:
            return ""
        if not self.check.detail_of:
            return DETAILS.get(self.detail, self.detail)
        codes = codeset(self.check.detail_of)
        return (codes.label(self.detail) if self.detail in codes else None) or self.detail

    @property
    def mender(self) -> tuple[Part, str | None]:
        """The part whose holder can mend it, and that holder.

        Where nobody holds it, it is for the manager of the team, and where no team does, for the front door.
        """
        part = self.check.mended_by
        held = {
            "lead": self.lead_id,
            "adviser": self.adviser_id or self.lead_id,
            "reviewing_officer": self.officer_id,
            "chair": self.officer_id,
        }
        if held.get(part):
            return part, held[part]
        nobodys: Part = "manager" if part in held else part
        unheld = nobodys == "manager" and not self.team_id and not self.manager_id
        return ("front_door" if unheld else nobodys), None

    @property
    def mender_words(self) -> str:
        """The part, in words."""
        return PARTS[self.mender[0]]


def listed(
    *,
    everybody: bool = False,
    ids: Collection[str] = (),
    worker_id: str | None = None,
    team_ids: Collection[str] = (),
    checks: Collection[str] = (),
    today: date,
) -> list[Listed]:
    """This function will return what has not happened for these children, as far as the viewer may see them: one query.

    They are all, or those named, held by the worker in any part, or in the hands of the teams; and, for `checks`, any.
    The longest silence comes first.
    """
    asked = [everybody, list(ids), worker_id, list(team_ids), list(checks), today]
    with connection.cursor() as cursor:
        cursor.callproc("silence_listed", asked)
        names = [column[0] for column in cursor.description or ()]
        found = [Listed(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
    return [one for one in found if one.check_key in KNOWN]


def silent_for(viewer: Viewer, today: date) -> list[Listed]:
    """This function will return what the viewer can mend and nobody put aside: one query."""
    return [one for one in mine(viewer, today=today) if one.snoozed_until is None]


def mine(viewer: Viewer, *, today: date) -> list[Listed]:
    """This function will return what the viewer can mend, by the part held in each case: one query."""
    teams = viewer.team_ids if _manages(viewer) else ()
    parts = _parts(viewer)
    checks = [one.key for one in CHECKS if one.mended_by in parts]
    if not viewer.worker_id and not teams and not checks:
        return []
    # A child whom no team holds is in no list but that of all.
    everybody = "front_door" in parts and viewer.sees_all
    rows = listed(everybody=everybody, worker_id=viewer.worker_id, team_ids=teams, checks=checks, today=today)
    return [one for one in rows if is_mine(one, viewer)]


def of_teams(viewer: Viewer, *, today: date) -> list[Listed]:
    """This function will return what has not happened for the children in the hands of the viewer's teams."""
    return listed(team_ids=viewer.team_ids, today=today)


def silences_of(child_id: str, today: date) -> list[Listed]:
    """This function will return what has not happened for one child: one query."""
    return listed(ids=[child_id], today=today)


def is_mine(one: Listed, viewer: Viewer) -> bool:
    """Whether the viewer is who can mend it."""
    part, worker_id = one.mender
    if worker_id:
        return worker_id == viewer.worker_id
    if part in ("manager", "service"):
        named = bool(one.manager_id) and one.manager_id == viewer.worker_id
        return named or (_manages(viewer) and one.team_id in viewer.team_ids)
    return part in _parts(viewer)


def snoozes_of(one: Listed) -> list[Snooze]:
    """This function will return every time it was put aside, the latest first: one query."""
    about = Snooze.objects.filter(child_id=one.child_id, check_key=one.check_key, row_id=one.row_id)
    return list(about.order_by("-pk"))


def looked_on() -> date | None:
    """This function will return the day that the list is as at; None where nobody has looked yet."""
    with connection.cursor() as cursor:
        cursor.callproc("silence_looked_on")
        row = cursor.fetchone()
    return row[0] if row else None


def _manages(viewer: Viewer) -> bool:
    return any(BY_ROLE[held.role].manages for held in viewer.roles if held.role in BY_ROLE)


def _parts(viewer: Viewer) -> set[Part]:
    """Parts that are nobody's by name, which the viewer's role holds."""
    found: set[Part] = set()
    if viewer.may("decide_contact"):
        found.add("front_door")
    if any(held.role == "legal" for held in viewer.roles):
        found.add("legal")
    return found
