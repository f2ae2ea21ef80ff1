"""A code kept on paper, for the day the phone is lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class RecoveryCode(models.Model):
    """A code that stands in for a one-time code, once; only its salted digest is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    salt = models.CharField(max_length=16)
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "access_recovery_codes"

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"
