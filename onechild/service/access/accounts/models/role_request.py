"""A role that an administrator asks for, for a second administrator to decide on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class RoleRequest(models.Model):
    """A role asked for that four eyes must see: one for the asker, or one that lets somebody look after accounts."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.TextField()
    team_id = models.TextField(null=True, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)

    class Meta:
        db_table = "access_role_requests"
        constraints = (
            models.CheckConstraint(
                name="role_request_needs_a_second_person",
                condition=Q(decided_by__isnull=True)
                | ~(Q(decided_by=F("asked_by")) | Q(decided_by=F("account"), agreed=True)),
                violation_error_message="Somebody else must decide this.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} for {self.account_id}"
