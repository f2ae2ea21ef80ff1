"""Somebody whose password was right and whose one-time code is still to come: not signed in yet, and soon forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from onechild.service.access.models import User
from onechild.service.access.sign_in.rules import PENDING_LASTS

KEY = "pending"


@dataclass(frozen=True)
class Pending:
    """Who is half way in, and the page that they asked for."""

    user: User
    then: str


def begin(request: HttpRequest, *, user: User, then: str, now: datetime) -> None:
    """Note that the password of this account was right, in a session with a new key."""
    request.session.cycle_key()
    request.session[KEY] = {"user": user.pk, "then": then, "until": (now + PENDING_LASTS).timestamp()}


def found(request: HttpRequest, *, now: datetime) -> Pending | None:
    """This function will return who is half way in; none once ten minutes have gone by or the account has ended."""
    held = request.session.get(KEY)
    if not held or held["until"] < now.timestamp():
        request.session.pop(KEY, None)
        return None
    user = User.objects.filter(pk=held["user"], is_active=True).first()
    return Pending(user, held["then"]) if user else None


def forget(request: HttpRequest) -> None:
    """Forget who was half way in."""
    request.session.pop(KEY, None)
