"""Too many tries, and too much asked for in a short time."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from onechild.service.access.sign_in import rates
from tests.service.people import sign_in
from tests.service.sign_in.helping import PASSWORD, a_person

pytestmark = pytest.mark.django_db


def fail(client: Client, email: str, times: int, address: str = "10.0.0.1") -> int:
    """Try so many times with a wrong password; the last status."""
    answers = [
        client.post("/sign-in/", {"email": email, "password": "not the password"}, REMOTE_ADDR=address)
        for _ in range(times)
    ]
    return answers[-1].status_code


def test_fifth_wrong_try_locks_and_says_how_long_and_who_can_unlock(client: Client) -> None:
    person = a_person()
    assert fail(client, person.email, 4) == 200
    answer = client.post("/sign-in/", {"email": person.email, "password": "not the password"}, REMOTE_ADDR="10.0.0.1")
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes" in page
    assert "administrator" in page


def test_right_password_does_not_open_a_locked_account(client: Client) -> None:
    person = a_person()
    fail(client, person.email, 5)
    answer = client.post("/sign-in/", {"email": person.email, "password": PASSWORD}, REMOTE_ADDR="10.0.0.1")
    assert answer.status_code == 429


def test_lock_holds_for_that_account_at_that_address_only(client: Client) -> None:
    person, colleague = a_person(), a_person()
    fail(client, person.email, 5)
    elsewhere = client.post("/sign-in/", {"email": person.email, "password": PASSWORD}, REMOTE_ADDR="10.0.0.2")
    beside = client.post("/sign-in/", {"email": colleague.email, "password": PASSWORD}, REMOTE_ADDR="10.0.0.1")
    assert (elsewhere.status_code, beside.status_code) == (302, 302)


def test_unknown_address_is_locked_like_a_known_one(client: Client) -> None:
    assert fail(client, "nobody@hatterton.example", 5) == 429


def test_one_account_can_not_be_guessed_at_from_many_addresses(client: Client) -> None:
    person = a_person()
    fail(client, person.email, 4, "10.0.1.1")
    limit = next(limit for limit in rates.LIMITS if limit.of == "account")
    for number in range(limit.times - 4):
        client.post("/sign-in/", {"email": person.email}, REMOTE_ADDR=f"10.0.2.{number}")
    answer = client.post("/sign-in/", {"email": person.email, "password": PASSWORD}, REMOTE_ADDR="10.0.3.1")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= limit.seconds + 1


def test_too_many_questions_to_the_api_are_answered_429_for_that_person_alone(client: Client, settings: Any) -> None:
    settings.RATE_FACTOR = 1 / 240
    colleague = Client()
    sign_in(client, "team_manager")
    sign_in(colleague, "team_manager")
    assert client.get("/api/teams").status_code == 200
    answer = client.get("/api/teams")
    assert answer.status_code == 429
    assert "Retry-After" in answer
    assert colleague.get("/api/teams").status_code == 200


def test_pages_without_a_limit_are_not_counted(client: Client, settings: Any) -> None:
    settings.RATE_FACTOR = 0
    sign_in(client)
    assert client.get("/account/").status_code == 200


def test_address_is_that_of_the_last_proxy_of_ours(client: Client, settings: Any) -> None:
    person = a_person()
    settings.PROXIES = 1
    forged = {"X-Forwarded-For": "1.2.3.4, 10.9.9.9"}
    for number in range(5):
        forged["X-Forwarded-For"] = f"1.2.3.{number}, 10.9.9.9"
        answer = client.post("/sign-in/", {"email": person.email, "password": "not it at all"}, headers=forged)
    assert answer.status_code == 429
