"""Signing in by password: what is asked, what is refused, and what is never told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from onechild.service.access.models import User
from tests.service.sign_in.helping import PASSWORD, a_person, sign_in_by_hand, with_authenticator

pytestmark = pytest.mark.django_db
UNKNOWN = "nobody@hatterton.example"


def test_right_password_of_a_new_account_leads_to_setting_up_codes_and_signs_nobody_in(client: Client) -> None:
    person = a_person()
    answer = client.post("/sign-in/", {"email": person.email.upper(), "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/set-up/")
    assert "_auth_user_id" not in client.session


def test_unknown_address_and_wrong_password_are_answered_alike(client: Client) -> None:
    person = a_person()
    wrong = client.post("/sign-in/", {"email": person.email, "password": "not the password"})
    unknown = client.post("/sign-in/", {"email": UNKNOWN, "password": "not the password"})
    assert wrong.status_code == unknown.status_code == 200
    assert "Email address or password is not right" in wrong.content.decode()
    assert _bare(wrong, person.email) == _bare(unknown, UNKNOWN)


def test_ended_account_is_answered_like_a_wrong_password(client: Client) -> None:
    person = a_person()
    User.objects.filter(pk=person.pk).update(is_active=False)
    answer = client.post("/sign-in/", {"email": person.email, "password": PASSWORD})
    assert "Email address or password is not right" in answer.content.decode()


def test_unknown_address_costs_one_hash_like_a_known_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.hashers import ScryptPasswordHasher

    person, counted, real = a_person(), [], ScryptPasswordHasher.encode
    monkeypatch.setattr(
        ScryptPasswordHasher, "encode", lambda self, *args, **given: counted.append(1) or real(self, *args, **given)
    )
    client.post("/sign-in/", {"email": person.email, "password": "not the password"})
    known = len(counted)
    client.post("/sign-in/", {"email": UNKNOWN, "password": "not the password"})
    assert (known, len(counted) - known) == (1, 1)


@pytest.mark.parametrize(
    "next", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "/\\x.example"]
)
def test_sign_in_never_leads_to_another_site(client: Client, next: str) -> None:
    person = a_person()
    key = with_authenticator(person)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD, "next": next})
    from tests.service.sign_in.helping import code_of

    assert client.post("/sign-in/code/", {"code": code_of(key)})["Location"] == "/"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("eleven char", "shorter"),
        ("x" * 129, "fewer"),
        ("password1234", "common"),
        ("Robin.Marsh2026", "your name"),
        ("onechild-robin-1", "your name"),
    ],
)
def test_password_is_refused_that_is_short_long_common_or_ones_own_name(password: str, why: str) -> None:
    person = User(name="Robin Marsh", email="robin.marsh@hatterton.example")
    with pytest.raises(ValidationError) as refused:
        validate_password(password, person)
    assert why in " ".join(refused.value.messages).replace("too short", "shorter")


@pytest.mark.parametrize(
    "password", ["all lower case words", "пароль с пробелами тоже", "x" * 64 + " y z w", "🐟" * 12]
)
def test_password_of_any_characters_is_taken(password: str) -> None:
    validate_password(password, User(name="Robin Marsh", email="robin@hatterton.example"))


def test_password_is_kept_by_scrypt() -> None:
    assert a_person().password.startswith("scrypt$")


def test_changing_a_password_needs_the_present_one(client: Client) -> None:
    person = a_person()
    sign_in_by_hand(client, person, with_authenticator(person))
    answer = client.post("/account/password/", {"present": "a guess at it", "password": NEW, "again": NEW})
    assert "Present password is not right" in answer.content.decode()
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_changing_a_password_ends_every_other_session_and_keeps_this_one(client: Client) -> None:
    person, elsewhere = a_person(), Client()
    sign_in_by_hand(client, person, with_authenticator(person))
    elsewhere.force_login(person, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    assert elsewhere.get("/account/").status_code == 200
    client.post("/account/password/", {"present": PASSWORD, "password": NEW, "again": NEW})
    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_password_pages_allow_pasting_and_password_managers(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


NEW = "four quiet green lamps"


def _bare(answer: Any, email: str) -> str:
    page = answer.content.decode().replace(email, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
