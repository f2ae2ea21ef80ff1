"""The census of a year from the record as it stands, with what is kept of each worker beside the contract."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.formats.workforce_census import Census, Workforce, choose
from onechild.knowledge.workdays.years import reporting_year, year_bounds
from onechild.service.journeys.workforce.counted import cases_on
from onechild.service.record.models import EmploymentNote, WorkerDetail, WorkerName

PERSON = ("born_on", "sex", "ethnicity", "qualification_level", "route", "organisation_role")
NOTE = ("start_origin", "leaver_destination", "reason_leave")


def latest_year(today: date) -> int:
    """The year of the last census day that has passed: on 22 November 2026 it is 2026."""
    return reporting_year(today, "workforce") - 1


def census_now(workforce: Workforce, *, year: int) -> Census:
    """This function will choose the census of a year: four queries besides those of the workforce."""
    numbers = WorkerName.objects.exclude(registration_number=None).values_list("worker_id", "registration_number")
    details = {row["worker_id"]: row for row in WorkerDetail.objects.values("worker_id", *PERSON)}
    notes = {row["employment_id"]: row for row in EmploymentNote.objects.values("employment_id", *NOTE)}
    return choose(
        workforce,
        year=year,
        cases=cases_on(year_bounds(year, "workforce")[1]),
        numbers={worker: number for worker, number in numbers if number},
        details=details,
        notes=notes,
    )
