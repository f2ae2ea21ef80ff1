"""Django's session engine, as settings name it: access keeps the sessions, and here is where the clock is read."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from onechild.service.access.sign_in.sessions import KeptSessions


class SessionStore(KeptSessions):
    """Sessions by the real clock, also where a demonstration stands still on a day."""

    @staticmethod
    def now() -> datetime:
        """This function will return this moment."""
        return timezone.now()
