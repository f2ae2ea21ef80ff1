"""A record opened in an emergency, for a time: asked with a reason, granted at once or by a second person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from onechild.service.access.models.user import User
from onechild.service.access.restrictions import GLASS_REASONS, MOST_HOURS


class Glass(models.Model):
    """Somebody's asking to open a record that they otherwise may not, and what became of it."""

    child = models.ForeignKey("record.Child", models.PROTECT, related_name="+", db_column="child_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    # The child's public id, so that whoever decides can name a record that they may not open.
    public_id = models.TextField()
    reason = models.TextField()
    words = models.TextField()
    hours = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    sensitive = models.BooleanField()
    granted_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refused_words = models.TextField(blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    review_words = models.TextField(blank=True)

    class Meta:
        db_table = "access_glass"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="glass_for_some_hours",
                condition=Q(hours__gte=1, hours__lte=MOST_HOURS),
                violation_error_message=f"It opens for 1 to {MOST_HOURS} hours.",
            ),
            models.CheckConstraint(
                name="glass_needs_a_second_person",
                condition=Q(granted_at__isnull=True)
                | Q(sensitive=False)
                | (Q(granted_by__isnull=False) & ~Q(granted_by=F("user"))),
                violation_error_message="Somebody else must grant this.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user"], condition=Q(ended_at__isnull=True), name="glass_of_user"),
            models.Index(fields=["child"], name="glass_of_child"),
        ]

    @property
    def reason_words(self) -> str:
        """The reason in words."""
        return GLASS_REASONS.get(self.reason, self.reason)
