"""A worker's place in a team, with the role there."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class TeamMembership(Spell):
    membership_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    team = reference("Team", required=True)
    role = CodeField("worker_role", null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "team_memberships"
