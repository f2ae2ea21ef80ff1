"""Gives the people of a demonstration a diary: most of their next visits planned, one of last week not written up."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from onechild.knowledge.workdays import is_working_day
from onechild.service.access.models import User
from onechild.service.record.actions import diary
from onechild.service.record.models import Child, DiaryEntry
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.diary.planned import places
from onechild.service.record.queries.due import Due, due_for, next_visits

AHEAD = timedelta(days=28)
HOURS = (time(9, 30), time(11), time(14), time(15, 30))
LEFT_OUT = 4  # of every so many journeys, one is not planned yet
PURPOSES = {"looked-after-visit": "looked_after", "child-protection-visit": "child_protection"}


def plan_for_demonstration(*, today: date, now: datetime) -> None:
    """Plan the next visits of everybody who has an account and holds children; nothing where a diary is kept."""
    if DiaryEntry.objects.exists():
        return
    for user in User.objects.filter(is_active=True, worker_id__isnull=False).order_by("pk"):
        _plan(user, today)


def _plan(user: User, today: date) -> None:
    ids = [one.child_id for one in held_by(user.worker_id or "", today=today) if one.leads]
    visits = next_visits(due_for(ids, today=today, until=today + AHEAD))
    for number, (on, dues) in enumerate(_journeys(visits, today)):
        if number % LEFT_OUT != LEFT_OUT - 1:
            _put(user, dues, on=on, at=HOURS[number % len(HOURS)], today=today)
    last_week = next((one for one in _days(today - timedelta(days=7), today)), None)
    if visits and last_week:
        _put(user, [min(visits.values(), key=lambda due: due.child_id)], on=last_week, at=HOURS[0], today=today)


def _journeys(visits: dict[str, Due], today: date) -> list[tuple[date, list[Due]]]:
    """Visits to children who live together, each on a working day from today by which the first is due."""
    marks = places(list(visits), today=today)
    together: dict[str, list[Due]] = defaultdict(list)
    for due in sorted(visits.values(), key=lambda due: (due.due_on, due.child_id)):
        together[marks.get(due.child_id, due.child_id)].append(due)
    made = []
    for number, dues in enumerate(together.values()):
        days = _days(today, max(dues[0].due_on, today + timedelta(days=5)) + timedelta(days=1))
        made.append((days[number % len(days)], dues))
    return made


def _days(first: date, end: date) -> list[date]:
    """The working days from one day to the day before another."""
    days = [first + timedelta(days=number) for number in range((end - first).days)]
    return [day for day in days if is_working_day(day)]


def _put(user: User, dues: list[Due], *, on: date, at: time, today: date) -> None:
    diary.plan(
        children=list(Child.objects.filter(pk__in=[due.child_id for due in dues]).order_by("pk")),
        worker_id=user.worker_id or "",
        kind="visit",
        purpose=PURPOSES.get(dues[0].clock, "child_in_need"),
        on=on,
        starts_at=at,
        minutes=60,
        place="at home",
        by=user,
        today=min(today, on),
    )
