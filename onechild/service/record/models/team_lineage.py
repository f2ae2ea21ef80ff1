"""A team that became another: renamed, split or merged, so that it can be compared across the change."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class TeamLineage(Event):
    lineage_id = KeyField(primary_key=True, db_default=NewKey())
    from_team = reference("Team", required=True)
    to_team = reference("Team", required=True)
    lineage_kind = CodeField("lineage_kind")

    class Meta(Event.Meta):
        db_table = "team_lineage"
