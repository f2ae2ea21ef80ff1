"""A worker's place in a team, with the role there."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import UndatedSpell


class TeamMembership(UndatedSpell):
    membership_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    team = reference("Team", required=True)
    role = CodeField("worker_role", null=True, blank=True)

    class Meta(UndatedSpell.Meta):
        db_table = "team_memberships"
