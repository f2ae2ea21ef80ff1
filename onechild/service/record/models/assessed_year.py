"""A newly qualified worker's assessed and supported year in employment."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class AssessedYear(Spell):
    assessed_year_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    assessor = reference("Worker")
    passed = models.BooleanField(null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "assessed_years"
