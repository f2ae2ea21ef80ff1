"""Somebody asked to a meeting about a child: invited, reported, came, and whether they agree with what was decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class MeetingPart(models.TextChoices):
    """As what somebody comes."""

    CHILD = "child", "The child"
    PARENT = "parent", "Parent or carer"
    FAMILY = "family", "Another member of the family"
    ADVOCATE = "advocate", "Advocate or supporter"
    SOCIAL_CARE = "social_care", "Children's social care"
    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School, nursery or college"
    HOUSING = "housing", "Housing"
    ADULT_SERVICE = "adult_service", "A service for adults"
    LEGAL = "legal", "Legal adviser"
    CHAIR = "chair", "Chair"
    OTHER = "other", "Another agency"


class MeetingPerson(ChildRow):
    """`about` names the table of the meeting, such as strategy_discussions or core_groups, and `about_id` its key."""

    meeting_person_id = KeyField(primary_key=True, db_default=NewKey())
    about = models.TextField()
    about_id = models.TextField()
    name = models.TextField()
    agency = models.TextField(blank=True, db_default="")
    part = models.TextField(choices=MeetingPart.choices)
    adult = reference("Adult")
    related_child = reference("Child")
    worker = reference("Worker")
    email = models.TextField(blank=True, db_default="")
    invited_on = models.DateField(null=True, blank=True)
    invited_how = models.TextField(blank=True, db_default="")
    left_out_reason = models.TextField(blank=True, db_default="")
    report_asked = models.BooleanField(db_default=False)
    report_on = models.DateField(null=True, blank=True)
    report_shared_on = models.DateField(null=True, blank=True)
    attended = models.BooleanField(null=True, blank=True)
    views = models.TextField(blank=True, db_default="")
    agrees = models.BooleanField(null=True, blank=True)
    dissent = models.TextField(blank=True, db_default="")
    dissent_answer = models.TextField(blank=True, db_default="")
    dissent_answered_by = models.TextField(blank=True, db_default="")
    dissent_answered_on = models.DateField(null=True, blank=True)

    class Meta(ChildRow.Meta):
        db_table = "meeting_people"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="meeting_person_known_part", condition=Q(part__in=MeetingPart.values)),
            models.CheckConstraint(
                name="meeting_dissent_in_words",
                condition=Q(agrees__isnull=True) | Q(agrees=True) | ~Q(dissent=""),
                violation_error_message="Say what they do not agree with.",
            ),
        ]
