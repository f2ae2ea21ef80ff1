"""Somebody for whom a child's record does not exist, on any path."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.access.models.user import User


class Bar(models.Model):
    """A person barred from a record, by account or as a worker who may yet be given one. It goes before all else."""

    child = models.ForeignKey("record.Child", models.PROTECT, related_name="+", db_column="child_id")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    worker_id = models.TextField(null=True, blank=True)
    # The child's public id, so that whoever decides can name a record that they may not open.
    public_id = models.TextField()
    reason = models.TextField()
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "access_bars"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="bar_names_somebody", condition=Q(user__isnull=False) | Q(worker_id__isnull=False)
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["child"], condition=Q(ended_at__isnull=True), name="bars_in_force")
        ]
