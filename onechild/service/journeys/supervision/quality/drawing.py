"""Draws each month's sample of case supervisions, so that anybody can show later how it was drawn.

The month's name is the seed: the notes signed in the month before, whatever day they tell of, are put in the order of a
digest of that name and each one's key, and the first few are taken. A month is drawn once; how is kept with each.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays import LONDON
from onechild.knowledge.workdays.counting import working_day_after
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import SupervisionNote, SupervisionReading
from onechild.service.record.queries.standards import held

EACH_MONTH, WORKING_DAYS = "supervision_second_reads", 15
BY = "the monthly draw of supervisions"
# Where a reading's answers keep how it was drawn: no line of the rubric has this key.
DRAWN = "drawn"


def draw_monthly(*, today: date) -> None:
    """Draw the sample of the month before this one, for the timetable."""
    draw(today=today, by=BY)


def draw(*, today: date, by: Person | str) -> list[SupervisionReading]:
    """Draw the sample of the month before this one, and return what was drawn now: nothing where it was drawn before.

    Whoever calls must see every child, or the sample is not that of the timetable.
    """
    until = today.replace(day=1)
    since = (until - timedelta(days=1)).replace(day=1)
    month = f"{since:%Y-%m}"
    if _is_drawn(month):
        return []
    pool = signed(since, until)
    chosen = sample(pool, month=month, many=each_month(today))
    if not chosen:
        return []
    with change_set(by=by, kind="edit", words=f"Supervisions drawn for {month}"):
        locked({one.child_id for one in chosen})
        if _is_drawn(month):  # by another, while this one waited
            return []
        due, how = working_day_after(today, WORKING_DAYS), how_drawn(pool, month=month, many=len(chosen))
        return [
            SupervisionReading.objects.create(
                child_id=one.child_id,
                note=one,
                happened_on=today,
                recorded_on=today,
                drawn_for=month,
                due_on=due,
                answers={DRAWN: how},
            )
            for one in chosen
        ]


def signed(since: date, until: date) -> list[SupervisionNote]:
    """This function will return the notes of case supervisions that the supervisor signed from `since`, before `until`.

    The days are London's. A note that was drawn for another month is left out: none is read twice.
    """
    first, end = (datetime.combine(day, time(), tzinfo=LONDON) for day in (since, until))
    rows = SupervisionNote.objects.filter(
        session__supervisor_signed_at__gte=first,
        session__supervisor_signed_at__lt=end,
        supervision__isnull=False,
        later=False,
    )
    before = SupervisionReading.every.exclude(drawn_for=f"{since:%Y-%m}").values("note_id")
    return list(rows.exclude(pk__in=before).order_by("pk"))


def sample(found: Sequence[SupervisionNote], *, month: str, many: int) -> list[SupervisionNote]:
    """This function will return the notes drawn for a month: the same for the same notes and month."""
    return sorted(found, key=lambda row: sha256(f"{month}:{row.pk}".encode()).hexdigest())[:many]


def how_drawn(pool: Sequence[SupervisionNote], *, month: str, many: int) -> dict[str, Any]:
    """This function will return what shows later how a month was drawn: the seed, how many of how many, from which.

    The fingerprint is the SHA-256 of the keys of all the notes in the pool, sorted, one a line.
    """
    keys = "\n".join(sorted(row.pk for row in pool))
    return {"seed": month, "taken": many, "of": len(pool), "fingerprint": sha256(keys.encode()).hexdigest()}


def each_month(today: date) -> int:
    """This function will return how many are drawn in a month: what the council has set, else the usual."""
    [standard] = held(today=today, setting=EACH_MONTH)
    return int(standard.now.row.value if standard.now else local_standard(EACH_MONTH).default or 0)


def _is_drawn(month: str) -> bool:
    """Whether a month was drawn, also where what was drawn has gone since."""
    return SupervisionReading.every.filter(drawn_for=month).exists()
