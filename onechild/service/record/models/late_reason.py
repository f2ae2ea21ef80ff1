"""Why a duty was done late or never: given once for each, in a code and in words; history keeps corrections."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildRow


class LateReason(ChildRow):
    """The reason for one duty.

    A duty is known by its clock, its spell and the day it was due. Its number in the spell is kept too, and proves
    nothing: an earlier visit that is written down later moves the numbers on.
    """

    late_reason_id = KeyField(primary_key=True, db_default=NewKey())
    clock = KeyField()
    spell_id = KeyField()
    sequence = models.BigIntegerField()
    due_on = models.DateField()
    reason = CodeField("lateness_reason")
    words = models.TextField()
    given_by = models.TextField()
    given_at = models.DateTimeField()
    recorded_on = models.DateField()

    class Meta(ChildRow.Meta):
        db_table = "late_reasons"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["child", "clock", "spell_id", "due_on"],
                condition=Q(gone_at__isnull=True),
                name="late_reason_given_once",
                violation_error_message="A reason was given already. Correct that one.",
            ),
            models.CheckConstraint(
                name="late_reason_in_words", condition=~Q(words=""), violation_error_message="Say why, in words."
            ),
        ]
