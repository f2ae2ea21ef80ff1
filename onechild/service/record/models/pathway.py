"""Specially careful work with a child: forced marriage, homelessness at 16 or 17, exploitation and the like."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class PathwayKind(models.TextChoices):
    """What the work is about. The first three restrict the record from the first keystroke."""

    HONOUR_BASED_ABUSE = "honour_based_abuse", "Honour-based abuse"
    GENITAL_MUTILATION = "fgm", "Female genital mutilation"
    FORCED_MARRIAGE = "forced_marriage", "Forced marriage"
    HOMELESS = "homeless_16_17", "Homeless at 16 or 17"
    MISSING = "missing", "Missing"
    EXPLOITATION = "exploitation", "Exploitation"


RESTRICTING = (PathwayKind.HONOUR_BASED_ABUSE, PathwayKind.GENITAL_MUTILATION, PathwayKind.FORCED_MARRIAGE)


class Pathway(ChildSpell):
    pathway_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=PathwayKind.choices)
    words = models.TextField()
    intake = reference("Intake")
    lead = reference("Worker")
    overseer = reference("Worker")
    oversight_every_days = models.IntegerField(null=True, blank=True)
    no_contact_with_family = models.BooleanField(null=True, blank=True)
    no_contact_words = models.TextField(blank=True, db_default="")
    safe_contact = models.TextField(blank=True, db_default="")
    end_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildSpell.Meta):
        db_table = "pathways"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(name="pathway_known_kind", condition=Q(kind__in=PathwayKind.values)),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=Q(ended_on__isnull=True) & Q(gone_at__isnull=True),
                name="pathway_open_once",
                violation_error_message="This pathway is open already.",
            ),
            models.CheckConstraint(
                name="pathway_end_has_a_reason",
                condition=Q(ended_on__isnull=True) | ~Q(end_reason=""),
                violation_error_message="Say why it ends.",
            ),
        ]
