"""The app on somebody's phone that makes their one-time codes."""

from __future__ import annotations

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin  # type: ignore[import-untyped]


class Authenticator(TimestampMixin, ThrottlingMixin, Device):  # type: ignore[misc]
    """An authenticator: six digits every 30 seconds (RFC 6238), each good once; its key is kept sealed.

    Each wrong code doubles the wait before the next may be tried, from one second (django-otp's throttling).
    """

    sealed_key = models.TextField()
    last_step = models.BigIntegerField(default=-1)
    drift = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "access_authenticators"

    def get_throttle_factor(self) -> float:
        """This function will return the seconds to wait after the first wrong code."""
        return 1.0
