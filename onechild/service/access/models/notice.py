"""Something that somebody must be told at once, shown on their own first page until they have seen it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.access.models.user import User


class Notice(models.Model):
    """A line on a person's My day. The words name no child: the page behind `page` and its child do, to who may see."""

    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    child = models.ForeignKey(
        "record.Child", models.PROTECT, null=True, blank=True, related_name="+", db_column="child_id"
    )
    words = models.TextField()
    page = models.TextField(blank=True)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "access_notices"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user"], condition=Q(seen_at__isnull=True), name="notices_waiting")
        ]
