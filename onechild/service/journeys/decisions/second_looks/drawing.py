"""Draws the week's sample of decisions that sent a child away, so that anybody can show later how it was drawn.

The week's name is the seed: the decisions of the week before are put in the order of a digest of the week's name and
each one's key, and the first few are taken. Drawing twice draws the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

from django.db.models import Q

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays.counting import working_day_after
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Decision, SecondLook, Setting, Watch

EACH_WEEK, WORKING_DAYS = "front_door_second_looks", 10
BY = "the weekly draw of second looks"


def draw_weekly(*, today: date) -> None:
    """Draw the sample of the week before this one, for the timetable."""
    draw(today=today, by=BY)


def draw(*, today: date, by: Person | str) -> list[SecondLook]:
    """Draw the sample of the week before this one, and return what was drawn now; a second draw adds nothing."""
    monday = today - timedelta(days=today.weekday())
    week = f"{monday.isocalendar().year}-W{monday.isocalendar().week:02}"
    chosen = sample(redirects(monday - timedelta(days=7), monday), week=week, many=each_week(today))
    fresh = [one for one in chosen if not SecondLook.objects.filter(decision=one).exists()]
    if not fresh:
        return []
    with change_set(by=by, kind="edit", words=f"Second looks drawn for {week}"):
        locked({one.child_id for one in fresh})
        due = working_day_after(today, WORKING_DAYS)
        return [
            SecondLook.objects.create(
                child_id=one.child_id, decision=one, happened_on=today, recorded_on=today, drawn_for=week, due_on=due
            )
            for one in fresh
        ]


def redirects(since: date, until: date) -> list[Decision]:
    """This function will return decisions of these days that a watch follows as a redirect, one for a sibling group."""
    watched = Watch.objects.filter(
        kind__in=("early_help", "no_further_action"), ended_on__isnull=True, started_on__gte=since, started_on__lt=until
    )
    rows = Decision.objects.filter(pk__in=watched.values("decision_id")).order_by("pk")
    once = {row.group_id or row.pk: row for row in reversed(rows)}
    return list(once.values())


def sample(found: Sequence[Decision], *, week: str, many: int) -> list[Decision]:
    """This function will return the decisions drawn for a week: the same for the same decisions and week."""
    ordered = sorted(found, key=lambda row: sha256(f"{week}:{row.pk}".encode()).hexdigest())
    return ordered[:many]


def each_week(today: date) -> int:
    """This function will return how many are drawn in a week: what the council has set, else the usual."""
    held = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    row = Setting.objects.filter(held, setting=EACH_WEEK, started_on__lte=today).order_by("-started_on").first()
    return int(row.value if row else local_standard(EACH_WEEK).default or 0)
