"""Something about a placement that changes what is owed, such as temporary approval or being meant to last to 18."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class PlacementCondition(ChildSpell):
    condition_id = KeyField(primary_key=True, db_default=NewKey())
    placement = reference("Placement")
    condition = CodeField("placement_condition")
    decided_by = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "placement_conditions"
