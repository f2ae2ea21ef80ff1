"""A record that only named people may open, and who they are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.access.models.user import User
from onechild.service.record.models.fields import CodeField


class Restriction(models.Model):
    """A child's record restricted here, until it is lifted. It goes before what a source says of the record."""

    child = models.ForeignKey("record.Child", models.PROTECT, related_name="+", db_column="child_id")
    restriction = CodeField("restriction")
    reason = models.TextField()
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_reason = models.TextField(blank=True)

    class Meta:
        db_table = "access_restrictions"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(lifted_at__isnull=True),
                name="restricted_once",
                violation_error_message="This record is restricted already.",
            )
        ]


class RestrictionPerson(models.Model):
    """Somebody named on a restricted record, who may open it while they are."""

    restriction = models.ForeignKey(Restriction, models.CASCADE, related_name="people")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    unnamed_at = models.DateTimeField(null=True, blank=True)
    unnamed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "access_restriction_people"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["restriction", "user"],
                condition=Q(unnamed_at__isnull=True),
                name="named_once",
                violation_error_message="This person is named on the record already.",
            )
        ]
