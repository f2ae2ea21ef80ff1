"""An episode of care as the SSDA903 counts it: an unbroken run of one legal status in one placement."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class CareEpisode(ChildSpell):
    episode_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    placement = reference("Placement")
    start_reason = CodeField("reason_new_episode", null=True, blank=True)
    legal_status = CodeField("legal_status", null=True, blank=True)
    need = CodeField("primary_need", null=True, blank=True)
    placement_kind = CodeField("placement_type", null=True, blank=True)
    provider = CodeField("placement_provider", null=True, blank=True)
    end_reason = CodeField("reason_episode_ceased", null=True, blank=True)
    change_reason = CodeField("placement_change_reason", null=True, blank=True)
    urn = models.TextField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "care_episodes"
