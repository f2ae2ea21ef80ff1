"""By when contacts are decided here: the council's own standards, and the priorities that each contact had."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Func, JSONField, Q, QuerySet, When
from django.utils.dateparse import parse_datetime

from onechild.knowledge.clocks.local.contact_times import SETTINGS, ContactTimes, Due, PrioritySet, contact_times
from onechild.service.record.models import Intake, Setting

HAD = "had_priorities"


class Priorities(Func):
    """The priorities that a contact had, the first one first, each with the moment it was set."""

    function = "front_door_priorities"
    output_field = JSONField()


def times_here(today: date) -> ContactTimes:
    """This function will return the council's own times of the front door in force on the day: one query."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Setting.objects.filter(still, setting__in=SETTINGS, started_on__lte=today, team_id=None, role=None)
    return contact_times(dict(rows.order_by("started_on", "setting_id").values_list("setting", "value")))


def with_priorities(intakes: QuerySet[Intake]) -> QuerySet[Intake]:
    """This function will have each contact whose priority was ever set again bring the priorities it had."""
    return intakes.annotate(**{HAD: Case(When(priority_at__isnull=False, then=Priorities("intake_id")), default=None)})


def due_of(intake: Intake, times: ContactTimes) -> Due:
    """This function will return by when a contact is decided."""
    had = getattr(intake, HAD, None)
    set_at = read_priorities(had) if had else [PrioritySet(intake.priority)] if intake.priority else []
    return times.due(received_at=intake.received_at, priorities=set_at, needed_before=intake.needed_before)


def read_priorities(had: Iterable[Any]) -> list[PrioritySet]:
    """This function will read [priority, moment] pairs as the database gives them; a row saved twice stands once."""
    found: list[PrioritySet] = []
    for priority, at in had:
        one = PrioritySet(priority, _moment(at))
        if not found or found[-1].priority != one.priority:
            found.append(one)
    return found


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
