"""The days ahead that are set for a child: conferences planned, hearings listed, reviews of a child in care."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from onechild.knowledge.workdays.hours import LONDON, london
from onechild.service.record.models import ConferenceArrangement, Hearing, LookedAfterReview, StepTaken
from onechild.service.record.models.fields import code_in_words


@dataclass(frozen=True, order=True)
class DaySet:
    """A day that somebody set; `kind` is conference, hearing or review."""

    child_id: str
    on: date
    what: str
    kind: str


def days_set(child_ids: Collection[str], *, since: date, until: date) -> list[DaySet]:
    """This function will return the days set from one day to another, both included: four queries.

    They come a child at a time, the earliest first. What was cancelled or held already is left out.
    """
    ids = list(child_ids)
    return sorted({*_conferences(ids, since, until), *_hearings(ids, since, until), *_reviews(ids, since, until)})


def _conferences(ids: list[str], since: date, until: date) -> Iterator[DaySet]:
    planned = ConferenceArrangement.objects.filter(
        child_id__in=ids,
        conference__isnull=True,
        cancelled_on__isnull=True,
        planned_for__gte=_midnight(since),
        planned_for__lt=_midnight(until + timedelta(days=1)),
    )
    told = set()
    for row in planned:
        if row.planned_for:
            kind = code_in_words("conference_kind", row.conference_kind)
            told.add((row.child_id, london(row.planned_for)))
            yield DaySet(row.child_id, london(row.planned_for), f"{kind} conference", "conference")
    steps = StepTaken.objects.filter(child_id__in=ids, step="conference_planned", set_for_on__range=(since, until))
    for child_id, on in steps.values_list("child_id", "set_for_on"):
        if on and (child_id, on) not in told:
            yield DaySet(child_id, on, "Conference", "conference")


def _hearings(ids: list[str], since: date, until: date) -> Iterator[DaySet]:
    for row in Hearing.objects.filter(child_id__in=ids, happened_on__range=(since, until)).exclude(held=True):
        named = row.hearing_kind and row.hearing_kind != "other"
        what = code_in_words("hearing_kind", row.hearing_kind) if named else "Court hearing"
        yield DaySet(row.child_id, row.happened_on, what, "hearing")


def _reviews(ids: list[str], since: date, until: date) -> Iterator[DaySet]:
    rows = LookedAfterReview.objects.filter(child_id__in=ids).exclude(cancelled=True)
    for row in rows.filter(Q(happened_on__range=(since, until)) | Q(target_on__range=(since, until))):
        on = row.happened_on or row.target_on
        if on and since <= on <= until:
            yield DaySet(row.child_id, on, "Review of the child in care", "review")


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time.min, tzinfo=LONDON)
