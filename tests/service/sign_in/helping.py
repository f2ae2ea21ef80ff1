"""People who sign in by hand in tests, with a password and an authenticator."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP

from onechild.service.access.models import User
from onechild.service.access.sign_in.actions import codes
from onechild.service.access.sign_in.actions.codes import b32decode
from tests.service.people import make_user

PASSWORD = "three tall yellow boats"  # noqa: S105  of nobody


def a_person(role: str = "social_worker", **others: str) -> User:
    """Somebody with a password and no authenticator yet."""
    person = make_user(role, **others)  # type: ignore[arg-type]
    person.set_password(PASSWORD)
    person.save()
    return person


def with_authenticator(person: User) -> str:
    """The key of a new authenticator of theirs, set up a minute ago."""
    key = codes.new_key()
    then = timezone.now() - timedelta(minutes=1)
    codes.set_up(user=person, key=key, code=code_of(key, then), now=then)
    return key


def code_of(key: str, at: datetime | None = None) -> str:
    """The six digits that an authenticator shows."""
    totp = TOTP(b32decode(key))
    totp.time = (at or timezone.now()).timestamp()
    return f"{totp.token():06}"


def sign_in_by_hand(client: Client, person: User, key: str, *, then: str = "/account/") -> None:
    """Sign somebody in by password and code."""
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD, "next": then})
    client.post("/sign-in/code/", {"code": code_of(key)})
