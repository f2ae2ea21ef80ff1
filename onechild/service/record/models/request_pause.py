"""A time in which a request for information waits for whoever asked."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class RequestPause(Spell):
    request_pause_id = KeyField(primary_key=True, db_default=NewKey())
    information_request = reference("InformationRequest", required=True)
    pause_kind = CodeField("request_pause_kind")

    class Meta(Spell.Meta):
        db_table = "request_pauses"
