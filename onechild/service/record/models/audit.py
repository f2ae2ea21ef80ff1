"""An audit of the work with a child."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Audit(ChildEvent):
    audit_id = KeyField(primary_key=True, db_default=NewKey())
    grade = CodeField("audit_grade", null=True, blank=True)
    moderated_grade = CodeField("audit_grade", null=True, blank=True)
    theme = CodeField("audit_theme", null=True, blank=True)
    auditor = reference("Worker")
    team = reference("Team")

    class Meta(ChildEvent.Meta):
        db_table = "audits"
