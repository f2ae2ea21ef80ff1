"""A court order that protects a child or somebody around them, from when to when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class OrderKind(models.TextChoices):
    """Under which law."""

    FORCED_MARRIAGE = "forced_marriage", "Forced marriage protection order"
    GENITAL_MUTILATION = "fgm", "Female genital mutilation protection order"
    NON_MOLESTATION = "non_molestation", "Non-molestation order"
    OCCUPATION = "occupation", "Occupation order"
    RESTRAINING = "restraining", "Restraining order"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse protection order"
    PROHIBITED_STEPS = "prohibited_steps", "Prohibited steps order"
    CHILD_ARRANGEMENTS = "child_arrangements", "Child arrangements order"
    OTHER = "other", "Another order"


class ProtectiveOrder(ChildSpell):
    order_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=OrderKind.choices)
    court = models.TextField(blank=True, db_default="")
    case_number = models.TextField(blank=True, db_default="")
    against_words = models.TextField(blank=True, db_default="")
    against_adult = reference("Adult")
    words = models.TextField(blank=True, db_default="")
    power_of_arrest = models.BooleanField(null=True, blank=True)
    forbids_contact = models.BooleanField(null=True, blank=True)
    forbids_address = models.BooleanField(null=True, blank=True)
    expected_end_on = models.DateField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "protective_orders"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(name="order_known_kind", condition=Q(kind__in=OrderKind.values)),
        ]
