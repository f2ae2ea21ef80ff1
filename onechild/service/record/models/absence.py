"""A worker's absence from work."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class Absence(Spell):
    absence_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    absence_kind = CodeField("absence_kind", null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "absences"
