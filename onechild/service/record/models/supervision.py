"""A supervision of a worker, in general or about one child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class Supervision(Event):
    supervision_id = KeyField(primary_key=True, db_default=NewKey())
    child = reference("Child")
    worker = reference("Worker", required=True)
    supervisor = reference("Worker")
    supervision_kind = CodeField("supervision_kind", null=True, blank=True)
    direction_given = models.BooleanField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "supervisions"
