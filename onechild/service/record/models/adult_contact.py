"""How to reach an adult: an address, a number, an e-mail address; whether it may be told to anybody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import UndatedSpell


class AdultContactKind(models.TextChoices):
    """What it is."""

    ADDRESS = "address", "Address"
    PHONE = "phone", "Telephone"
    EMAIL = "email", "E-mail address"


class AdultContact(UndatedSpell):
    """`safe` says whether it is safe to write or ring there."""

    adult_contact_id = KeyField(primary_key=True, db_default=NewKey())
    adult = reference("Adult", required=True)
    kind = models.TextField(choices=AdultContactKind.choices)
    value = models.TextField()
    postcode = models.TextField(blank=True, db_default="")
    safe = models.BooleanField(null=True, blank=True)
    do_not_disclose = models.BooleanField(db_default=False)
    words = models.TextField(blank=True, db_default="")

    class Meta(UndatedSpell.Meta):
        db_table = "adult_contacts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *UndatedSpell.Meta.constraints,
            models.CheckConstraint(name="adult_contact_known_kind", condition=Q(kind__in=AdultContactKind.values)),
        ]
