"""A form that was sent after its sender's session had ended."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ParkedForm(models.Model):
    """What was sent too late, sealed, waiting an hour for the same person to sign in again. Shown to nobody else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sealed = models.TextField()
    parked_at = models.DateTimeField()

    class Meta:
        db_table = "parked_forms"

    def __str__(self) -> str:
        return f"parked for {self.user_id}"
