"""Looking after accounts: who may, what is written down, and what needs two people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.accounts.actions import create_account, reopen_account
from onechild.service.access.accounts.models import AccountChange, RoleRequest
from onechild.service.access.models import RoleHeld, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.sealing import digest
from onechild.service.record.models import Worker
from tests.service.markup import page_of, pick
from tests.service.people import make_user, sign_in
from tests.service.sign_in.helping import PASSWORD, a_person

pytestmark = pytest.mark.django_db
NEW = {
    "name": "Robin Marsh",
    "email": "Robin.Marsh@hatterton.example",
    "role": "social_worker",
    "reason": "starts on Monday",
}


@pytest.fixture
def administrator(client: Client) -> User:
    return sign_in(client, "administrator")


def changes_of(account: User) -> list[tuple[str, str]]:
    return list(AccountChange.objects.filter(account=account).order_by("pk").values_list("words", "reason"))


def give(client: Client, account: User, role: str, **more: Any) -> Any:
    return client.post(f"/accounts/{account.pk}/roles/new/", {"role": role, "reason": "covers a colleague", **more})


def test_administrator_makes_an_account_whose_link_is_shown_once(client: Client, administrator: User) -> None:
    worker = Worker.objects.first()
    page = client.post("/accounts/new/", {**NEW, "worker": worker.pk})
    account = User.objects.get(email="robin.marsh@hatterton.example")
    (address,) = pick(page_of(page.content), "p.oc-address")
    assert address.text_content().startswith("http://testserver/sign-in/link/")
    assert (account.worker_id, account.has_usable_password()) == (worker.pk, False)
    assert [held.role for held in account.roles_held.all()] == ["social_worker"]
    assert Client().get(address.text_content(), follow=True).status_code == 200
    assert changes_of(account) == [
        ("Account made", ""),
        ("Role given: Social worker", "starts on Monday"),
        ("Link made", ""),
    ]


def test_second_account_with_one_address_is_refused(client: Client, administrator: User) -> None:
    client.post("/accounts/new/", NEW)
    page = client.post("/accounts/new/", NEW)
    assert "There is an account with this email address" in page.content.decode()


def test_worker_that_there_is_not_is_refused(client: Client, administrator: User) -> None:
    page = client.post("/accounts/new/", {**NEW, "worker": "no-such-worker"})
    assert "There is no worker with this id" in page.content.decode()
    assert not User.objects.filter(email__startswith="robin").exists()


def test_role_without_a_reason_is_refused(client: Client, administrator: User) -> None:
    account = make_user("social_worker")
    client.post(f"/accounts/{account.pk}/roles/new/", {"role": "auditor", "reason": ""})
    assert not account.roles_held.filter(role="auditor").exists()


def test_role_is_given_for_a_team_from_a_day_to_a_day(client: Client, administrator: User) -> None:
    account = make_user("social_worker")
    days = {"starts": "1 December 2026", "ends": "1 March 2027"}
    give(client, account, "deputy_manager", **days)
    held = account.roles_held.get(role="deputy_manager")
    assert (held.started_on, held.ended_on, held.given_by) == (date(2026, 12, 1), date(2027, 3, 1), administrator)


def test_role_is_ended_with_a_reason(client: Client, administrator: User) -> None:
    account = make_user("social_worker")
    held = account.roles_held.get()
    client.post(f"/accounts/{account.pk}/roles/{held.pk}/end/", {"reason": "moved to fostering"})
    held.refresh_from_db()
    assert held.ended_on is not None
    assert changes_of(account) == [("Role ended: Social worker", "moved to fostering")]


def test_administrator_can_only_ask_for_a_role_for_itself(client: Client, administrator: User) -> None:
    give(client, administrator, "director")
    assert [held.role for held in administrator.roles_held.all()] == ["administrator"]
    assert RoleRequest.objects.get().role == "director"


def test_who_asked_can_not_agree(client: Client, administrator: User) -> None:
    give(client, administrator, "director")
    asked = RoleRequest.objects.get()
    answer = client.post(f"/accounts/requests/{asked.pk}/", {"decision": "agree"})
    assert answer.status_code == 409
    assert not administrator.roles_held.filter(role="director").exists()


def test_second_administrator_agrees_and_the_role_is_given(client: Client, administrator: User) -> None:
    give(client, administrator, "director")
    second = Client()
    other = sign_in(second, "administrator")
    second.post(f"/accounts/requests/{RoleRequest.objects.get().pk}/", {"decision": "agree"})
    held = administrator.roles_held.get(role="director")
    assert held.given_by == other


def test_refused_role_is_not_given(client: Client, administrator: User) -> None:
    give(client, administrator, "director")
    second = Client()
    sign_in(second, "administrator")
    second.post(f"/accounts/requests/{RoleRequest.objects.get().pk}/", {"decision": "refuse"})
    assert not administrator.roles_held.filter(role="director").exists()
    assert RoleRequest.objects.get().agreed is False


def test_nobody_makes_an_administrator_alone(client: Client, administrator: User) -> None:
    account = make_user("social_worker")
    give(client, account, "administrator")
    assert not account.roles_held.filter(role="administrator").exists()
    answer = client.post(f"/accounts/requests/{RoleRequest.objects.get().pk}/", {"decision": "agree"})
    assert answer.status_code == 409


def test_ending_an_account_ends_its_sessions_roles_and_links(client: Client, administrator: User) -> None:
    account, theirs = a_person(), Client()
    sign_in(theirs, user=account)
    client.post(f"/accounts/{account.pk}/link/", {"link-reason": "asked for by phone"})
    client.post(f"/accounts/{account.pk}/end/", {"end-reason": "left the council"})
    account.refresh_from_db()
    assert theirs.get("/account/").status_code == 302
    assert not account.is_active
    assert not account.sign_in_links.exists()
    assert account.roles_held.get().ended_on is not None


def test_account_is_opened_again_without_roles_or_password(client: Client, administrator: User) -> None:
    account = a_person()
    client.post(f"/accounts/{account.pk}/end/", {"end-reason": "left the council"})
    client.post(f"/accounts/{account.pk}/end/", {"end-reason": "came back"})
    account.refresh_from_db()
    assert account.is_active
    assert not account.has_usable_password()
    assert not RoleHeld.objects.filter(user=account, ended_on=None).exists()


def test_last_administrator_can_not_be_ended(client: Client, administrator: User) -> None:
    second = Client()
    other = sign_in(second, "administrator")
    assert second.post(f"/accounts/{administrator.pk}/end/", {"end-reason": "left"}).status_code == 302
    held = other.roles_held.get()
    page = second.post(f"/accounts/{other.pk}/roles/{held.pk}/end/", {"reason": "leaving too"})
    assert "last administrator" in page.content.decode()


def test_nobody_makes_a_link_for_or_ends_their_own_account(client: Client, administrator: User) -> None:
    assert client.post(f"/accounts/{administrator.pk}/link/", {"link-reason": "x"}).status_code == 409
    assert client.post(f"/accounts/{administrator.pk}/end/", {"end-reason": "x"}).status_code == 409


def test_locked_account_is_shown_and_unlocked(client: Client, administrator: User) -> None:
    account, guest = a_person(), Client()
    wrong = {"email": account.email, "password": "not the password"}
    assert [guest.post("/sign-in/", wrong).status_code for _ in range(5)][-1] == 429
    assert "Unlock now" in client.get(f"/accounts/{account.pk}/").content.decode()
    client.post(f"/accounts/{account.pk}/unlock/")
    assert guest.post("/sign-in/", {"email": account.email, "password": PASSWORD}).status_code == 302


def test_administrator_ends_somebodys_session(client: Client, administrator: User) -> None:
    theirs = Client()
    account = sign_in(theirs)
    client.post(f"/accounts/{account.pk}/sessions/{digest(theirs.session.session_key or '')}/end/")
    assert not Session.objects.filter(user=account).exists()
    assert theirs.get("/account/").status_code == 302


def test_everybody_reads_what_was_done_to_their_own_account(client: Client, administrator: User) -> None:
    theirs = Client()
    account = sign_in(theirs)
    client.post(f"/accounts/{account.pk}/link/", {"link-reason": "asked for by phone"})
    page = theirs.get("/account/history/").content.decode()
    assert "Link made" in page
    assert administrator.name in page


def test_list_finds_accounts_and_says_how_they_stand(client: Client, administrator: User) -> None:
    account = make_user("legal")
    page = client.get("/accounts/", {"q": account.email}).content.decode()
    assert "Legal" in page
    assert "Never signed in" in page
    assert administrator.email not in page


@pytest.mark.parametrize("role", ["social_worker", "director", "head_of_data", "inspector"])
def test_who_does_not_look_after_accounts_is_refused_every_page(client: Client, role: str) -> None:
    account = sign_in(client, role)
    pages = ["", "new/", "requests/", f"{account.pk}/", f"{account.pk}/roles/new/"]
    posts = [f"{account.pk}/link/", f"{account.pk}/unlock/", f"{account.pk}/end/"]
    assert {client.get(f"/accounts/{page}").status_code for page in pages} == {403}
    assert {client.post(f"/accounts/{page}").status_code for page in posts} == {403}


def test_a_worker_has_one_account_that_is_in_use(client: Client, administrator: User) -> None:
    worker = Worker.objects.first()
    ended = make_user("social_worker", worker_id=worker.pk)
    page = client.post("/accounts/new/", {**NEW, "worker": worker.pk})
    assert "There is an account for this worker already" in page.content.decode()
    User.objects.filter(pk=ended.pk).update(is_active=False)
    client.post("/accounts/new/", {**NEW, "worker": worker.pk})
    assert User.objects.filter(worker_id=worker.pk, is_active=True).count() == 1
    with pytest.raises(NotPossible, match="has an account already"):
        reopen_account(account=ended, by=administrator, now=datetime(2026, 11, 20, 15, 0, tzinfo=UTC), reason="Back")
    with pytest.raises(NotPossible, match="has an account already"):
        create_account(
            name="Robin Two",
            email="two@hatterton.example",
            worker_id=worker.pk,
            by=administrator,
            now=datetime(2026, 11, 20, 15, 0, tzinfo=UTC),
        )
