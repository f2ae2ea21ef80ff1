"""Children who wait for a worker: since when, against the council's limit, who answers for them, what is worth knowing.

The limit is one number everywhere: the setting `waiting_list_working_days`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.knowledge.workdays import working_day_after, working_days_between
from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import Allocation, Handover, Oversight, Setting, Watch
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.came_back import MONTHS

LOOK = "waiting"  # what an oversight is about that was a look at a child who waits
WAIT_SETTING, LOOK_SETTING = "waiting_list_working_days", "waiting_list_look_working_days"
DEFAULTS = {one.setting: int(one.default or 1) for one in CASELOAD_STANDARDS}
PRIORITIES = ("urgent", "high", "medium", "low", "")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How many working days a child waits at most, and at most between two looks of the named manager."""

    wait: int
    look: int

    def last_day(self, since: date) -> date:
        """The last day in time for a child who waits since a day."""
        return working_day_after(since, self.wait)

    def look_by(self, since: date, looked_on: date | None) -> date:
        """By when the named manager looks next."""
        return working_day_after(max(since, looked_on or since), self.look)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """A child on a team's list; without a team, on nobody's."""

    child_id: str
    allocation_id: str
    team_id: str
    since: date
    priority: str
    manager_id: str

    def worked(self, today: date) -> int:
        """The working days waited so far."""
        return working_days_between(self.since, today)


@dataclass(frozen=True, kw_only=True)
class Past:
    """Somebody who led the child's case before."""

    worker_id: str
    began: date
    ended: date


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is worth knowing of a child before somebody is chosen, and the last look of a manager while they waited."""

    past: tuple[Past, ...] = ()
    watch_until: date | None = None
    wish: str = ""
    looked_on: date | None = None
    looked_by: str = ""


NOTHING = Known()


def limits(*, today: date) -> Limits:
    """This function will return both numbers as they stand on the day: one query."""
    rows = Setting.objects.filter(
        setting__in=[WAIT_SETTING, LOOK_SETTING], started_on__lte=today, team=None, role=None
    ).order_by("started_on", "pk")
    found = {row.setting: int(row.value) for row in rows if not row.ended_on or row.ended_on > today}
    return Limits(
        wait=found.get(WAIT_SETTING, DEFAULTS[WAIT_SETTING]), look=found.get(LOOK_SETTING, DEFAULTS[LOOK_SETTING])
    )


def waiting(*, team_ids: Collection[str] | None, today: date) -> list[Waits]:
    """This function will return who waits on these teams' lists, or (None) on any or nobody's: one query.

    Children whom the viewer may not see are left out. The highest priority first, then the longest wait.
    """
    rows = open_allocations(today).filter(role="lead", worker=None)
    return _waits(rows if team_ids is None else rows.filter(team_id__in=list(team_ids)))


def waits_of(child_ids: Collection[str], *, today: date) -> list[Waits]:
    """This function will return where these children wait: one query."""
    return _waits(open_allocations(today).filter(role="lead", worker=None, child_id__in=list(child_ids)))


def known_of(
    child_ids: Collection[str], *, member_ids: Collection[str] | None, since: Mapping[str, date], today: date
) -> dict[str, Known]:
    """This function will return what is worth knowing of children who wait: four queries.

    `member_ids` are the workers whose past work with the child is asked for (None: any); `since` has the day from which
    each child waits, before which a look counts for nothing.
    """
    if not child_ids:
        return {}
    ids = list(child_ids)
    past = _past(ids, member_ids, today)
    ends = {
        row.child_id: add(row.started_on, Length(max(MONTHS["step_down"]), "month"))
        for row in Watch.objects.filter(child_id__in=ids, kind="step_down", ended_on=None).order_by("started_on")
    }
    wishes = {
        row.child_id: row.childs_words
        for row in Handover.objects.filter(child_id__in=ids).exclude(childs_words="").order_by("happened_on", "pk")
    }
    looks = {
        row.child_id: row
        for row in Oversight.objects.filter(child_id__in=ids, about=LOOK).order_by("happened_on", "pk")
        if row.happened_on >= since.get(row.child_id, date.min)
    }
    return {
        one: Known(
            past=tuple(past.get(one, ())),
            watch_until=ends[one] if one in ends and ends[one] > today else None,
            wish=wishes.get(one, ""),
            looked_on=looks[one].happened_on if one in looks else None,
            looked_by=looks[one].manager_name if one in looks else "",
        )
        for one in ids
    }


def _past(ids: Sequence[str], member_ids: Collection[str] | None, today: date) -> dict[str, list[Past]]:
    rows = Allocation.objects.filter(child_id__in=ids, role="lead", worker__isnull=False, ended_on__lte=today)
    if member_ids is not None:
        rows = rows.filter(worker_id__in=list(member_ids))
    found: dict[str, list[Past]] = {}
    for row in rows.order_by("-ended_on", "-pk"):
        if row.ended_on and row.ended_on > row.started_on:
            found.setdefault(row.child_id, []).append(
                Past(worker_id=row.worker_id or "", began=row.started_on, ended=row.ended_on)
            )
    return found


def _waits(rows: Iterable[Allocation]) -> list[Waits]:
    found = [
        Waits(
            child_id=row.child_id,
            allocation_id=row.pk,
            team_id=row.team_id or "",
            since=row.started_on,
            priority=row.priority or "",
            manager_id=row.responsible_manager_id or "",
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (rank(one.priority), one.since, one.child_id))


def rank(priority: str) -> int:
    """Where a priority stands in the order in which children are taken; one that is not set, or unknown, last."""
    return PRIORITIES.index(priority) if priority in PRIORITIES else len(PRIORITIES)
