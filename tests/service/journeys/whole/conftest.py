"""A clock that a test sets, and people of every role who sign in again each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.config import moment
from tests.service.people import sign_in

LONDON = ZoneInfo("Europe/London")
BETWEEN = timedelta(seconds=7)  # from one request to the next, as nobody types in no time
SetClock = Callable[[str], datetime]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the moment at which everything happens from here on: clock("2026-02-13 16:50")."""

    def at(words: str) -> datetime:
        now = datetime.fromisoformat(words).replace(tzinfo=LONDON)
        later = count(1)
        monkeypatch.setattr(moment, "now", lambda: now + next(later) * BETWEEN)
        return now

    return at


@pytest.fixture
def acting(client: Client) -> Callable[[User], Client]:
    """The client, signed in as somebody from here on."""

    def as_user(user: User) -> Client:
        client.logout()
        sign_in(client, user=user)
        return client

    return as_user
