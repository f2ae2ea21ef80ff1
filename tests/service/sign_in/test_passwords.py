"""Signing in by password: what is asked, what is refused, and what is never told."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.service.sign_in.helping import PASSWORD, a_person

pytestmark = pytest.mark.django_db


def test_right_password_of_a_new_account_leads_to_setting_up_codes_and_signs_nobody_in(client: Client) -> None:
    person = a_person()
    answer = client.post("/sign-in/", {"email": person.email.upper(), "password": PASSWORD})
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/set-up/"
    assert "_auth_user_id" not in client.session


def test_unknown_address_and_wrong_password_are_answered_alike(client: Client) -> None:
    person = a_person()
    wrong = client.post("/sign-in/", {"email": person.email, "password": "not the password"})
    unknown = client.post("/sign-in/", {"email": "nobody@hatterton.example", "password": "not the password"})
    assert wrong.status_code == unknown.status_code == 200
    assert "Email address or password is not right" in wrong.content.decode()
    assert _without_what_was_typed(wrong, person.email) == _without_what_was_typed(unknown, "nobody@hatterton.example")


def _without_what_was_typed(answer: object, email: str) -> str:
    import re

    page = answer.content.decode().replace(email, "")  # type: ignore[attr-defined]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
