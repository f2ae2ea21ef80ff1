"""A child's way to adoption or another permanent home, step by step with its dates."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class PermanenceCase(ChildRow):
    permanence_case_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    adoptive_family_id = models.TextField(null=True, blank=True)
    entered_care_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    early_placement_decided_on = models.DateField(null=True, blank=True)
    early_placed_on = models.DateField(null=True, blank=True)
    placement_order_on = models.DateField(null=True, blank=True)
    matched_on = models.DateField(null=True, blank=True)
    placed_on = models.DateField(null=True, blank=True)
    placement_ended_on = models.DateField(null=True, blank=True)
    carer_became_adopter_on = models.DateField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    order_kind = CodeField("permanence_order", null=True, blank=True)
    reversed_on = models.DateField(null=True, blank=True)
    reversed_reason = CodeField("reason_placed_ceased", null=True, blank=True)
    adopted_by_carer = models.BooleanField(null=True, blank=True)
    in_sibling_group = models.BooleanField(null=True, blank=True)
    siblings_together = models.BigIntegerField(null=True, blank=True)
    siblings_apart = models.BigIntegerField(null=True, blank=True)
    adopters = models.BigIntegerField(null=True, blank=True)
    adopter_sex = CodeField("adopter_sex", null=True, blank=True)
    adopter_legal_status = CodeField("adopter_legal_status", null=True, blank=True)
    urn = models.TextField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildRow.Meta):
        db_table = "permanence_cases"
