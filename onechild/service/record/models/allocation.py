"""A child in a team's or worker's hands, in one role, from when to when; with no worker, the child waits."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class Allocation(ChildSpell):
    allocation_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker")
    team = reference("Team")
    role = CodeField("allocation_role")
    priority = CodeField("allocation_priority", null=True, blank=True)
    responsible_manager = reference("Worker")
    end_reason = CodeField("sw_change_reason", null=True, blank=True)
    end_words = models.TextField(null=True, blank=True)
    referral = reference("Referral")

    class Meta(ChildSpell.Meta):
        db_table = "allocations"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap(
                "allocation_one_lead", message="Somebody else holds the case on these days.", only=models.Q(role="lead")
            ),
        ]
