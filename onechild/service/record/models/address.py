"""Where a child lives or lived: home, placement or elsewhere."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedSpell


class Address(ChildUndatedSpell):
    address_id = KeyField(primary_key=True, db_default=NewKey())
    address_kind = CodeField("address_kind", null=True, blank=True)
    lines = models.TextField(null=True, blank=True)
    postcode = models.TextField(null=True, blank=True)
    uprn = models.TextField(null=True, blank=True)
    placement = reference("Placement")

    class Meta(ChildUndatedSpell.Meta):
        db_table = "addresses"
