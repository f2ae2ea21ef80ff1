"""A numbered change to the record: everything that was written together, by whom, and when it took effect."""

from __future__ import annotations

from django.db import models


class ChangeSet(models.Model):
    """Who changed the record, why, and the moment at which the change became known: the end of its transaction."""

    change_set_id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    words = models.TextField()
    made_by = models.TextField()
    user_id = models.BigIntegerField(null=True, blank=True)
    began_at = models.DateTimeField()
    took_effect_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        db_table = "change_sets"
