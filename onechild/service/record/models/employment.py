"""A worker's time in the council's service, permanent or agency, at one full-time equivalent."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import UndatedSpell


class Employment(UndatedSpell):
    employment_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    post = reference("Post")
    employment_kind = CodeField("employment_kind", null=True, blank=True)
    role = CodeField("worker_role", null=True, blank=True)
    fte = models.FloatField(null=True, blank=True)
    end_reason = CodeField("employment_end_reason", null=True, blank=True)

    class Meta(UndatedSpell.Meta):
        db_table = "employments"
