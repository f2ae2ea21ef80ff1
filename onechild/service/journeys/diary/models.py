"""The one table of the diary's own: private calendar feeds. Entries and cover stand in the record."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """An address from which a calendar program reads one person's days, under the digest of its secret."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "calendar_feeds"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                name="one_calendar_feed_each", fields=["user"], condition=models.Q(ended_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"calendar feed of {self.user_id}"
