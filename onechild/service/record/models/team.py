"""A team, from its beginning to its end."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import UndatedSpell


class Team(UndatedSpell):
    team_id = KeyField(primary_key=True, db_default=NewKey())
    name = models.TextField()
    team_kind = CodeField("team_kind", null=True, blank=True)
    caseholding = models.BooleanField(null=True, blank=True)
    parent_team = reference("Team")

    class Meta(UndatedSpell.Meta):
        db_table = "teams"
