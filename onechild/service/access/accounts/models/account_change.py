"""What was done to an account, by whom, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class AccountChange(models.Model):
    """One line of an account's history: written, never changed. No `by` means the command line of the server."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()
    reason = models.TextField(default="")

    class Meta:
        db_table = "access_account_changes"
        indexes = (models.Index(fields=["account", "at"], name="changes_of_account"),)

    def __str__(self) -> str:
        return self.words
