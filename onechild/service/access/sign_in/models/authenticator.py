"""The app on somebody's phone that makes their one-time codes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models


class Authenticator(models.Model):
    """An authenticator: six digits every 30 seconds (RFC 6238), each good once; its key is kept sealed.

    `last_step` is the step of the last code taken, `drift` how many steps the phone's clock is out. Each wrong code
    doubles the wait before the next is looked at, from one second.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="authenticator")
    sealed_key = models.TextField()
    last_step = models.BigIntegerField(default=-1)
    drift = models.SmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "access_authenticators"

    def __str__(self) -> str:
        return f"authenticator of {self.user_id}"

    def may_try(self, now: datetime) -> bool:
        """This function will return whether the wait after the last wrong code is over."""
        return self.failed_at is None or now >= self.failed_at + timedelta(seconds=2 ** min(self.failures - 1, 10))
