"""One load of files into the record: asked for, under way, done or failed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"


class Load(models.Model):
    """Who loads which files of which source, how far it is, and what became of it.

    It is done exactly when the record has its rows: both are written in one transaction. One that a killed process
    left running holds nothing of the record, and is found by `queries.stopped`.
    """

    load_id = models.BigAutoField(primary_key=True)
    source = models.TextField()
    source_name = models.TextField(blank=True, default="")
    files = models.JSONField(default=list)
    folder = models.TextField(blank=True, default="")
    keep_files = models.BooleanField(default=False)
    council = models.TextField(blank=True, default="")
    year = models.IntegerField(null=True, blank=True)
    known_at = models.DateField(null=True, blank=True)
    older = models.BooleanField(default=False)
    real = models.BooleanField(default=False)

    state = models.TextField(default=WAITING)
    made_by = models.TextField()
    user_id = models.BigIntegerField(null=True, blank=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    table_now = models.TextField(blank=True, default="")
    rows_done = models.BigIntegerField(default=0)
    rows_total = models.BigIntegerField(default=0)

    fingerprint = models.TextField(blank=True, default="")
    whole = models.BooleanField(default=False)
    change_set_id = models.BigIntegerField(null=True, blank=True)
    children = models.IntegerField(default=0)
    seconds = models.FloatField(null=True, blank=True)
    clock_seconds = models.FloatField(null=True, blank=True)
    message = models.TextField(blank=True, default="")
    warnings = models.JSONField(default=list)

    class Meta:
        db_table = "loads"
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["source", "state"], name="loads_of_source")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="load_known_state", condition=models.Q(state__in=[WAITING, RUNNING, DONE, FAILED])
            )
        ]

    @property
    def again(self) -> bool:
        """Whether it may be run (again): it isn't done."""
        return self.state != DONE
