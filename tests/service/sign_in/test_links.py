"""One-use links: a first password, or a new one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from onechild.service.access.models import User
from onechild.service.access.sign_in.actions import codes, links
from onechild.service.access.sign_in.models import SignInLink
from tests.service.people import make_user
from tests.service.sign_in.helping import a_person, with_authenticator

pytestmark = pytest.mark.django_db
NEW = {"password": "four quiet green lamps", "again": "four quiet green lamps"}


def a_link(person: User, *, ago: timedelta = timedelta(0), lost: bool = False) -> str:
    return links.make_link(user=person, by=None, now=timezone.now() - ago, new_authenticator=lost)


def test_link_lets_a_new_person_choose_a_password_and_not_yet_sign_in(client: Client) -> None:
    person = make_user("social_worker")
    answer = client.get(f"/sign-in/link/{a_link(person)}/", follow=True)
    assert answer.redirect_chain == [("/sign-in/new-password/", 302)]
    assert client.post("/sign-in/new-password/", NEW).status_code == 200
    person.refresh_from_db()
    assert person.check_password(NEW["password"])
    assert client.get("/account/").status_code == 302


def test_opening_a_link_does_not_spend_it_and_using_it_does(client: Client) -> None:
    secret = a_link(make_user("social_worker"))
    client.get(f"/sign-in/link/{secret}/", follow=True)
    client.get(f"/sign-in/link/{secret}/", follow=True)
    assert client.post("/sign-in/new-password/", NEW).status_code == 200
    assert client.get(f"/sign-in/link/{secret}/", follow=True).status_code == 410
    assert client.post("/sign-in/new-password/", NEW).status_code == 410


def test_link_is_spent_after_24_hours(client: Client) -> None:
    person = make_user("social_worker")
    assert client.get(f"/sign-in/link/{a_link(person, ago=timedelta(hours=23))}/", follow=True).status_code == 200
    assert client.get(f"/sign-in/link/{a_link(person, ago=timedelta(hours=24))}/", follow=True).status_code == 410


def test_newer_link_ends_the_older(client: Client) -> None:
    person = make_user("social_worker")
    older, _ = a_link(person), a_link(person)
    assert client.get(f"/sign-in/link/{older}/", follow=True).status_code == 410


def test_made_up_link_and_link_of_an_ended_account_look_the_same(client: Client) -> None:
    person = make_user("social_worker")
    secret = a_link(person)
    User.objects.filter(pk=person.pk).update(is_active=False)
    ended = client.get(f"/sign-in/link/{secret}/", follow=True)
    made_up = client.get("/sign-in/link/nothing-of-ours/", follow=True)
    assert (ended.status_code, ended.content) == (410, made_up.content)


def test_using_a_link_ends_every_session(client: Client) -> None:
    person, elsewhere = a_person(), Client()
    elsewhere.force_login(person, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    client.get(f"/sign-in/link/{a_link(person)}/")
    client.post("/sign-in/new-password/", NEW)
    assert elsewhere.get("/account/").status_code == 302


def test_link_keeps_the_authenticator_unless_it_is_lost() -> None:
    person = a_person()
    with_authenticator(person)
    a_link(person)
    assert codes.has_authenticator(person)
    a_link(person, lost=True)
    assert not codes.has_authenticator(person)


def test_weak_password_leaves_the_link_unspent(client: Client) -> None:
    client.get(f"/sign-in/link/{a_link(make_user('social_worker'))}/")
    answer = client.post("/sign-in/new-password/", {"password": "short", "again": "short"})
    assert "There is a problem" in answer.content.decode()
    assert client.post("/sign-in/new-password/", NEW).status_code == 200


def test_secret_of_a_link_is_not_kept() -> None:
    secret = a_link(make_user("social_worker"))
    assert not SignInLink.objects.filter(digest__contains=secret).exists()
