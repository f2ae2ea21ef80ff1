"""How a care leaver lives, as known on a day: in touch, activity, accommodation."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class LeavingCareCircumstances(ChildEvent):
    circumstance_id = KeyField(primary_key=True, db_default=NewKey())
    in_touch = CodeField("care_leaver_in_touch", null=True, blank=True)
    activity = CodeField("care_leaver_activity", null=True, blank=True)
    accommodation = CodeField("care_leaver_accommodation", null=True, blank=True)
    suitable = CodeField("care_leaver_accommodation_suitability", null=True, blank=True)
    words = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "leaving_care_circumstances"
