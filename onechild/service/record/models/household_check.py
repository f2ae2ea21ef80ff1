"""A check on a fostering household that has to be made again."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class HouseholdCheck(Event):
    household_check_id = KeyField(primary_key=True, db_default=NewKey())
    household = reference("FosteringHousehold", required=True)
    check_kind = CodeField("household_check_kind")

    class Meta(Event.Meta):
        db_table = "household_checks"
