"""A category of abuse of a plan, from when to when."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class ChildProtectionCategory(ChildSpell):
    category_id = KeyField(primary_key=True, db_default=NewKey())
    plan = reference("ChildProtectionPlan", required=True)
    category = CodeField("abuse_category")

    class Meta(ChildSpell.Meta):
        db_table = "child_protection_categories"
