"""What every answer carries, whoever asks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.service.people import sign_in
from tests.service.sign_in.helping import PASSWORD, a_person

pytestmark = pytest.mark.django_db
PRODUCTION = {
    "ONECHILD_SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ONECHILD_HOSTS": "onechild.hatterton.example",
    "ONECHILD_HTTPS": "yes",
    "ONECHILD_PROXIES": "1",
    "ONECHILD_FRONT_DOOR_PHONE": "01632 960 100",
    "DJANGO_SETTINGS_MODULE": "onechild.service.config.settings",
    "DATABASE_URL": "postgresql:///nowhere",
}


def checked(**environment: str) -> subprocess.CompletedProcess[str]:
    """What `django check --deploy` says of a copy with this environment."""
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    root = Path(__file__).parents[3]
    given = {**kept, **PRODUCTION, **environment}
    return subprocess.run(command, env=given, cwd=root, capture_output=True, text=True, check=False)


def test_production_passes_the_deployment_check() -> None:
    done = checked()
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


@pytest.mark.parametrize(
    ("environment", "number"),
    [
        ({"ONECHILD_SECRET_KEY": ""}, "onechild.E001"),
        ({"ONECHILD_DEMO": "yes", "ONECHILD_INVENTED": "yes"}, "onechild.E002"),
        ({"ONECHILD_HTTPS": "no"}, "onechild.E003"),
        ({"ONECHILD_TODAY": "2026-11-21"}, "onechild.E004"),
        ({"ONECHILD_RATE_FACTOR": "100"}, "onechild.E005"),
        ({"ONECHILD_FRONT_DOOR_PHONE": ""}, "onechild.E006"),
    ],
)
def test_copy_that_is_not_fit_for_real_children_fails_the_check(environment: dict[str, str], number: str) -> None:
    done = checked(**environment)
    assert done.returncode == 1
    assert number in done.stderr


def test_demonstration_with_real_children_does_not_start() -> None:
    done = checked(ONECHILD_DEMO="yes")
    assert done.returncode == 1
    assert "only a copy with invented children" in done.stderr


@pytest.mark.parametrize("path", ["/sign-in/", "/account/", "/no-such-page/", "/api/teams", "/accounts/"])
def test_every_answer_forbids_keeping_framing_sniffing_and_scripts_of_others(client: Client, path: str) -> None:
    sign_in(client, "team_manager")
    answer = client.get(path, secure=True)
    policy = answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", ["__Host-onechild-csrf", "__Host-onechild"])
def test_cookies_are_for_this_host_alone_and_out_of_reach_of_scripts(client: Client, name: str) -> None:
    person = a_person()
    client.get("/sign-in/", secure=True)
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD}, secure=True)
    cookie = client.cookies[name]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["path"], cookie["domain"], cookie["samesite"]) == ("/", "", "Lax")


def test_plain_http_is_sent_to_https(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/sign-in/")
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/sign-in/")


def test_other_host_names_are_refused_without_detail(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["onechild.hatterton.example"]
    answer = client.get("/sign-in/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "elsewhere" not in answer.content.decode()


def test_form_without_its_token_is_not_taken_and_the_page_says_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"email": "a@hatterton.example", "password": "b"})
    assert answer.status_code == 403
    assert "The form was not taken in" in answer.content.decode()
    assert "csrf" not in answer.content.decode().lower()


def test_error_pages_are_in_the_look_of_the_house_and_tell_nothing(client: Client) -> None:
    sign_in(client)
    missing = client.get("/children/nobody/at/all/")
    assert missing.status_code == 404
    assert "There is no such page" in missing.content.decode()
    assert "urlconf" not in missing.content.decode().lower()


def test_fault_of_ours_is_answered_without_detail(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from onechild.service.access.sign_in.views import account

    def break_down(*_: Any) -> None:
        raise RuntimeError("the secret detail")

    sign_in(client)
    monkeypatch.setattr(account.codes, "codes_left", break_down)
    client.raise_request_exception = False
    answer = client.get("/account/")
    assert answer.status_code == 500
    assert "OneChild has a fault" in answer.content.decode()
    assert "secret detail" not in answer.content.decode()


def test_too_many_fields_are_refused(client: Client) -> None:
    answer = client.post("/sign-in/", {f"field{number}": "x" for number in range(1001)})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["/sign-in/", "/account/", "/account/password/", "/accounts/"])
def test_no_page_holds_a_script_or_style_of_its_own(client: Client, path: str) -> None:
    sign_in(client, "administrator")
    page = client.get(path).content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
