"""A worker’s practice was watched by somebody who said what was good and what to learn. It names no child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class PracticeObservation(Event):
    observation_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    place = reference("AcademyPlace")
    observer = reference("Worker")
    observer_name = models.TextField()
    setting = models.TextField()
    strengths = models.TextField()
    to_learn = models.TextField()
    worker_words = models.TextField(blank=True, db_default="")
    family_words = models.TextField(blank=True, db_default="")
    met_standard = models.BooleanField(null=True, blank=True)
    worker_signed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "practice_observations"
