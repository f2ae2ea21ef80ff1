"""A placement plan, made with the carer."""

from __future__ import annotations

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class PlacementPlan(ChildEvent):
    placement_plan_id = KeyField(primary_key=True, db_default=NewKey())
    placement = reference("Placement")

    class Meta(ChildEvent.Meta):
        db_table = "placement_plans"
