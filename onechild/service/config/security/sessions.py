"""Ends sessions that nobody used for a while or that have lasted a day's work, and says the rules of signing in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from onechild.service.access.sign_in.actions.signing_in import BEFORE
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.rules import SignInRules
from onechild.service.config.security.session_store import SessionStore

NOTED_EVERY = timedelta(minutes=1)
# Sent by a page that asks again by itself: nobody may be sitting there, so it keeps no session alive.
BY_ITSELF = "X-By-Itself"


class SessionEndsMiddleware:
    """Sets `request.clock` (the real moment, even where a demonstration stands still) and `request.rules`.

    What is left of a session that ended is whose it was, so that a form sent too late can wait for them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        request.clock = now  # type: ignore[attr-defined]
        request.rules = rules()  # type: ignore[attr-defined]
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _end_or_note(request, now)
        return self.get_response(request)


def rules() -> SignInRules:
    """This function will return the rules of signing in, from the settings."""
    return SignInRules(
        idle=settings.SESSION_IDLE,
        whole=settings.SESSION_WHOLE,
        tries=settings.AXES_FAILURE_LIMIT,
        locked_for=settings.AXES_COOLOFF_TIME,
        codes=not settings.DEMO,
        single_sign_on=settings.OIDC_NAME,
    )


def _end_or_note(request: HttpRequest, now: datetime) -> None:
    session: Any = request.session
    session.get(SESSION_KEY)  # reads it
    row = session.row
    if row is None or row.user_id is None:
        return
    if row.last_used_at + settings.SESSION_IDLE <= now or row.began_at + settings.SESSION_WHOLE <= now:
        Session.objects.filter(pk=row.pk).delete()
        request.session = SessionStore()
        request.session[BEFORE] = {"user": row.user_id, "at": now.isoformat()}
    elif row.last_used_at + NOTED_EVERY <= now and request.headers.get(BY_ITSELF) is None:
        Session.objects.filter(pk=row.pk).update(last_used_at=now)
