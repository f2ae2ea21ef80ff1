"""A formal challenge by a reviewing officer or conference chair about the work with a child, to its end."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class EscalationAbout(models.TextChoices):
    """What is challenged."""

    PLAN = "plan", "The plan is not right for the child"
    DRIFT = "drift", "Drift or delay"
    PROMISE = "promise", "A promise not kept"
    DECISION = "decision", "A decision"
    RIGHTS = "rights", "The child’s rights or wishes"
    RESOURCES = "resources", "What the child needs is not provided"
    PRACTICE = "practice", "Poor practice"
    OTHER = "other", "Something else"


class EscalationOutcome(models.TextChoices):
    """How it ended."""

    RESOLVED = "resolved", "Resolved"
    PARTLY = "partly", "Resolved in part"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REFERRED = "referred", "Referred to Cafcass"


class Escalation(ChildSpell):
    escalation_id = KeyField(primary_key=True, db_default=NewKey())
    raised_by = reference("Worker")
    raised_by_name = models.TextField()
    about = models.TextField(choices=EscalationAbout.choices)
    direction = reference("Direction")
    words = models.TextField()
    wanted = models.TextField()
    childs_view = models.TextField(blank=True, db_default="")
    outcome = models.TextField(choices=EscalationOutcome.choices, blank=True, db_default="")
    outcome_words = models.TextField(blank=True, db_default="")

    class Meta(ChildSpell.Meta):
        db_table = "escalations"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(name="escalation_known", condition=Q(about__in=EscalationAbout.values)),
            models.CheckConstraint(
                name="escalation_ended_with_words",
                condition=Q(ended_on__isnull=True) | (~Q(outcome="") & ~Q(outcome_words="")),
                violation_error_message="Say how it ended.",
            ),
        ]
