"""`onechild account`: the first administrator, made on the server."""

from __future__ import annotations

import re

import pytest
import typer
from django.test import Client
from typer.testing import CliRunner

from onechild.cli import account
from onechild.errors import CannotProceed
from onechild.service.access.accounts.models import AccountChange
from onechild.service.access.models import User
from tests.service.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("DATABASE_URL", "postgresql:///the-one-of-the-tests")
    return CliRunner()


def said(runner: CliRunner, *words: str) -> str:
    app = typer.Typer()
    app.callback()(lambda: None)
    account.register(app)
    done = runner.invoke(app, ["account", *words])
    if isinstance(done.exception, CannotProceed):
        return f"refused: {done.exception}"
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_first_administrator_is_made_with_a_link_that_works(run: CliRunner, client: Client) -> None:
    words = said(
        run, "create", "First@hatterton.example", "--name", "Ana Reis", "--address", "https://onechild.example"
    )
    found = re.search(r"https://onechild.example(/sign-in/link/\S+)", words)
    person = User.objects.get(email="first@hatterton.example")
    assert found
    assert client.get(found[1], follow=True).status_code == 200
    assert [held.role for held in person.roles_held.all()] == ["administrator"]
    assert not AccountChange.objects.filter(account=person).exclude(by=None).exists()


def test_account_is_listed_with_its_roles_and_ended(run: CliRunner) -> None:
    person = make_user("legal")
    assert re.search(rf"{person.email}\s+{person.name}\s+Legal", said(run, "list"))
    said(run, "end", person.email, "--reason", "left the council")
    assert person.email not in said(run, "list")


def test_what_can_not_be_done_is_one_plain_line(run: CliRunner) -> None:
    make_user("administrator")
    person = make_user("legal")
    assert said(run, "create", person.email, "--name", "X") == "refused: There is an account with this email address."
    assert said(run, "link", "nobody@hatterton.example").startswith("refused: there is no account")
