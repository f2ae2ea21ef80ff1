"""A step that law, guidance or practice asks for by a time, or that starts such a time; no other table holds it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class StepTaken(ChildEvent):
    step_id = KeyField(primary_key=True, db_default=NewKey())
    step = CodeField("step")
    about_id = models.TextField(null=True, blank=True)
    set_for_on = models.DateField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "steps_taken"
