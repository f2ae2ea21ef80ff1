"""Court proceedings about a child: from the day of issue, which is day 1, to the final order."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class Proceedings(ChildSpell):
    proceedings_id = KeyField(primary_key=True, db_default=NewKey())
    pre_proceedings = reference("PreProceedings")
    family_id = models.TextField(null=True, blank=True)
    application = CodeField("court_application", null=True, blank=True)
    court_reference = models.TextField(null=True, blank=True)
    short_notice = CodeField("plo_yes_no_unknown_notincare", null=True, blank=True)
    short_notice_reason = CodeField("plo_short_notice_reason", null=True, blank=True)
    parents_represented = CodeField("plo_yes_no_unknown_notincare", null=True, blank=True)
    initial_plan = CodeField("plo_initial_care_plan", null=True, blank=True)
    initial_plan_approved = CodeField("plo_yes_no_unknown", null=True, blank=True)
    final_plan = CodeField("plo_final_care_plan", null=True, blank=True)
    final_plan_approved = CodeField("plo_yes_no_unknown", null=True, blank=True)
    final_order = CodeField("court_order", null=True, blank=True)
    timetable_to = models.DateField(null=True, blank=True)
    hearings = models.BigIntegerField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "proceedings"
