"""The second factor: one-time codes and recovery codes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from onechild.service.access.sign_in.actions import codes
from onechild.service.access.sign_in.models import Authenticator, RecoveryCode
from tests.service.markup import page_of, pick
from tests.service.sign_in.helping import PASSWORD, a_person, code_of, sign_in_by_hand, with_authenticator

pytestmark = pytest.mark.django_db


def test_first_sign_in_sets_up_an_authenticator_and_shows_recovery_codes_once(client: Client) -> None:
    person = a_person()
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD, "next": "/account/"})
    page = page_of(client.get("/sign-in/set-up/").content)
    (key,) = pick(page, "code.oc-key")
    assert pick(page, "svg[role=img]")
    answer = client.post("/sign-in/set-up/", {"code": code_of(key.text_content().replace(" ", ""))}, follow=True)
    shown = [one.text_content() for one in pick(page_of(answer.content), "ul.oc-codes code")]
    assert len(set(shown)) == 10
    assert shown[0] not in client.get("/account/recovery-codes/").content.decode()
    assert client.get("/account/").status_code == 200


def test_setting_up_with_a_wrong_code_signs_nobody_in(client: Client) -> None:
    person = a_person()
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    client.get("/sign-in/set-up/")
    client.post("/sign-in/set-up/", {"code": "000000"})
    assert client.get("/account/").status_code == 302
    assert not Authenticator.objects.filter(user=person).exists()


def test_password_alone_opens_no_page(client: Client) -> None:
    person = a_person()
    with_authenticator(person)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    assert client.get("/account/").status_code == 302


def test_who_is_half_way_in_can_not_set_up_another_authenticator(client: Client) -> None:
    person = a_person()
    with_authenticator(person)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    assert client.get("/sign-in/set-up/")["Location"] == "/sign-in/"


def test_password_and_code_sign_in_under_a_new_session_key(client: Client) -> None:
    person = a_person()
    key = with_authenticator(person)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    before = client.session.session_key
    client.post("/sign-in/code/", {"code": code_of(key)})
    assert client.session.session_key != before
    assert client.get("/account/").status_code == 200


def test_code_is_good_once() -> None:
    person, now = a_person(), timezone.now()
    key = with_authenticator(person)
    assert codes.check_code(user=person, code=code_of(key, now), now=now)
    assert not codes.check_code(user=person, code=code_of(key, now), now=now)


def test_code_of_ten_minutes_ago_is_refused() -> None:
    person, now = a_person(), timezone.now()
    key = with_authenticator(person)
    Authenticator.objects.filter(user=person).update(last_step=-1)
    assert not codes.check_code(user=person, code=code_of(key, now - timedelta(minutes=10)), now=now)


def test_wrong_codes_make_the_next_one_wait_even_if_right() -> None:
    person, now = a_person(), timezone.now()
    key = with_authenticator(person)
    codes.check_code(user=person, code="000000", now=now)
    codes.check_code(user=person, code="000001", now=now + timedelta(seconds=1))
    codes.check_code(user=person, code="000002", now=now + timedelta(seconds=3))
    assert not codes.check_code(user=person, code=code_of(key, now), now=now + timedelta(seconds=5))
    later = now + timedelta(seconds=8)
    assert codes.check_code(user=person, code=code_of(key, later), now=later)


def test_recovery_code_works_once_however_it_is_typed(client: Client) -> None:
    person = a_person()
    with_authenticator(person)
    (code, *_) = codes.new_recovery_codes(user=person)
    now = timezone.now()
    assert codes.check_code(user=person, code=f" {code.lower().replace('-', ' ')}", now=now)
    assert not codes.check_code(user=person, code=code, now=now)
    assert codes.codes_left(person) == 9


def test_recovery_codes_and_keys_are_not_kept_readable() -> None:
    person = a_person()
    key = with_authenticator(person)
    made = codes.new_recovery_codes(user=person)
    assert key not in Authenticator.objects.get(user=person).sealed_key
    kept = " ".join(RecoveryCode.objects.filter(user=person).values_list("digest", flat=True))
    assert made[0].replace("-", "") not in kept.upper()


def test_new_recovery_codes_need_the_present_password_and_replace_the_old(client: Client) -> None:
    person = a_person()
    sign_in_by_hand(client, person, with_authenticator(person))
    old = set(RecoveryCode.objects.filter(user=person).values_list("pk", flat=True))
    client.post("/account/recovery-codes/", {"present": "a guess at it"})
    assert set(RecoveryCode.objects.filter(user=person).values_list("pk", flat=True)) == old
    client.post("/account/recovery-codes/", {"present": PASSWORD})
    assert not old & set(RecoveryCode.objects.filter(user=person).values_list("pk", flat=True))


def test_changing_the_authenticator_needs_the_password_and_ends_other_sessions(client: Client) -> None:
    person, elsewhere = a_person(), Client()
    sign_in_by_hand(client, person, with_authenticator(person))
    elsewhere.force_login(person, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    (key,) = pick(page_of(client.get("/account/authenticator/").content), "code.oc-key")
    code = code_of(key.text_content().replace(" ", ""))
    client.post("/account/authenticator/", {"present": "a guess at it", "code": code})
    assert elsewhere.get("/account/").status_code == 200
    client.post("/account/authenticator/", {"present": PASSWORD, "code": code})
    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_demonstration_asks_for_no_code_and_says_so(client: Client, settings: Any) -> None:
    settings.DEMO = True
    person = a_person()
    assert "demonstration" in client.get("/sign-in/").content.decode()
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    assert client.get("/account/").status_code == 200


def test_half_a_sign_in_is_forgotten_after_ten_minutes(client: Client) -> None:
    person = a_person()
    key = with_authenticator(person)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    session = client.session
    session["pending"] |= {"until": timezone.now().timestamp() - 1}
    session.save()
    assert client.post("/sign-in/code/", {"code": code_of(key)})["Location"] == "/sign-in/"
