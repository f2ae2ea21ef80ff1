"""A role that somebody holds, from when to when, and who gave it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from onechild.service.access.models.user import User


class RoleHeld(models.Model):
    """A role outside its dates gives nothing. With no team, it holds for the teams that the person is a member of."""

    user = models.ForeignKey(User, models.PROTECT, related_name="roles_held")
    role = models.TextField()
    team_id = models.TextField(null=True, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "access_roles_held"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="role_ends_after_it_starts",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                violation_error_message="A role can't end before it starts.",
            ),
            models.CheckConstraint(
                name="inspector_has_a_last_day",
                condition=~Q(role="inspector") | Q(ended_on__isnull=False),
                violation_error_message="An inspector's role needs the day on which it ends.",
            ),
        ]

    def __str__(self) -> str:
        return self.role
