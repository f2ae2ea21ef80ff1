"""A duty that was or is owed: what the clocks make of the record, kept in step with it by every write."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField


class Obligation(models.Model):
    """One duty under one clock, from its first day to the day it was met or ended; outcomes are asked as at a day."""

    pk = models.CompositePrimaryKey("subject_kind", "subject_id", "clock", "spell_id", "sequence")
    subject_kind = KeyField()
    subject_id = KeyField()
    child = models.ForeignKey(
        "record.Child", models.DO_NOTHING, null=True, db_constraint=False, related_name="+", db_column="child_id"
    )
    clock = KeyField()
    version = models.TextField(null=True)
    spell_id = KeyField()
    sequence = models.BigIntegerField()
    within = models.TextField(null=True)
    started_on = models.DateField()
    due_on = models.DateField()
    met_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)  # of a clock that runs in hours; the days are then London's
    due_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "obligations"
