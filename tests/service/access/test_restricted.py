"""Restricted records open to named people only; others are told of them only where policy says so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.actions import restrict as actions
from onechild.service.access.entering import as_viewer
from onechild.service.access.gate import standing_of
from onechild.service.access.models import RestrictionPerson, User
from onechild.service.access.refusals import NotPossible
from onechild.service.record.models import Child
from tests.service.people import (
    a_restricted_child,
    a_worker_with_children,
    child_of,
    give,
    make_user,
    sign_in,
    team_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def restricted(child: Child, *people: User, by: User, why: str = "ordinary") -> None:
    """Restrict a child's record to people."""
    actions.restrict(child_id=child.pk, restriction=why, reason="On request", people=people, by=by, at=NOW)


def sees(user: User, child: Child) -> bool:
    """Whether the database shows the child to somebody."""
    with as_viewer(user, now=NOW):
        return Child.every.filter(pk=child.pk).exists()


def stands(user: User, child: Child) -> str | None:
    """How somebody stands to a child."""
    with as_viewer(user, now=NOW):
        found = standing_of(child.la_child_id)
    return found.standing if found else None


def test_a_restricted_record_opens_to_whoever_is_named_and_to_nobody_else() -> None:
    worker = a_worker_with_children()
    child, director = child_of(worker), make_user("director")
    holder, named = make_user("social_worker", worker_id=worker), make_user("auditor")
    restricted(child, named, by=director)
    assert sees(named, child)
    assert not sees(holder, child)
    assert not sees(director, child)


def test_a_record_that_its_source_restricts_opens_to_whoever_holds_the_child() -> None:
    worker, child = a_worker_with_children(), a_restricted_child()
    give(child, worker_id=worker, team_id=team_of(worker))
    assert sees(make_user("family_worker", worker_id=worker), child)
    assert not sees(make_user("team_manager", team_id=team_of(worker)), child)
    assert not sees(make_user("director"), child)


def test_others_are_told_of_an_ordinary_restricted_record() -> None:
    assert stands(make_user("auditor"), a_restricted_child("ordinary")) == "restricted"


def test_others_are_not_told_of_a_specially_protected_record() -> None:
    assert stands(make_user("auditor"), a_restricted_child("honour_based_abuse")) is None


def test_whoever_names_people_is_told_of_a_specially_protected_record_and_may_not_open_it() -> None:
    child = a_restricted_child("honour_based_abuse")
    assert stands(make_user("director"), child) == "restricted"
    assert not sees(make_user("director"), child)


def test_lifting_opens_the_record_again() -> None:
    worker = a_worker_with_children()
    child, director = child_of(worker), make_user("director")
    holder = make_user("social_worker", worker_id=worker)
    made = actions.restrict(
        child_id=child.pk, restriction="ordinary", reason="x", people=[director], by=director, at=NOW
    )
    actions.lift(restriction=made, reason="no longer needed", by=director, at=NOW)
    assert sees(holder, child)


def test_a_name_taken_off_closes_the_record_to_that_person() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    first, second = make_user("auditor"), make_user("auditor")
    made = actions.restrict(
        child_id=child.pk, restriction="ordinary", reason="x", people=[first, second], by=director, at=NOW
    )
    actions.unname(restriction=made, user=first, by=director, at=NOW)
    assert not sees(first, child)
    assert sees(second, child)


def test_the_last_name_is_not_taken_off() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    made = actions.restrict(
        child_id=child.pk, restriction="ordinary", reason="x", people=[director], by=director, at=NOW
    )
    with pytest.raises(NotPossible, match="last person"):
        actions.unname(restriction=made, user=director, by=director, at=NOW)


def test_a_named_person_without_a_role_in_force_sees_nothing() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    gone = make_user("auditor", ends=date(2026, 11, 1))
    restricted(child, gone, by=director)
    assert not sees(gone, child)


def test_the_database_refuses_a_name_written_by_whoever_may_not_name() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    restricted(child, director, by=director)
    intruder = make_user("auditor")
    with as_viewer(intruder, now=NOW):
        RestrictionPerson.objects.update(user=intruder)
    assert not sees(intruder, child)


def test_the_page_says_that_a_restricted_record_is_there_and_who_can_open_it(client: Client) -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    restricted(child, director, by=director)
    sign_in(client, "auditor")
    page = client.get(f"/children/{child.la_child_id}/who-can-open/")
    assert page.status_code == 403
    assert director.name in page.content.decode()
    assert "break-glass" in page.content.decode()


def test_the_page_answers_404_for_a_specially_protected_record(client: Client) -> None:
    child = a_restricted_child("honour_based_abuse")
    sign_in(client, "auditor")
    assert client.get(f"/children/{child.la_child_id}/who-can-open/").status_code == 404
    assert client.get(f"/children/{child.la_child_id}/break-glass/").status_code == 404


def test_a_director_restricts_names_and_lifts_by_the_pages(client: Client) -> None:
    child, other = child_of(a_worker_with_children()), make_user("auditor")
    director = sign_in(client, "director")
    page = f"/children/{child.la_child_id}/who-can-open/"
    given = {"restrict-restriction": "ordinary", "restrict-reason": "Asked", "restrict-person": director.email}
    assert client.post(f"{page}restrict/", given).status_code == 302
    assert client.post(f"{page}name/", {"name-person": other.email}).status_code == 302
    assert sees(other, child)
    assert client.post(f"{page}unname/{other.pk}/").status_code == 302
    assert not sees(other, child)
    assert client.post(f"{page}lift/", {"lift-words": "Over"}).status_code == 302
    assert sees(make_user("auditor"), child)


def test_a_team_manager_protects_a_record_and_is_then_not_told_of_it(client: Client) -> None:
    worker = a_worker_with_children()
    child, other = child_of(worker), make_user("auditor")
    sign_in(client, "team_manager", team_id=team_of(worker))
    page = f"/children/{child.la_child_id}/who-can-open/"
    given = {"restrict-restriction": "fgm", "restrict-reason": "Asked", "restrict-person": other.email}
    assert client.post(f"{page}restrict/", given).status_code == 302
    assert sees(other, child)
    assert client.get(page).status_code == 404


def test_a_social_worker_may_not_restrict(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "social_worker", worker_id=worker)
    answer = client.post(f"/children/{child_of(worker).la_child_id}/who-can-open/restrict/", {})
    assert answer.status_code == 403


def test_a_sibling_whose_record_is_specially_protected_is_not_named_on_the_other_record() -> None:
    worker, hidden = a_worker_with_children(), a_restricted_child("honour_based_abuse")
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_begin_change_set('edit', 'x', 'a test', NULL)")
        cursor.execute(
            "INSERT INTO relationships (child_id, related_child_id, relation) VALUES (%s, %s, 'sibling')",
            [child_of(worker).pk, hidden.pk],
        )
    with as_viewer(make_user("social_worker", worker_id=worker), now=NOW), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM relationships WHERE related_child_id = %s", [hidden.pk])
        assert cursor.fetchone() == (0,)
