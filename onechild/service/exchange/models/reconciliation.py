"""A comparison of the record with another system's own list, child by child, as at a day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from onechild.service.record.models import Child


class Reconciliation(models.Model):
    """Whose list, what of, as at which day, and how many agreed; kept, so that the next can say what was put right."""

    reconciliation_id = models.BigAutoField(primary_key=True)
    name = models.TextField()
    what = models.TextField()
    as_at = models.DateField()
    made_by = models.TextField()
    user_id = models.BigIntegerField(null=True, blank=True)
    made_at = models.DateTimeField()
    counts: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        db_table = "reconciliations"


class ReconciliationRow(models.Model):
    """One child of a comparison on whom the two do not agree; `child` is empty where the record has no such child."""

    reconciliation = models.ForeignKey(Reconciliation, models.CASCADE, related_name="rows")
    child = models.ForeignKey(Child, models.PROTECT, null=True, blank=True, db_constraint=False, related_name="+")
    their_id = models.TextField(blank=True, default="")
    kind = models.TextField()
    theirs = models.TextField(blank=True, default="")
    ours = models.TextField(blank=True, default="")
    cause = models.TextField(blank=True, default="")

    class Meta:
        db_table = "reconciliation_rows"
        ordering: ClassVar[list[str]] = ["kind", "their_id", "pk"]
