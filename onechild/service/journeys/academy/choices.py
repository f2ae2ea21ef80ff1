"""Whom forms of the academy let people choose."""

from __future__ import annotations

from datetime import date

from onechild.service.journeys.academy.who import on_day
from onechild.service.record.models import Employment, TeamMembership
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

Choices = list[tuple[str, str]]
NOBODY = [("", "")]


def staff(today: date) -> Choices:
    """Everybody in post or in a team on the day, by name."""
    ids = {
        *Employment.objects.filter(on_day(today)).values_list("worker_id", flat=True),
        *TeamMembership.objects.filter(on_day(today)).values_list("worker_id", flat=True),
    }
    names = worker_names(ids)
    return sorted(((key, names.get(key, NO_WORKER_NAME)) for key in ids), key=lambda one: one[1].lower())
