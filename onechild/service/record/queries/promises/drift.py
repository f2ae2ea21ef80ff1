"""How far what was promised for a child has slipped, in plain counts: no score, and nothing foretold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, F, Q

from onechild.service.record.models import Direction, DirectionStep, DirectionStepKind
from onechild.service.record.queries.promises.reading import Promise, open_promises

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Drift:
    """A child's promises: open and late now, days late in sum, and over the last year moved, kept, kept by their day.

    `oldest_on` is the day that the oldest open promise was given.
    """

    open: int = 0
    late: int = 0
    days_late: int = 0
    moved: int = 0
    kept: int = 0
    kept_in_time: int = 0
    oldest_on: date | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """Most days late first, then most late, then most often moved."""
        return (-self.days_late, -self.late, -self.moved)


def drift_of(child_ids: Collection[str], *, today: date, known: Collection[Promise] | None = None) -> dict[str, Drift]:
    """This function will return the drift of each of these children.

    `known` are their open promises where the caller has read them; then it is two queries.
    """
    ids = set(child_ids)
    rows = open_promises(child_ids=ids, today=today) if known is None else [one for one in known if one.child_id in ids]
    found = {child_id: Drift() for child_id in ids}
    for one in rows:
        was = found[one.child_id]
        days = one.days_late(today)
        given = [day for day in (was.oldest_on, one.given_on) if day]
        found[one.child_id] = replace(
            was,
            open=was.open + 1,
            late=was.late + (days > 0),
            days_late=was.days_late + days,
            oldest_on=min(given, default=None),
        )
    since = today - A_YEAR
    moves = DirectionStep.objects.filter(
        child_id__in=ids, step__in=(DirectionStepKind.DUE, DirectionStepKind.CHANGED), happened_on__gt=since
    ).exclude(from_due_on=F("to_due_on"))
    for child_id, moved in moves.values_list("child_id").annotate(n=Count("pk")):
        found[child_id] = replace(found[child_id], moved=moved)
    kept = Direction.objects.filter(child_id__in=ids, done_on__gt=since, done_on__lte=today, due_on__isnull=False)
    in_time = Count("pk", filter=Q(done_on__lte=F("due_on")))
    for child_id, number, good in kept.values_list("child_id").annotate(n=Count("pk"), good=in_time):
        found[child_id] = replace(found[child_id], kept=number, kept_in_time=good)
    return found
