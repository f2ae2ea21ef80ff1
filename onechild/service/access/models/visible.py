"""The relation of who may see which child, and why: a view of the database, never written."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField


class Visible(models.Model):
    """One reason why a viewer may see a child; there may be several."""

    pk = models.CompositePrimaryKey("viewer_id", "child_id", "because")
    viewer_id = models.BigIntegerField()
    child = models.ForeignKey("record.Child", models.DO_NOTHING, related_name="+", db_column="child_id")
    because = KeyField()

    class Meta:
        db_table = "visible"
        managed = False
