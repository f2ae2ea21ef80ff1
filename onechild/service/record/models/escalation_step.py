"""One stage of a formal challenge: to whom it was put, by when they answer, and what they answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class EscalationStage(models.TextChoices):
    """From the worker’s desk to Cafcass."""

    INFORMAL = "informal", "Informal: worker and team manager"
    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    HEAD_OF_SERVICE = "head_of_service", "Head of service"
    ASSISTANT_DIRECTOR = "assistant_director", "Assistant director"
    DIRECTOR = "director", "Director of children’s services"
    CAFCASS = "cafcass", "Cafcass"


class EscalationStep(ChildEvent):
    escalation_step_id = KeyField(primary_key=True, db_default=NewKey())
    escalation = reference("Escalation", required=True)
    stage = models.TextField(choices=EscalationStage.choices)
    to_worker = reference("Worker")
    to_words = models.TextField()
    due_on = models.DateField()
    words = models.TextField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by_name = models.TextField(blank=True, db_default="")
    answer = models.TextField(blank=True, db_default="")
    accepted = models.BooleanField(null=True, blank=True)
    accepted_words = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "escalation_steps"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="escalation_step_known", condition=Q(stage__in=EscalationStage.values)),
        ]
