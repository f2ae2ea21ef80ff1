"""What is written in an assessment: the child’s voice, the worries and strengths, the analysis and what comes next."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class WorkStatus(models.TextChoices):
    """Where a piece of written work stands."""

    OPEN = "open", "Being written"
    SUBMITTED = "submitted", "With a manager"
    RETURNED = "returned", "Returned for edits"
    APPROVED = "approved", "Approved"


class AssessmentWork(ChildRow):
    """`factors` are codes of assessment_factor: rows of the contract once it is authorised."""

    work_id = KeyField(primary_key=True, db_default=NewKey())
    assessment = reference("Assessment", required=True)
    status = models.TextField(choices=WorkStatus.choices, db_default="open")
    why = models.TextField(blank=True, db_default="")
    childs_voice = models.TextField(blank=True, db_default="")
    voice_not_heard = models.TextField(blank=True, db_default="")
    family_views = models.TextField(blank=True, db_default="")
    partner_views = models.TextField(blank=True, db_default="")
    development = models.TextField(blank=True, db_default="")
    parenting = models.TextField(blank=True, db_default="")
    environment = models.TextField(blank=True, db_default="")
    strengths = models.TextField(blank=True, db_default="")
    worries = models.TextField(blank=True, db_default="")
    analysis = models.TextField(blank=True, db_default="")
    factors = ArrayField(models.TextField(), blank=True, default=list)
    outcome = CodeField("outcome", null=True, blank=True)
    outcome_words = models.TextField(blank=True, db_default="")
    next_steps = models.TextField(blank=True, db_default="")
    written_by = reference("Worker")
    group_id = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "assessment_works"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="assessment_work_known_status", condition=Q(status__in=WorkStatus.values)),
            models.UniqueConstraint(
                fields=["assessment"], condition=Q(gone_at__isnull=True), name="assessment_work_once"
            ),
        ]
