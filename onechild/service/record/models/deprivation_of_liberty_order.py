"""An order that allows a looked-after child to be deprived of liberty."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class DeprivationOfLibertyOrder(ChildSpell):
    order_id = KeyField(primary_key=True, db_default=NewKey())
    expires_on = models.DateField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "deprivation_of_liberty_orders"
