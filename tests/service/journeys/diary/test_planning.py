"""The diary: planned once for several children, moved with the old day kept, cancelled with why, met by the visit."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import versions
from onechild.service.record.actions.visits import Seen, record
from onechild.service.record.models import Child, DiaryEntry, Relationship
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.diary.planned import planned
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.planning import Somebody, plan, visited
from tests.service.people import a_worker, child_of, child_of_other_team, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
ON = TODAY + timedelta(days=3)
DAY = {"planned_on_day": "24", "planned_on_month": "11", "planned_on_year": "2026"}


def address(child: Child) -> str:
    """The form that plans."""
    return f"/children/{child.la_child_id}/diary/new/"


def send(client: Client, child: Child, **answers: Any) -> Any:
    """Send the form."""
    typed = {**DAY, "kind": "visit", "purpose": "child_in_need", "children": [child.la_child_id], "starts_at": "2.30pm"}
    return client.post(address(child), {**typed, **answers})


@pytest.fixture
def worker(client: Client, holder: str) -> str:
    """A worker, signed in."""
    sign_in(client, "social_worker", worker_id=holder)
    return holder


def test_the_empty_form_chooses_nothing(client: Client, worker: str) -> None:
    shown = client.get(address(child_of(worker))).content.decode().split("<main")[1]
    assert shown.count("checked") == 1  # the child whose page it is


def test_the_box_of_the_child_is_a_box_that_shows_its_tick(client: Client, worker: str) -> None:
    field = str(client.get(address(child_of(worker))).context["form"]["children"])
    assert "govuk-checkboxes__input" in field
    assert "checked" in field


def test_a_duty_brings_its_purpose_to_the_form(client: Client, worker: str) -> None:
    form = client.get(address(child_of(worker)) + "?purpose=child_protection").context["form"]
    assert (form["kind"].value(), form["purpose"].value()) == ("visit", "child_protection")


def test_a_planned_visit_stands_in_the_workers_diary(client: Client, worker: str) -> None:
    child = child_of(worker)
    answer = send(client, child)
    entry = DiaryEntry.objects.get(child=child)
    assert (entry.planned_on, entry.starts_at, entry.worker_id) == (ON, time(14, 30), worker)
    assert "Tuesday 24 November, 2.30pm" in client.get(answer["Location"]).content.decode()


def test_brothers_and_sisters_are_one_round(client: Client, worker: str) -> None:
    first, second = Child.objects.filter(pk__in=[one.child_id for one in held_by(worker, today=TODAY)]).order_by("pk")[
        :2
    ]
    with change_set(by="a test", kind="edit", words="a sister"):
        Relationship.objects.create(child=first, related_child_id=second.pk, relation="sibling")
        Child.objects.filter(pk=second.pk).update(born_on=date(2018, 1, 1), died_on=None)
    send(client, first, children=[first.la_child_id, second.la_child_id])
    rounds = set(DiaryEntry.objects.filter(child__in=[first, second]).values_list("round_id", flat=True))
    assert len(rounds) == 1


def test_a_child_who_is_no_choice_is_refused(client: Client, worker: str) -> None:
    other = child_of_other_team(worker)
    assert send(client, child_of(worker), children=[other.la_child_id]).status_code == 200
    assert not DiaryEntry.objects.exists()


def test_a_visit_without_a_purpose_is_asked_for_one(client: Client, worker: str) -> None:
    assert "Say what the visit is for" in send(client, child_of(worker), purpose="").content.decode()


def test_a_day_that_is_past_is_refused(client: Client, worker: str) -> None:
    answer = send(client, child_of(worker), planned_on_day="20").content.decode()
    assert "must be on or after 21 November 2026" in answer


@pytest.mark.parametrize("typed", ["half two", "25:00", "2.75pm"])
def test_a_time_that_is_none_is_explained(client: Client, worker: str, typed: str) -> None:
    assert "Enter a time such as 2.30pm or 14:30" in send(client, child_of(worker), starts_at=typed).content.decode()


def test_a_move_keeps_the_day_before_with_why_and_by_whom(client: Client, worker: str) -> None:
    child = child_of(worker)
    [entry] = plan(worker, child, on=ON)
    answer = client.post(
        f"/diary/{entry.round_id}/move/",
        {
            "edit_version": 1, "planned_on_day": "25", "planned_on_month": "11", "planned_on_year": "2026",
            "starts_at": "10:00", "moved_reason": "School trip",
        },
    )  # fmt: skip
    shown = client.get(answer["Location"]).content.decode()
    assert "From Tuesday 24 November" in shown
    assert "School trip" in shown
    assert [version.row["planned_on"] for version in versions(entry)] == ["2026-11-24", "2026-11-25"]


def test_two_people_who_move_one_entry_are_told(client: Client, worker: str) -> None:
    [entry] = plan(worker, child_of(worker), on=ON)
    with change_set(by="Judith Lamptey", kind="edit", words="moved"):
        DiaryEntry.objects.filter(pk=entry.pk).update(planned_on=ON + timedelta(days=2))
    typed = {"edit_version": 1, "planned_on_day": "25", "planned_on_month": "11", "planned_on_year": "2026"}
    answer = client.post(f"/diary/{entry.round_id}/move/", {**typed, "moved_reason": "School trip"})
    assert answer.status_code == 409
    assert "Judith Lamptey" in answer.content.decode()


def test_what_is_cancelled_leaves_the_diary_and_keeps_its_reason(client: Client, worker: str) -> None:
    [entry] = plan(worker, child_of(worker), on=ON)
    answer = client.post(f"/diary/{entry.round_id}/cancel/", {"edit_version": 1, "cancelled_reason": "Ill"})
    assert "21 November: Ill" in client.get(answer["Location"]).content.decode()
    assert planned([worker], since=TODAY, until=ON) == []


def test_a_visit_recorded_on_the_day_meets_the_entry(worker: str) -> None:
    child = child_of(worker)
    [entry] = plan(worker, child, on=TODAY)
    done = record(
        children=[Seen(child=child, seen=True)], on=TODAY, purpose="child_in_need", method="face_to_face",
        worker_id=worker, by=Somebody(), today=TODAY,
    )  # fmt: skip
    entry.refresh_from_db()
    assert entry.visit_id == done.visits[0].pk


def test_a_visit_by_somebody_else_does_not_meet_it(worker: str) -> None:
    child = child_of(worker)
    [entry] = plan(worker, child, on=TODAY)
    record(
        children=[Seen(child=child, seen=True)], on=TODAY, purpose="child_in_need", method="face_to_face",
        worker_id=a_worker(team_of(worker)), by=Somebody(), today=TODAY,
    )  # fmt: skip
    entry.refresh_from_db()
    assert entry.visit_id is None


def test_a_visit_that_a_source_sends_later_is_found_to_have_met_it(worker: str) -> None:
    child, yesterday = child_of(worker), TODAY - timedelta(days=1)
    plan(worker, child, on=yesterday)
    assert [one.unwritten(TODAY) for one in planned([worker], since=TODAY, until=TODAY)] == [True]
    visited(child, worker, on=yesterday)
    assert planned([worker], since=TODAY, until=TODAY) == []


def test_a_visit_with_no_word_on_whether_the_child_was_seen_is_nothing_written(worker: str) -> None:
    child, yesterday = child_of(worker), TODAY - timedelta(days=1)
    plan(worker, child, on=yesterday)
    visited(child, worker, on=yesterday, seen=None)
    assert [one.unwritten(TODAY) for one in planned([worker], since=TODAY, until=TODAY)] == [True]


def test_a_visit_made_on_another_day_can_be_said_to_be_the_one(client: Client, worker: str) -> None:
    child = child_of(worker)
    [entry] = plan(worker, child, on=TODAY - timedelta(days=3))
    made = visited(child, worker, on=TODAY - timedelta(days=2))
    client.post(f"/diary/{entry.round_id}/visit/", {"visit": made.pk})
    entry.refresh_from_db()
    assert entry.visit_id == made.pk


def test_a_visit_already_taken_is_no_choice(client: Client, worker: str) -> None:
    child = child_of(worker)
    [first] = plan(worker, child, on=TODAY - timedelta(days=3))
    [second] = plan(worker, child, on=TODAY - timedelta(days=1))
    made = visited(child, worker, on=TODAY - timedelta(days=2))
    client.post(f"/diary/{first.round_id}/visit/", {"visit": made.pk})
    client.post(f"/diary/{second.round_id}/visit/", {"visit": made.pk})
    second.refresh_from_db()
    assert second.visit_id is None


def test_a_colleagues_diary_is_not_mine_to_change(client: Client, worker: str) -> None:
    colleague = a_worker(team_of(worker))
    [entry] = plan(colleague, child_of(worker), on=ON)
    assert client.get(f"/diary/{entry.round_id}/").status_code == 200
    assert client.get(f"/diary/{entry.round_id}/move/").status_code == 403


def test_a_round_about_a_child_whom_one_may_not_see_is_not_there(client: Client, worker: str) -> None:
    [entry] = plan(worker, child_of_other_team(worker), on=ON)
    assert client.get(f"/diary/{entry.round_id}/").status_code == 404


def test_the_database_refuses_a_visit_for_nothing(worker: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), change_set(by="a test", kind="edit", words="wrong"):
        DiaryEntry.objects.create(
            child=child_of(worker), round_id="R", kind="visit", worker_id=worker, planned_on=ON, made_by="A",
            recorded_on=TODAY,
        )  # fmt: skip


def test_outside_a_change_set_nothing_is_planned(worker: str) -> None:
    [entry] = plan(worker, child_of(worker), on=ON)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('onechild.change_set', '', true)")
    with pytest.raises(IntegrityError), transaction.atomic():
        DiaryEntry.objects.filter(pk=entry.pk).update(place="at school")
