"""What a homeless young person of 16 or 17 was told of sections 17 and 20, what they chose, and where they sleep."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class HomelessOutcome(models.TextChoices):
    """How the young person is helped."""

    SECTION_20 = "section_20", "Looked after under section 20"
    SECTION_17 = "section_17", "Accommodation and support under section 17"
    HOUSING = "housing", "Housing under part 7 of the Housing Act 1996"
    HOME = "home", "Back home or with family, with support"
    UNDECIDED = "undecided", "Not decided yet"


class HomelessChoice(ChildEvent):
    choice_id = KeyField(primary_key=True, db_default=NewKey())
    pathway = reference("Pathway", required=True)
    section_17_explained = models.BooleanField()
    section_20_explained = models.BooleanField()
    explained_how = models.TextField(blank=True, db_default="")
    advocate_offered = models.BooleanField()
    advocate_accepted = models.BooleanField(null=True, blank=True)
    choice = models.TextField(choices=HomelessOutcome.choices)
    childs_words = models.TextField(blank=True, db_default="")
    safe_tonight = models.BooleanField()
    place = models.TextField(blank=True, db_default="")
    place_words = models.TextField(blank=True, db_default="")
    housing_words = models.TextField(blank=True, db_default="")
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "homeless_choices"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="homeless_known_choice", condition=Q(choice__in=HomelessOutcome.values)),
            models.CheckConstraint(
                name="homeless_choice_is_informed",
                condition=Q(choice="undecided") | (Q(section_17_explained=True) & Q(section_20_explained=True)),
                violation_error_message="Both sections are explained before the young person chooses.",
            ),
        ]
