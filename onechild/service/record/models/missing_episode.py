"""A time a child was missing, or away without authorisation."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class MissingEpisode(ChildSpell):
    missing_id = KeyField(primary_key=True, db_default=NewKey())
    missing_kind = CodeField("missing_type", null=True, blank=True)
    interview_offered = CodeField("yes_no_not_applicable", null=True, blank=True)
    interview_accepted = CodeField("yes_no_not_applicable", null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "missing_episodes"
