"""A browser in which somebody is signed in, or is about to be."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Session(models.Model):
    """One session, under the digest of its key: a copy of this table lets nobody in.

    `how` says in what way the person signed in; `last_used_at` is kept to the minute or so.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    values = models.TextField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField()
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    how = models.TextField(default="")
    address = models.TextField(default="")
    browser = models.TextField(default="")

    class Meta:
        db_table = "access_sessions"

    def __str__(self) -> str:
        return f"session of {self.user_id or 'nobody yet'} since {self.began_at:%d %B %Y}"
