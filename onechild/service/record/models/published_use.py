"""Where a published figure was told: one line for each document or page, with who published it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PublishedUse(models.Model):
    """For what, by whom and when; a figure told twice is one figure with two uses."""

    published_use_id = models.BigAutoField(primary_key=True)
    published = models.ForeignKey(
        "record.PublishedFigure", models.CASCADE, db_column="published_id", related_name="uses"
    )
    for_what = models.TextField()
    published_by = models.TextField()
    user_id = models.BigIntegerField(null=True)
    published_at = models.DateTimeField()

    class Meta:
        db_table = "published_uses"
        ordering: ClassVar[list[str]] = ["published_at", "published_use_id"]
