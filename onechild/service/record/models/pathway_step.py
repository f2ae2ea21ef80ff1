"""A pathway needs assessment, pathway plan, or review of one."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class PathwayStep(ChildEvent):
    pathway_step_id = KeyField(primary_key=True, db_default=NewKey())
    step = CodeField("pathway_step")
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "pathway_steps"
