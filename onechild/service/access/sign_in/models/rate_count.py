"""How often somebody asked for something within a window of time."""

from __future__ import annotations

from django.db import models


class RateCount(models.Model):
    """One count: of what, by whom (a digest), in the window that began then. Lost when the server stops, by design."""

    of = models.TextField()
    whom = models.CharField(max_length=64)
    began_at = models.DateTimeField(db_index=True)
    count = models.IntegerField()

    class Meta:
        db_table = "access_rate_counts"
        constraints = (models.UniqueConstraint(fields=["of", "whom", "began_at"], name="access_rate_counts_one"),)

    def __str__(self) -> str:
        return f"{self.count} of {self.of}"
