"""Files that somebody sent, kept outside the web root until they are loaded or their time is over."""

from __future__ import annotations

from typing import Any

from django.db import models

LOOKING, LOOKED, REFUSED, TAKEN, DROPPED = "looking", "looked", "refused", "taken", "dropped"


class Upload(models.Model):
    """What was sent, by whom, as what; what it was found to hold; and the load that took it in, if one did.

    `files` are names in `folder` that we chose; `holds` is what `uploads.look` found.
    """

    upload_id = models.BigAutoField(primary_key=True)
    folder = models.TextField()
    files = models.JSONField(default=list)
    size = models.BigIntegerField(default=0)
    source = models.TextField()
    source_name = models.TextField(blank=True, default="")
    council = models.TextField(blank=True, default="")
    real = models.BooleanField(default=True)
    year = models.IntegerField(null=True, blank=True)
    known_at = models.DateField(null=True, blank=True)
    older = models.BooleanField(default=False)
    made_by = models.TextField()
    user_id = models.BigIntegerField(null=True, blank=True)
    uploaded_at = models.DateTimeField()
    state = models.TextField(default=LOOKING)
    holds: models.JSONField[Any, Any] = models.JSONField(default=dict)
    message = models.TextField(blank=True, default="")
    load = models.ForeignKey("exchange.Load", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "uploads"
