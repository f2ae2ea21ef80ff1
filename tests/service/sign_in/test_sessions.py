"""Sessions: where somebody is signed in, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from onechild.service.access.sign_in.actions.tidying import tidy
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.sealing import digest
from onechild.service.config.security.sessions import rules
from tests.service.people import sign_in
from tests.service.sign_in.helping import a_person, sign_in_by_hand, with_authenticator

pytestmark = pytest.mark.django_db


def aged(client: Client, *, used: timedelta = timedelta(0), began: timedelta = timedelta(0)) -> None:
    """Make the client's session older than it is."""
    now = timezone.now()
    held = Session.objects.filter(digest=digest(client.session.session_key or ""))
    assert held.update(last_used_at=now - used, began_at=now - max(began, used))


def test_session_unused_for_less_than_half_an_hour_goes_on(client: Client) -> None:
    sign_in(client)
    aged(client, used=timedelta(minutes=29))
    assert client.get("/account/").status_code == 200


def test_session_unused_for_half_an_hour_has_ended(client: Client) -> None:
    sign_in(client)
    aged(client, used=timedelta(minutes=30))
    answer = client.get("/account/")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=%2Faccount%2F")


def test_session_in_use_ends_after_twelve_hours(client: Client) -> None:
    sign_in(client)
    aged(client, used=timedelta(minutes=1), began=timedelta(hours=12))
    assert client.get("/account/").status_code == 302


def test_using_a_session_keeps_it_going(client: Client) -> None:
    sign_in(client)
    aged(client, used=timedelta(minutes=20))
    client.get("/account/")
    held = Session.objects.get(digest=digest(client.session.session_key or ""))
    assert timezone.now() - held.last_used_at < timedelta(minutes=1)


def test_idle_time_is_a_setting(client: Client, settings: Any) -> None:
    settings.SESSION_IDLE = timedelta(minutes=5)
    sign_in(client)
    aged(client, used=timedelta(minutes=6))
    assert client.get("/account/").status_code == 302


def test_old_key_of_a_session_that_ended_is_worth_nothing(client: Client) -> None:
    sign_in(client)
    stolen = client.cookies[_cookie()].value
    aged(client, used=timedelta(hours=1))
    client.get("/account/")
    client.cookies[_cookie()] = stolen
    assert client.get("/account/").status_code == 302


def test_table_of_sessions_holds_no_key(client: Client) -> None:
    sign_in(client)
    key = client.session.session_key
    assert not Session.objects.filter(digest=key).exists()
    assert Session.objects.filter(digest=digest(key or "")).exists()


def test_signing_out_needs_a_post_and_ends_the_session(client: Client) -> None:
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/account/").status_code == 200
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/account/").status_code == 302
    assert not Session.objects.exclude(user=None).exists()


def test_account_page_lists_where_i_am_signed_in_and_ends_one(client: Client) -> None:
    person, elsewhere = a_person(), Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/604"})
    key = with_authenticator(person)
    sign_in_by_hand(elsewhere, person, key)
    client.force_login(person, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    page = client.get("/account/").content.decode()
    assert "Safari on iPhone" in page
    which = digest(elsewhere.session.session_key or "")
    client.post(f"/account/sessions/{which}/end/")
    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_nobody_ends_somebody_elses_session(client: Client) -> None:
    other = Client()
    sign_in(other)
    sign_in(client)
    client.post(f"/account/sessions/{digest(other.session.session_key or '')}/end/")
    assert other.get("/account/").status_code == 200


def test_all_others_can_be_ended_at_once(client: Client) -> None:
    person, other, third = a_person(), Client(), Client()
    backend = "onechild.service.access.sign_in.backends.PasswordBackend"
    client.force_login(person, backend=backend)
    other.force_login(person, backend=backend)
    third.force_login(person, backend=backend)
    client.post("/account/sessions/others/end/")
    assert [each.get("/account/").status_code for each in (client, other, third)] == [200, 302, 302]


def test_tidying_takes_away_what_is_over_and_keeps_what_is_not(client: Client) -> None:
    sign_in(client)
    old = Client()
    sign_in(old)
    long_ago = timezone.now() - timedelta(days=3)
    gone = Session.objects.filter(digest=digest(old.session.session_key or ""))
    gone.update(last_used_at=long_ago, expires_at=long_ago)
    tidy(now=timezone.now(), rules=rules())
    assert not gone.exists()
    assert client.get("/account/").status_code == 200


def _cookie() -> str:
    from django.conf import settings

    return settings.SESSION_COOKIE_NAME
