"""An unbroken time that a child was looked after by the council."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class PeriodOfCare(ChildSpell):
    care_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    need = CodeField("primary_need", null=True, blank=True)
    end_reason = CodeField("reason_episode_ceased", null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "periods_of_care"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap("period_of_care_no_overlap", message="The child is looked after on these days already."),
        ]
