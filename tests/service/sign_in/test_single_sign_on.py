"""The council's own single sign-on, through the whole code flow against a provider on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from onechild.service.access.models import User
from tests.service.people import make_user
from tests.service.sign_in.mock_provider import CLIENT, SECRET, Provider, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    """A provider that this copy trusts."""
    with running() as one:
        settings.OIDC_ISSUER, settings.OIDC_NAME = one.issuer, "your Hatterton account"
        settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = CLIENT, SECRET
        yield one


def at_the_provider(client: Client, *, then: str = "/account/") -> str:
    """Ask to sign in, do so at the provider, and return the address that it sends the browser back to."""
    asked = client.get("/sign-in/single/", {"next": then})
    assert asked.status_code == 302
    return requests.get(asked["Location"], allow_redirects=False, timeout=5).headers["Location"]


def come_back(client: Client, address: str) -> Any:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def through(client: Client) -> Any:
    """The whole way, and the answer at its end."""
    return come_back(client, at_the_provider(client))


def a_colleague(provider: Provider, **claims: Any) -> User:
    """Somebody with an account whom the provider signs in."""
    person = make_user("social_worker")
    provider.claims = {"sub": "s-1", "email": person.email, "email_verified": True, **claims}
    return person


def is_refused(client: Client, answer: Any) -> bool:
    return answer.status_code == 403 and client.get("/account/").status_code == 302


def test_verified_address_of_an_account_signs_in_and_is_bound_to_its_subject(
    client: Client, provider: Provider
) -> None:
    person = a_colleague(provider)
    answer = through(client)
    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200
    person.refresh_from_db()
    assert person.single_sign_on == "s-1"


def test_bound_subject_signs_in_whatever_address_it_has_now(client: Client, provider: Provider) -> None:
    person = a_colleague(provider, email="married.name@hatterton.example")
    User.objects.filter(pk=person.pk).update(single_sign_on="s-1")
    through(client)
    assert str(person.pk) == client.session["_auth_user_id"]


def test_request_carries_state_nonce_and_challenge_of_its_own_each_time(client: Client, provider: Provider) -> None:
    asked = [parse_qs(urlsplit(client.get("/sign-in/single/")["Location"]).query) for _ in range(2)]
    assert all(asked[0][name] != asked[1][name] for name in ("state", "nonce", "code_challenge"))
    assert asked[0]["scope"] == ["openid email"]


def test_unknown_person_is_refused_and_no_account_is_made(client: Client, provider: Provider) -> None:
    provider.claims = {"sub": "s-9", "email": "stranger@hatterton.example", "email_verified": True}
    before = User.objects.count()
    assert is_refused(client, through(client))
    assert User.objects.count() == before


def test_address_that_is_not_verified_is_refused(client: Client, provider: Provider) -> None:
    a_colleague(provider, email_verified=False)
    assert is_refused(client, through(client))


def test_address_of_an_account_bound_to_somebody_else_is_refused(client: Client, provider: Provider) -> None:
    person = a_colleague(provider)
    User.objects.filter(pk=person.pk).update(single_sign_on="s-of-another")
    assert is_refused(client, through(client))


def test_ended_account_is_refused(client: Client, provider: Provider) -> None:
    person = a_colleague(provider)
    User.objects.filter(pk=person.pk).update(is_active=False, single_sign_on="s-1")
    assert is_refused(client, through(client))


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another request"},
        {"aud": "another-service"},
        {"aud": [CLIENT, "another-service"]},
        {"iss": "https://elsewhere.example"},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
    ],
)
def test_token_with_a_wrong_claim_is_refused(client: Client, provider: Provider, claims: dict[str, Any]) -> None:
    a_colleague(provider, **claims)
    assert is_refused(client, through(client))


@pytest.mark.parametrize("claim", ["iss", "aud", "exp", "iat", "sub", "nonce"])
def test_token_without_a_claim_that_it_needs_is_refused(client: Client, provider: Provider, claim: str) -> None:
    a_colleague(provider)
    provider.left_out = {claim}
    assert is_refused(client, through(client))


def test_token_signed_with_another_key_is_refused(client: Client, provider: Provider) -> None:
    a_colleague(provider)
    provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert is_refused(client, through(client))


def test_answer_is_taken_once(client: Client, provider: Provider) -> None:
    a_colleague(provider)
    address = at_the_provider(client)
    assert come_back(client, address).status_code == 302
    client.post("/sign-out/")
    assert is_refused(client, come_back(client, address))


def test_answer_to_another_browser_is_refused(client: Client, provider: Provider) -> None:
    a_colleague(provider)
    assert is_refused(client, come_back(client, at_the_provider(Client())))


def test_what_the_provider_says_of_roles_is_not_read(client: Client, provider: Provider) -> None:
    person = a_colleague(provider, roles=["director"], groups=["administrator"])
    through(client)
    assert list(person.roles_held.values_list("role", flat=True)) == ["social_worker"]


def test_provider_that_names_another_issuer_is_not_trusted(client: Client, provider: Provider) -> None:
    issuer, provider.issuer = provider.issuer, "https://elsewhere.example"
    assert client.get("/sign-in/single/").status_code == 503
    provider.issuer = issuer


def test_without_single_sign_on_its_pages_are_not_there(client: Client) -> None:
    assert client.get("/sign-in/single/").status_code == 404
    assert client.get("/sign-in/single/back/").status_code == 404
