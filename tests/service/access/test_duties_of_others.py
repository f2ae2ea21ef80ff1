"""Duties whose subject is no child, and what people ask of the council: seen by those whose work it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from onechild.service.access.entering import as_viewer
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Complaint, Obligation, Team
from tests.service.people import a_worker, make_user

pytestmark = pytest.mark.django_db
CARERS = ["adopter", "application", "household"]
KINDS = ("adopter", "allegation", "application", "complaint", "household", "request", "worker")
DAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def a_new_worker() -> str:
    """A worker of some team."""
    return a_worker(str(Team.objects.order_by("pk")[0].pk))


@pytest.fixture
def worker_id() -> str:
    """A worker, with a duty of each kind there is; the worker's own duty among them."""
    worker = a_new_worker()
    for kind in KINDS:
        Obligation.objects.create(
            subject_kind=kind, subject_id=worker, child=None, clock="a-clock", spell_id="s", sequence=1,
            started_on=DAY, due_on=DAY,
        )  # fmt: skip
    return worker


def seen_by(role: str, worker_id: str | None = None) -> list[str]:
    """The kinds of subject of whose duties somebody in this role sees one."""
    user = make_user(role, worker_id=worker_id)
    with as_viewer(user, now=NOW), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT subject_kind FROM obligations WHERE clock = 'a-clock' ORDER BY 1")
        return [kind for (kind,) in cursor.fetchall()]


def test_a_worker_sees_their_own_duty_and_those_of_carers(worker_id: str) -> None:
    assert seen_by("family_worker", worker_id) == [*CARERS, "worker"]


def test_another_worker_does_not_see_what_a_colleague_is_owed(worker_id: str) -> None:
    assert seen_by("social_worker", a_new_worker()) == CARERS
    assert seen_by("fostering", a_new_worker()) == CARERS


def test_a_team_manager_sees_those_of_workers_and_carers_and_not_complaints(worker_id: str) -> None:
    assert seen_by("team_manager") == ["adopter", "application", "household", "worker"]


def test_whoever_answers_requests_sees_those_of_requests_and_complaints(worker_id: str) -> None:
    assert seen_by("head_of_data") == list(KINDS)


def test_a_complaint_is_hidden_from_a_worker_with_no_right_to_it() -> None:
    with change_set(by="a test", kind="edit", words="a complaint came"):
        Complaint.objects.create(happened_on=DAY)
    with as_viewer(make_user("social_worker", worker_id=a_new_worker()), now=NOW):
        assert not Complaint.objects.exists()
