"""Makes cohorts, gives places in them with a mentor, and ends places with how they ended."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.staffing.refused import Refused
from onechild.service.record.models import AcademyCohort, AcademyPlace


def make(
    *,
    name: str,
    kind: str,
    places: int | None,
    lead_id: str | None,
    on: date,
    until: date | None,
    words: str,
    by: Person,
    today: date,
) -> AcademyCohort:
    """Make a cohort from a day."""
    with change_set(by=by, kind="edit", words="Academy cohort made"):
        return AcademyCohort.objects.create(
            name=name,
            kind=kind,
            places=places,
            lead_id=lead_id or None,
            started_on=on,
            ended_on=until,
            words=words,
            recorded_on=today,
        )


def place(
    *, cohort: AcademyCohort, worker_id: str, mentor_id: str | None, on: date, by: Person, today: date
) -> AcademyPlace:
    """Give somebody a place. Raises Refused where they have one, none is left, or they would mentor themselves."""
    with change_set(by=by, kind="edit", words="Academy place given"):
        row = AcademyCohort.objects.select_for_update().get(pk=cohort.pk)
        held = AcademyPlace.objects.filter(cohort=row, ended_on=None)
        if held.filter(worker_id=worker_id).exists():
            raise Refused("worker", "They have a place in this cohort already.")
        if row.places is not None and held.count() >= row.places:
            raise Refused("worker", f"All {row.places} places are taken.")
        if mentor_id and mentor_id == worker_id:
            raise Refused("mentor", "Nobody mentors themselves.")
        return AcademyPlace.objects.create(
            cohort=row, worker_id=worker_id, mentor_id=mentor_id or None, started_on=on, recorded_on=today
        )


def end_place(
    *, place: AcademyPlace, on: date, outcome: str, words: str, seen_version: int, by: Person, today: date
) -> None:
    """End a place with how it ended. Raises Refused, Stale."""
    with change_set(by=by, kind="edit", words="Academy place ended"):
        row = AcademyPlace.objects.select_for_update().get(pk=place.pk)
        if on < row.started_on:
            raise Refused("ended_on", "It can’t end before it began.")
        typed = {"ended_on": on, "outcome": outcome, "outcome_words": words}
        changed(row, seen_version=seen_version, typed=typed)
        row.end_recorded_on = today
        row.save(update_fields=[*typed, "end_recorded_on"])
