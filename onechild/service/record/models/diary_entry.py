"""A diary entry: a visit or a meeting that a worker means to make, for one child on one day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow

SHORTEST, LONGEST = 5, 24 * 60


class DiaryKind(models.TextChoices):
    """What is planned."""

    VISIT = "visit", "Visit"
    MEETING = "meeting", "Meeting"


class DiaryEntry(ChildRow):
    """One child of a round: children planned together share `round_id`. History keeps the days it was moved from.

    `starts_at` is London time; `visit` is the visit that it became, once one is recorded.
    """

    entry_id = KeyField(primary_key=True, db_default=NewKey())
    round_id = KeyField()
    kind = models.TextField(choices=DiaryKind.choices)
    purpose = CodeField("visit_purpose", null=True, blank=True)
    worker = reference("Worker", required=True)
    planned_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    minutes = models.IntegerField(null=True, blank=True)
    place = models.TextField(blank=True, db_default="")
    made_by = models.TextField()
    moved_reason = models.TextField(blank=True, db_default="")
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_reason = models.TextField(blank=True, db_default="")
    visit = reference("Visit")
    recorded_on = models.DateField()

    class Meta(ChildRow.Meta):
        db_table = "diary_entries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="diary_entry_known_kind",
                condition=Q(kind__in=DiaryKind.values),
                violation_error_message="Say whether it is a visit or a meeting.",
            ),
            models.CheckConstraint(
                name="diary_entry_visit_has_a_purpose",
                condition=Q(kind="meeting") | Q(purpose__isnull=False),
                violation_error_message="Say what the visit is for.",
            ),
            models.CheckConstraint(
                name="diary_entry_minutes_of_a_day",
                condition=Q(minutes__isnull=True) | Q(minutes__gte=SHORTEST, minutes__lte=LONGEST),
                violation_error_message="It takes between 5 minutes and a day.",
            ),
            models.CheckConstraint(
                name="diary_entry_cancelled_with_a_reason",
                condition=Q(cancelled_on__isnull=True) | ~Q(cancelled_reason=""),
                violation_error_message="Say why it is cancelled.",
            ),
        ]
