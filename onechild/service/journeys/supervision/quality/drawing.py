"""Draws each month's sample of case supervisions, so that anybody can show later how it was drawn.

The month's name is the seed: the signed notes of the month before are put in the order of a digest of that name and
each one's key, and the first few are taken. Drawing twice draws the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays.counting import working_day_after
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import SupervisionNote, SupervisionReading
from onechild.service.record.queries.standards import held

EACH_MONTH, WORKING_DAYS = "supervision_second_reads", 15
BY = "the monthly draw of supervisions"


def draw_monthly(*, today: date) -> None:
    """Draw the sample of the month before this one, for the timetable."""
    draw(today=today, by=BY)


def draw(*, today: date, by: Person | str) -> list[SupervisionReading]:
    """Draw the sample of the month before this one, and return what was drawn now; a second draw adds nothing."""
    until = today.replace(day=1)
    since = (until - timedelta(days=1)).replace(day=1)
    month = f"{since:%Y-%m}"
    chosen = sample(signed(since, until), month=month, many=each_month(today))
    known = set(SupervisionReading.objects.filter(note__in=chosen).values_list("note_id", flat=True))
    fresh = [one for one in chosen if one.pk not in known]
    if not fresh:
        return []
    with change_set(by=by, kind="edit", words=f"Supervisions drawn for {month}"):
        locked({one.child_id for one in fresh})
        due = working_day_after(today, WORKING_DAYS)
        return [
            SupervisionReading.objects.create(
                child_id=one.child_id, note=one, happened_on=today, recorded_on=today, drawn_for=month, due_on=due
            )
            for one in fresh
        ]


def signed(since: date, until: date) -> list[SupervisionNote]:
    """This function will return the notes of case supervisions held in these days that the supervisor has signed."""
    rows = SupervisionNote.objects.filter(
        happened_on__gte=since, happened_on__lt=until, supervision__isnull=False, later=False
    )
    return list(rows.filter(session__supervisor_signed_at__isnull=False).order_by("pk"))


def sample(found: Sequence[SupervisionNote], *, month: str, many: int) -> list[SupervisionNote]:
    """This function will return the notes drawn for a month: the same for the same notes and month."""
    return sorted(found, key=lambda row: sha256(f"{month}:{row.pk}".encode()).hexdigest())[:many]


def each_month(today: date) -> int:
    """This function will return how many are drawn in a month: what the council has set, else the usual."""
    [standard] = held(today=today, setting=EACH_MONTH)
    return int(standard.now.row.value if standard.now else local_standard(EACH_MONTH).default or 0)
