"""An early help assessment and the help that followed."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class EarlyHelpEpisode(ChildSpell):
    early_help_id = KeyField(primary_key=True, db_default=NewKey())
    reason = models.TextField(null=True, blank=True)
    end_reason = models.TextField(null=True, blank=True)
    organisation = models.TextField(null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "early_help_episodes"
