"""What was found not to have happened, and what somebody put aside for a time, with why."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from onechild.service.record.models.fields import KeyField

LONGEST = timedelta(days=92)  # three months, and never more


class Silence(models.Model):
    """One thing that has not happened, from the day it was found to the day it was mended."""

    silence_id = models.BigAutoField(primary_key=True)
    child = models.ForeignKey("record.Child", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    check_key = KeyField()
    row_id = KeyField()
    since_on = models.DateField()
    detail = models.TextField(null=True)
    found_on = models.DateField()
    gone_on = models.DateField(null=True)

    class Meta:
        db_table = "silences"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["child", "check_key", "row_id"], condition=Q(gone_on__isnull=True), name="silence_found_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_key} of {self.row_id}"


class Snooze(models.Model):
    """Why something is put aside, and until which day, that day not included; it may be ended sooner."""

    child = models.ForeignKey("record.Child", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    check_key = KeyField()
    row_id = KeyField()
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_by_name = models.TextField()
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_by_name = models.TextField(blank=True, default="")

    class Meta:
        db_table = "snoozes"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["child", "check_key", "row_id"], name="snoozes_of_a_silence")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="snooze_has_a_reason", condition=~Q(reason=""), violation_error_message="Say why it can wait."
            ),
            models.CheckConstraint(
                name="snooze_three_months_at_most",
                condition=Q(until_on__gt=F("from_on"), until_on__lte=F("from_on") + LONGEST),
                violation_error_message="It can be put aside for three months at most.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_key} put aside until {self.until_on}"
