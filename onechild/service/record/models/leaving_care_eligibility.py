"""A leaving-care status: eligible, relevant, former relevant or qualifying, from when to when."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class LeavingCareEligibility(ChildSpell):
    eligibility_id = KeyField(primary_key=True, db_default=NewKey())
    eligibility = CodeField("care_leaver_eligibility")

    class Meta(ChildSpell.Meta):
        db_table = "leaving_care_eligibility"
