"""An adult named in a contact: who they are to the children, where they live and how to reach them."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class IntakeAdult(RecordRow):
    intake_adult_id = KeyField(primary_key=True, db_default=NewKey())
    intake = reference("Intake", required=True)
    name = models.TextField()
    relation = CodeField("relation", null=True, blank=True)
    born_on = models.DateField(null=True, blank=True)
    phone = models.TextField(blank=True, db_default="")
    same_household = models.BooleanField(null=True, blank=True)
    worry = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True, db_default="")
    adult = reference("Adult")

    class Meta(RecordRow.Meta):
        db_table = "intake_adults"
