"""Makes, renews and ends a person's private calendar feed."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from onechild.service.access.models import User
from onechild.service.access.sign_in.sealing import digest
from onechild.service.journeys.diary.models import CalendarFeed


@transaction.atomic
def make_feed(*, user: User, now: datetime) -> str:
    """Make a feed for somebody; an earlier one stops at once.

    This function will return the secret of its address, which is kept nowhere.
    """
    end_feed(user=user, now=now)
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(user=user, digest=digest(secret), made_at=now)
    return secret


def end_feed(*, user: User, now: datetime) -> None:
    """Switch somebody's feed off."""
    CalendarFeed.objects.filter(user=user, ended_at=None).update(ended_at=now)
