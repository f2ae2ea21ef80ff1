"""A supervision of a worker: planned, held, signed by both; with the agenda as the record gave it that day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class SessionKind(models.TextChoices):
    """Casework and the person are kept apart."""

    CASE = "case", "About the children"
    PERSONAL = "personal", "The worker’s own"
    GROUP = "group", "Group"


class SupervisionSession(Event):
    """`agenda` and `opened_with` say nothing of a child: what concerns one stands in its SupervisionNote."""

    session_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    supervisor = reference("Worker")
    supervisor_name = models.TextField()
    kind = models.TextField(choices=SessionKind.choices)
    supervision = reference("Supervision")
    agenda = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    opened_with = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    words = models.TextField(blank=True, db_default="")
    next_on = models.DateField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    worker_signed_at = models.DateTimeField(null=True, blank=True)
    worker_signed_name = models.TextField(blank=True, db_default="")
    worker_agrees = models.BooleanField(null=True, blank=True)
    worker_words = models.TextField(blank=True, db_default="")
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    supervisor_signed_name = models.TextField(blank=True, db_default="")
    called_off_words = models.TextField(blank=True, db_default="")

    class Meta(Event.Meta):
        db_table = "supervision_sessions"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="supervision_session_known", condition=Q(kind__in=SessionKind.values)),
        ]
