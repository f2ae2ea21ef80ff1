"""Intensive work with a family to keep a child safely out of care."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class EdgeOfCareEpisode(ChildSpell):
    edge_of_care_id = KeyField(primary_key=True, db_default=NewKey())
    reason = CodeField("edge_of_care_reason", null=True, blank=True)
    outcome = CodeField("edge_of_care_outcome", null=True, blank=True)
    hours_a_week = models.FloatField(null=True, blank=True)
    at_risk_of_care = models.BooleanField(null=True, blank=True)
    likely_placement = CodeField("placement_type", null=True, blank=True)
    panel_confirmed_on = models.DateField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "edge_of_care_episodes"
