"""Cohorts, observations and the assessed year through their pages, and the caseload that protects it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.access.actions.restrict import restrict
from onechild.service.journeys.academy.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    AcademyCohort,
    AcademyPlace,
    Allocation,
    AssessedYear,
    AssessedYearNote,
    AssessedYearReview,
    CaseloadException,
    ChildProtectionPlan,
    Obligation,
    PracticeObservation,
    Worker,
    WorkerName,
)
from onechild.service.record.queries.workforce import people, targets
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.people import a_worker, a_worker_with_children, child_of, make_user, sign_in, team_of

__all__ = ["a_day_that_stands_still"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def _day(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


@pytest.fixture
def novice() -> str:
    """A worker with children, ours and named."""
    worker_id = a_worker_with_children()
    with change_set(by="a test", kind="edit", words="a name"):
        WorkerName.objects.create(worker_id=worker_id, name="Robin Ash")
    return worker_id


@pytest.fixture
def assessor(novice: str) -> str:
    """Who assesses."""
    return a_worker(team_of(novice), role="senior_practitioner")


def _begun(client: Client, novice: str, assessor: str, on: date = date(2026, 9, 7)) -> AssessedYear:
    answer = client.post(reverse("assessed-year-new", args=[novice]), {"assessor": assessor, **_day("started_on", on)})
    assert answer.status_code == 302
    return AssessedYear.objects.get(worker_id=novice, ended_on=None)


def _reviewed(client: Client, year: AssessedYear, **more: Any) -> Any:
    typed = {"stage": "3", "finding": "on_track", "words": "Asks early.", "workload_kept": "yes"}
    return client.post(
        reverse("assessed-year-review", args=[year.pk]), {**typed, **_day("happened_on", date(2026, 11, 20)), **more}
    )


def _observed(client: Client, novice: str) -> PracticeObservation:
    typed = {"setting": "home_visit", "strengths": "Sat on the floor.", "to_learn": "Ends.", "met_standard": "yes"}
    answer = client.post(
        reverse("observation-new", args=[novice]),
        {**typed, "family_words": "She listened.", **_day("happened_on", date(2026, 11, 18))},
    )
    assert answer.status_code == 302
    return PracticeObservation.objects.get(worker_id=novice)


def test_a_cohort_has_so_many_places_and_a_place_ends_with_how_it_ended(client: Client, novice: str) -> None:
    sign_in(client, "principal_social_worker")
    made = {"name": "Autumn 2026", "kind": "newly_qualified", "places": "1", **_day("started_on", date(2026, 9, 1))}
    client.post(reverse("cohort-new"), made)
    cohort = AcademyCohort.objects.get()
    page = reverse("place-new", args=[cohort.pk])
    own = client.post(page, {"worker": novice, "mentor": novice, **_day("started_on", date(2026, 9, 1))})
    assert "Nobody mentors themselves" in own.content.decode()
    client.post(page, {"worker": novice, **_day("started_on", date(2026, 9, 1))})
    other = a_worker(team_of(novice))
    full = client.post(page, {"worker": other, **_day("started_on", date(2026, 9, 1))})
    assert "All 1 places are taken" in full.content.decode()
    place = AcademyPlace.objects.get()
    typed = {"outcome": "passed", "outcome_words": "Ready.", "edit_version": place.edit_version}
    client.post(reverse("place-end", args=[place.pk]), {**typed, **_day("ended_on", TODAY)})
    shown = client.get(reverse("cohort", args=[cohort.pk])).content.decode()
    assert "Passed" in shown
    assert "Ready." in shown


def test_a_year_that_begins_brings_its_review_its_supervision_and_a_lower_target_at_once(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "workforce_lead")
    before = targets(today=TODAY).of(people([novice], today=TODAY)[novice])
    year = _begun(client, novice, assessor)
    owed = Obligation.objects.filter(subject_kind="worker", subject_id=novice, met_on=None, ended_on=None)
    due = dict(owed.values_list("clock", "due_on"))
    assert due["assessed-year-review"] == date(2026, 12, 7)
    assert "newly-qualified-supervision" in due
    assert Worker.objects.get(pk=novice).newly_qualified_to == date(2027, 9, 7)
    assert targets(today=TODAY).of(people([novice], today=TODAY)[novice]) <= before
    page = client.get(reverse("assessed-year", args=[year.pk])).content.decode()
    assert "Review the assessed year" in page
    assert "September 2027" in page  # what may replace it


def test_a_review_meets_its_clock_and_keeps_the_cases_that_the_record_says(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    year = _begun(client, novice, assessor)
    _reviewed(client, year)
    row, note = AssessedYearReview.objects.get(assessed_year=year), AssessedYearNote.objects.get()
    assert note.cases_held == people_hold(novice)
    met = Obligation.objects.get(subject_id=novice, clock="assessed-year-review", met_on=row.happened_on)
    assert met.due_on == date(2026, 12, 7)
    following = Obligation.objects.get(subject_id=novice, clock="assessed-year-review", met_on=None, ended_on=None)
    assert following.due_on == date(2027, 2, 20)


def people_hold(worker_id: str) -> int:
    """How many children somebody leads."""
    return Allocation.objects.filter(worker_id=worker_id, role="lead", ended_on=None).values("child").distinct().count()


def test_a_review_that_finds_concern_says_what_support_follows_and_why_the_workload_was_not_kept(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    year = _begun(client, novice, assessor)
    refused = _reviewed(client, year, finding="concern", workload_kept="no").content.decode()
    assert "Say what support follows, and from whom" in refused
    assert "Say what happened, and what changes" in refused
    assert not AssessedYearReview.objects.filter(assessed_year=year).exists()


def test_the_worker_reads_and_signs_what_is_written_of_them_and_nobody_else_does(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    year = _begun(client, novice, assessor)
    _reviewed(client, year)
    row, note = _observed(client, novice), AssessedYearNote.objects.get()
    assert client.post(reverse("observation-sign", args=[row.pk]), {"worker_words": "Not mine."}).status_code == 403
    assert client.post(reverse("assessed-year-sign", args=[note.pk])).status_code == 403
    me = make_user("newly_qualified", worker_id=novice)
    sign_in(client, user=me)
    mine = client.get(reverse("my-academy")).content.decode()
    assert "Waits for your words" in mine
    assert "Your assessed year began on 7 September" in mine
    client.post(reverse("observation-sign", args=[row.pk]), {"worker_words": "I was nervous."})
    client.post(reverse("assessed-year-sign", args=[note.pk]))
    shown = client.get(reverse("observation", args=[row.pk])).content.decode()
    assert "I was nervous." in shown
    assert "She listened." in shown
    assert "Waits for your words" not in client.get(reverse("my-academy")).content.decode()
    again = client.post(reverse("observation-sign", args=[row.pk]), {"worker_words": "Twice."})
    assert "You have signed this already" in again.content.decode()


def test_another_worker_of_the_team_reads_neither_year_nor_observation(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    year, row = _begun(client, novice, assessor), _observed(client, novice)
    sign_in(client, "social_worker", worker_id=a_worker(team_of(novice)))
    assert client.get(reverse("assessed-year", args=[year.pk])).status_code == 403
    assert client.get(reverse("observation", args=[row.pk])).status_code == 404
    assert client.get(reverse("academy")).status_code == 403
    assert client.get(reverse("academy-worker", args=[novice])).status_code == 403


def test_a_first_year_that_leads_protection_work_stands_on_the_list_with_the_reason_or_without(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    _begun(client, novice, assessor)
    child = child_of(novice)
    with change_set(by="a test", kind="edit", words="a plan"):
        ChildProtectionPlan.objects.create(child=child, started_on=date(2026, 10, 1))
    page = client.get(reverse("academy")).content.decode()
    assert "1 without a reason" in page
    assert "No reason written" in page
    with change_set(by="a test", kind="edit", words="a reason"):
        CaseloadException.objects.create(
            child=child,
            worker_id=novice,
            rule="newly_qualified_leads_statutory",
            words="Knows the family from placement.",
            by_name="Pat",
            happened_on=TODAY,
        )
    page = client.get(reverse("academy")).content.decode()
    assert "“Knows the family from placement.” (Pat)" in page
    assert "without a reason" not in page


def test_who_sees_no_child_is_told_how_many_and_no_name(client: Client, novice: str, assessor: str) -> None:
    sign_in(client, "workforce_lead")
    _begun(client, novice, assessor)
    child = child_of(novice)
    with change_set(by="a test", kind="edit", words="a plan"):
        ChildProtectionPlan.objects.create(child=child, started_on=date(2026, 10, 1))
    page = client.get(reverse("academy")).content.decode()
    assert "1 whose records you may not open" in page
    assert child.la_child_id not in page


def test_a_restricted_child_is_in_no_count_of_somebody_who_may_not_know(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    _begun(client, novice, assessor)
    child = child_of(novice)
    with change_set(by="a test", kind="edit", words="a plan"):
        ChildProtectionPlan.objects.create(child=child, started_on=date(2026, 10, 1))
    director = make_user("director")
    restrict(
        child_id=child.pk, restriction="witness_protection", reason="At risk", people=[director], by=director, at=NOW
    )
    page = client.get(reverse("academy")).content.decode()
    assert "without a reason" not in page


def test_a_year_is_made_longer_with_a_reason_and_ends_passed(client: Client, novice: str, assessor: str) -> None:
    sign_in(client, "principal_social_worker")
    year = _begun(client, novice, assessor, on=date(2025, 11, 3))
    with change_set(by="a test", kind="edit", words="a place"):
        cohort = AcademyCohort.objects.create(name="2025", kind="newly_qualified", started_on=date(2025, 9, 1))
        AcademyPlace.objects.create(cohort=cohort, worker_id=novice, started_on=date(2025, 9, 1))
    page = reverse("assessed-year-end", args=[year.pk])
    longer = {"outcome": "extended", "edit_version": year.edit_version, **_day("ended_on", date(2027, 3, 31))}
    assert "Say why it is made longer" in client.post(page, longer).content.decode()
    assert client.post(page, {**longer, "words": "Three months ill."}).status_code == 302
    assert Worker.objects.get(pk=novice).newly_qualified_to == date(2027, 3, 31)
    assert AcademyPlace.objects.get().outcome_words == "Three months ill."
    passed = {"outcome": "passed", "edit_version": year.edit_version, **_day("ended_on", TODAY)}
    assert client.post(page, passed).status_code == 302
    year.refresh_from_db()
    assert (year.passed, year.ended_on) == (True, TODAY)
    open_ = Obligation.objects.filter(
        subject_id=novice, clock="newly-qualified-supervision", met_on=None, ended_on=None
    )
    assert not open_.exists()


def test_what_waits_for_an_assessor_and_a_novice_stands_on_their_my_day(
    client: Client, novice: str, assessor: str
) -> None:
    sign_in(client, "principal_social_worker")
    _begun(client, novice, assessor)
    _observed(client, novice)
    sign_in(client, "senior_practitioner", worker_id=assessor)
    client.get(reverse("my-academy"))
    viewer = type("Viewer", (), {"worker_id": assessor})()
    [owed] = waiting_for(viewer, today=TODAY, now=None)  # type: ignore[arg-type]
    assert (owed.title, owed.due_on) == ("Review the assessed year of Robin Ash", date(2026, 12, 7))
