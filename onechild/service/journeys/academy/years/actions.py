"""Begins, reviews, ends and lengthens assessed years: the contract's rows, so that the clocks run by them at once."""

from __future__ import annotations

from datetime import date, datetime

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew_others
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import AcademyPlace, AssessedYear, AssessedYearNote, AssessedYearReview, Worker

A_YEAR = Length(12, "month")


def begin(*, worker_id: str, assessor_id: str, on: date, by: Person, today: date) -> AssessedYear:
    """Begin a worker's assessed year; their first year, which lowers the target, runs as long.

    This function will raise Refused where one runs already, or somebody would assess themselves.
    """
    with change_set(by=by, kind="edit", words="Assessed year begun"):
        worker = _lock(worker_id)
        if assessor_id == worker_id:
            raise Refused("assessor", "Nobody assesses themselves.")
        if AssessedYear.objects.filter(worker_id=worker_id, ended_on=None).exists():
            raise Refused("started_on", "An assessed year runs already.")
        row = AssessedYear.objects.create(
            worker_id=worker_id, assessor_id=assessor_id, started_on=on, recorded_on=today
        )
        _first_year_to(worker, add(on, A_YEAR))
        for place in AcademyPlace.objects.select_for_update().filter(worker_id=worker_id, ended_on=None):
            place.assessed_year = row
            place.save(update_fields=["assessed_year"])
        renew_others([worker_id])
        return row


def review(
    *,
    year: AssessedYear,
    on: date,
    stage: str,
    finding: str,
    words: str,
    support: str,
    workload_kept: bool,
    workload_words: str,
    cases_held: int | None,
    by: Person,
    today: date,
) -> AssessedYearNote:
    """Keep a review of the year; `cases_held` was worked out from the record by the caller.

    A year that a load owns is reviewed here too: a review is a row beside it. Raises Refused for a day before it began.
    """
    with change_set(by=by, kind="edit", words="Assessed year reviewed"):
        _lock(year.worker_id)
        if on < year.started_on:
            raise Refused("happened_on", "The review can’t be before the year began.")
        row = AssessedYearReview.objects.create(
            worker_id=year.worker_id, assessed_year=year, happened_on=on, recorded_on=today
        )
        note = AssessedYearNote.objects.create(
            review=row,
            worker_id=year.worker_id,
            happened_on=on,
            stage=stage,
            finding=finding,
            words=words,
            support=support,
            workload_kept=workload_kept,
            workload_words=workload_words,
            cases_held=cases_held,
            by_name=by.name,
            recorded_on=today,
        )
        renew_others([year.worker_id])
        return note


def sign(*, note: AssessedYearNote, by: Person, now: datetime) -> None:
    """Sign a review of one's own year; signed once, it stays so."""
    with change_set(by=by, kind="edit", words="Assessed year's review signed"):
        row = AssessedYearNote.objects.select_for_update().get(pk=note.pk)
        if row.worker_signed_at is None:
            row.worker_signed_at = now
            row.save(update_fields=["worker_signed_at"])


def end(*, year: AssessedYear, on: date, passed: bool, seen_version: int, by: Person, today: date) -> None:
    """End a year as passed or not. Raises Refused where a load owns it, Stale."""
    with change_set(by=by, kind="edit", words="Assessed year ended"):
        worker = _lock(year.worker_id)
        row = AssessedYear.objects.select_for_update().get(pk=year.pk)
        if row.origin_id is not None:
            raise Refused("outcome", THE_SOURCES)
        if on < row.started_on:
            raise Refused("ended_on", "It can’t end before it began.")
        changed(row, seen_version=seen_version, typed={"ended_on": on, "passed": passed})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "passed", "end_recorded_on"])
        _first_year_to(worker, on)
        renew_others([year.worker_id])


def extend(*, year: AssessedYear, until: date, words: str, by: Person, today: date) -> None:
    """Make a year longer, with the reason on the worker's place; the protected caseload goes on as long.

    This function will raise Refused where a load owns the worker's row, or they have no place in the academy.
    """
    with change_set(by=by, kind="edit", words="Assessed year made longer"):
        worker = _lock(year.worker_id)
        if worker.origin_id is not None or year.origin_id is not None:
            raise Refused("outcome", THE_SOURCES)
        place = AcademyPlace.objects.select_for_update().filter(worker_id=year.worker_id, ended_on=None).first()
        if place is None:
            raise Refused("outcome", "Give them a place in a cohort first: the reason is kept there.")
        if until <= max(add(year.started_on, A_YEAR), today):
            raise Refused("ended_on", "It is made longer to a day after its twelve months, and to come.")
        place.outcome, place.outcome_words = "extended", words
        place.save(update_fields=["outcome", "outcome_words"])
        _first_year_to(worker, until)
        renew_others([year.worker_id])


def _lock(worker_id: str) -> Worker:
    return Worker.objects.select_for_update(no_key=True).get(pk=worker_id)


def _first_year_to(worker: Worker, until: date) -> None:
    """The end of the first year, by which targets are lower; a worker whom a load owns keeps what it says."""
    if worker.origin_id is None and worker.newly_qualified_to != until:
        worker.newly_qualified_to = until
        worker.save(update_fields=["newly_qualified_to"])
