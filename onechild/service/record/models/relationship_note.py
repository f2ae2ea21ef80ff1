"""What was noted about a relationship: parental responsibility since when, on what ground, and how it is known."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class ResponsibilityGround(models.TextChoices):
    """What gives parental responsibility."""

    MOTHER = "mother", "Mother who gave birth"
    MARRIED = "married", "Married to or in a civil partnership with the mother at the birth, or later"
    REGISTERED = "registered", "On the birth certificate, registered since 1 December 2003"
    AGREEMENT = "agreement", "A parental responsibility agreement"
    ORDER = "order", "A court order"
    SPECIAL_GUARDIAN = "special_guardian", "A special guardianship order"
    ADOPTION = "adoption", "Adoption"
    OTHER = "other", "Another way"
    NOT_KNOWN = "not_known", "Not known yet"


class RelationshipNote(ChildEvent):
    """One noting; the newest of a relationship stands, and the earlier ones stay to be read."""

    relationship_note_id = KeyField(primary_key=True, db_default=NewKey())
    relationship = reference("Relationship", required=True)
    responsible_from = models.DateField(null=True, blank=True)
    ground = models.TextField(choices=ResponsibilityGround.choices, blank=True, db_default="")
    known_how = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")
    written_by_name = models.TextField()

    class Meta(ChildEvent.Meta):
        db_table = "relationship_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="relationship_note_known_ground", condition=Q(ground__in=["", *ResponsibilityGround.values])
            ),
        ]
