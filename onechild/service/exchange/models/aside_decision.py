"""What somebody decided about a row or value that could not be read: mended, or left as it is with a reason."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

MENDED, LEFT = "mended", "left"


class AsideDecision(models.Model):
    """A decision on one quarantined value or row. It stands as long as the source says the same at the same place.

    `quarantine_id` names file, place and column; with `value`, `reason` and `row_values` as they stood, so that a file
    loaded again asks nobody a second time, and one that says something else does.
    """

    quarantine_id = models.TextField()
    value = models.TextField(null=True, blank=True)
    reason = models.TextField()
    row_values = models.TextField(null=True, blank=True)
    decision = models.TextField()
    words = models.TextField(blank=True, default="")
    table_name = models.TextField(blank=True, default="")
    row_key = models.TextField(blank=True, default="")
    given: models.JSONField[Any, Any] = models.JSONField(default=dict)
    change_set_id = models.BigIntegerField(null=True, blank=True)
    decided_by = models.TextField()
    user_id = models.BigIntegerField(null=True, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        db_table = "aside_decisions"
        ordering: ClassVar[list[str]] = ["-decided_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["quarantine_id"], name="aside_decisions_of_row")]
