"""Breaking the glass opens an ordinary record at once and a sensitive one by a second person, for a time only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from onechild.service.access.actions import glass as actions
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Glass, Notice, User
from onechild.service.access.refusals import NotPossible
from onechild.service.record.models import Child
from tests.service.people import (
    a_restricted_child,
    a_worker_with_children,
    child_of,
    child_of_other_team,
    make_user,
    sign_in,
    team_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANSWERS = {"reason": "child_at_risk", "words": "Police rang.", "hours": "24"}


def asked(user: User, child: Child, *, hours: int = 24, at: datetime = NOW) -> Glass:
    """Somebody's asking, done as the web does it."""
    with as_viewer(user, now=at):
        return actions.ask(
            child_id=child.pk,
            public_id=child.la_child_id,
            reason="child_at_risk",
            words="Police rang.",
            hours=hours,
            by=user,
            at=at,
        )


def sees(user: User, child: Child, *, at: datetime = NOW) -> bool:
    """Whether the database shows the child to somebody at a moment."""
    with as_viewer(user, now=at):
        return Child.every.filter(pk=child.pk).exists()


def test_another_teams_child_opens_at_once_and_closes_when_the_time_is_over() -> None:
    worker = a_worker_with_children()
    user, child = make_user("social_worker", worker_id=worker), child_of_other_team(worker)
    assert not sees(user, child)
    asked(user, child, hours=2)
    assert sees(user, child)
    assert sees(user, child, at=NOW + timedelta(hours=1, minutes=59))
    assert not sees(user, child, at=NOW + timedelta(hours=2))


def test_an_ordinary_restricted_record_opens_at_once() -> None:
    user, child = make_user("auditor"), a_restricted_child("ordinary")
    asked(user, child)
    assert sees(user, child)


def test_the_childs_manager_is_told_at_once_and_the_notice_names_no_child() -> None:
    worker = a_worker_with_children()
    child, manager = child_of(worker), make_user("team_manager", team_id=team_of(worker))
    asked(make_user("auditor"), child)
    notice = Notice.objects.get(user=manager)
    assert "opened a record in an emergency" in notice.words
    assert child.la_child_id not in notice.words


def test_a_sensitive_record_opens_only_when_a_second_person_grants_it() -> None:
    user, granter, child = make_user("auditor"), make_user("head_of_data"), a_restricted_child("honour_based_abuse")
    waiting = asked(user, child)
    assert not sees(user, child)
    assert Notice.objects.filter(user=granter).exists()
    with as_viewer(granter, now=NOW):
        actions.grant(glass=waiting, by=granter, at=NOW)
    assert sees(user, child)
    assert not sees(user, child, at=NOW + timedelta(hours=24))


def test_nobody_grants_their_own_asking() -> None:
    director, child = make_user("director"), a_restricted_child("honour_based_abuse")
    waiting = asked(director, child)
    with pytest.raises(NotPossible, match="somebody else"):
        actions.grant(glass=waiting, by=director, at=NOW)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        Glass.objects.filter(pk=waiting.pk).update(granted_at=NOW, granted_by=director)
    assert not sees(director, child)


def test_a_refused_asking_opens_nothing() -> None:
    user, granter, child = make_user("auditor"), make_user("director"), a_restricted_child("honour_based_abuse")
    waiting = asked(user, child)
    actions.refuse(glass=waiting, words="Ring me first.", by=granter, at=NOW)
    with pytest.raises(NotPossible, match="already"):
        actions.grant(glass=waiting, by=granter, at=NOW)
    assert not sees(user, child)


def test_a_record_protected_after_it_was_opened_closes_to_whoever_opened_it() -> None:
    user, director, child = make_user("auditor"), make_user("director"), a_restricted_child("ordinary")
    asked(user, child)
    restrict(child_id=child.pk, restriction="fgm", reason="Now known", people=[director], by=director, at=NOW)
    assert not sees(user, child)


def test_ending_early_closes_the_record() -> None:
    user, child = make_user("auditor"), a_restricted_child("ordinary")
    actions.end(glass=asked(user, child), at=NOW + timedelta(hours=1))
    assert not sees(user, child, at=NOW + timedelta(hours=1, minutes=1))


def test_more_than_72_hours_are_refused() -> None:
    with pytest.raises(NotPossible, match="1 to 72"):
        asked(make_user("auditor"), a_restricted_child(), hours=73)


def test_the_page_asks_opens_and_leads_to_the_record(client: Client) -> None:
    worker = a_worker_with_children()
    user, child = sign_in(client, "social_worker", worker_id=worker), child_of_other_team(worker)
    page = f"/children/{child.la_child_id}/break-glass/"
    assert "Open this record" in client.get(page).content.decode()
    answer = client.post(page, ANSWERS)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/children/{child.la_child_id}/"
    assert Glass.objects.get(user=user).child_id == child.pk


def test_asking_about_a_hidden_record_answers_the_same_whether_it_is_there_or_not(client: Client) -> None:
    child = a_restricted_child("honour_based_abuse")
    sign_in(client, "auditor")
    there = client.post("/emergencies/ask/", ANSWERS | {"child": child.la_child_id})
    nowhere = client.post("/emergencies/ask/", ANSWERS | {"child": "NOSUCHCHILD"})
    assert there.status_code == nowhere.status_code == 200
    # All but the token of the form in the header, which is never twice the same.
    assert there.content.split(b"<main")[1] == nowhere.content.split(b"<main")[1]
    assert Glass.objects.count() == 1


def test_a_second_person_decides_by_the_page(client: Client) -> None:
    user, child = make_user("auditor"), a_restricted_child("honour_based_abuse")
    waiting = asked(user, child)
    sign_in(client, "director")
    assert "Waiting for a decision" in client.get("/emergencies/").content.decode()
    assert client.post(f"/emergencies/{waiting.pk}/", {"decision": "grant"}).status_code == 302
    assert Glass.objects.get(pk=waiting.pk).granted_at is not None


def test_a_manager_reviews_what_was_opened_of_their_team_and_nothing_else(client: Client) -> None:
    worker = a_worker_with_children()
    auditor = make_user("auditor")
    with_team, of_others = asked(auditor, child_of(worker)), asked(auditor, child_of_other_team(worker))
    sign_in(client, "team_manager", team_id=team_of(worker))
    listed = client.get("/emergencies/").content.decode()
    assert with_team.public_id in listed
    assert of_others.public_id not in listed
    answer = client.post(f"/emergencies/{with_team.pk}/", {"decision": "review", "words": "Rightly opened."})
    assert answer.status_code == 302
    assert Glass.objects.get(pk=with_team.pk).review_words == "Rightly opened."
    assert client.post(f"/emergencies/{of_others.pk}/", {"decision": "end"}).status_code == 404


def test_a_role_without_the_permission_may_not_break_the_glass(client: Client) -> None:
    sign_in(client, "inspector")
    page = f"/children/{a_restricted_child('ordinary').la_child_id}/break-glass/"
    assert client.get(page).status_code == 403
