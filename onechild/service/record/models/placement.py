"""A placement of a looked-after child with one carer or in one setting."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class Placement(ChildSpell):
    placement_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    household = reference("FosteringHousehold")
    placement_kind = CodeField("placement_type", null=True, blank=True)
    provider = CodeField("placement_provider", null=True, blank=True)
    urn = models.TextField(null=True, blank=True)
    distance_miles = models.FloatField(null=True, blank=True)
    location = CodeField("placement_location", null=True, blank=True)
    located_in = CodeField("placement_council", null=True, blank=True)
    located_in_words = models.TextField(null=True, blank=True)
    registration = CodeField("registration", null=True, blank=True)
    change_reason = CodeField("placement_change_reason", null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "placements"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap("placement_no_overlap", message="The child is in another placement on these days."),
        ]
