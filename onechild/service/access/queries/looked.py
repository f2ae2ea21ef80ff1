"""Who has looked at a child's record, and what a person has looked at: the access log, read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Q, QuerySet

from onechild.knowledge.workdays import LONDON
from onechild.service.access.models import Event, User
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.viewer import Viewer
from onechild.service.access.visible import children

REFUSED = "refused"


@dataclass(frozen=True)
class Look:
    """One event as a line of a page: when, who, what they saw, and by what right."""

    at: datetime
    who: str
    what: str
    right: str
    refused: bool


def who_looked(child_id: str, *, since: date | None, until: date | None) -> list[Event]:
    """This function will return the events with this child, newest first, from one London day to and with another.

    None for a viewer who may not see the log, or the child.
    """
    with connection.cursor() as cursor:
        cursor.callproc("access_looked", [child_id, *_moments(since, until)])
        columns = [column.name for column in cursor.description]
        events = [Event(**dict(zip(columns, row, strict=True))) for row in cursor.fetchall()]
    users = User.objects.in_bulk({event.user_id for event in events if event.user_id})
    for event in events:
        event.user = users.get(event.user_id)
    return events


def my_views(viewer: Viewer, *, since: date | None, until: date | None) -> QuerySet[Event]:
    """This function will return the viewer's own events, newest first."""
    first, last = _moments(since, until)
    asked = Q(user_id=viewer.pk)
    if first:
        asked &= Q(at__gte=first)
    if last:
        asked &= Q(at__lt=last)
    return Event.objects.filter(asked).select_related("user").order_by("-at", "-event_id")


def looks(events: Iterable[Event]) -> list[Look]:
    """This function will return events as lines."""
    return [
        Look(
            at=event.at.astimezone(LONDON),
            who=event.user.name if event.user else "somebody not signed in",
            what=event.what,
            right=_right(event.reason),
            refused=event.kind == REFUSED,
        )
        for event in events
    ]


def public_ids(viewer: Viewer, events: Iterable[Event]) -> dict[int, list[str]]:
    """This function will return, for each event, the public ids of those children whom the viewer may see now."""
    listed = list(events)
    named: dict[str, str] = dict(
        children(viewer)
        .filter(pk__in={child for event in listed for child in event.children})
        .values_list("pk", "la_child_id")
    )
    return {event.event_id: [named[child] for child in event.children if child in named] for event in listed}


def _moments(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    """The first moment of one London day, and that after the last of another."""
    first = datetime.combine(since, time(), LONDON) if since else None
    return first, datetime.combine(until + timedelta(days=1), time(), LONDON) if until else None


def _right(reason: str) -> str:
    words = {"glass": "opened in an emergency"}
    parts = [part for part in reason.split(", ") if part]
    return ", ".join(words.get(part) or (BY_ROLE[part].name if part in BY_ROLE else part) for part in parts)
