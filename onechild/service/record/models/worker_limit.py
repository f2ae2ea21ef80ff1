"""For a time a worker takes no new children, or only so many: reduced capacity, never why."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class WorkerLimit(Spell):
    """`at_most_new` 0 is none; empty says only `words`. A worker’s health has no place here."""

    worker_limit_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    at_most_new = models.IntegerField(null=True, blank=True)
    words = models.TextField(blank=True, db_default="")

    class Meta(Spell.Meta):
        db_table = "worker_limits"
