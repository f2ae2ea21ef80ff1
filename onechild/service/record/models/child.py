"""A child or young person whom the council works or worked with, unborn children and care leavers included."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewChildId, NewKey, reference
from onechild.service.record.models.row import RecordRow


class Child(RecordRow):
    child_id = KeyField(primary_key=True, db_default=NewKey())
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = CodeField("sex", null=True, blank=True)
    gender = CodeField("ssd_gender", null=True, blank=True)
    ethnicity = CodeField("ethnicity", null=True, blank=True)
    upn_unknown = CodeField("upn_unknown", null=True, blank=True)
    nationality = models.TextField(null=True, blank=True)
    is_mother = models.BooleanField(null=True, blank=True)
    has_ehc_plan = models.BooleanField(null=True, blank=True)
    first_language = models.TextField(null=True, blank=True)
    disabled = models.BooleanField(null=True, blank=True)
    la_child_id = models.TextField(unique=True, db_default=NewChildId())
    linked_to = reference("Child")
    keep_until = models.DateField(null=True, blank=True)
    legal_hold = models.TextField(blank=True, db_default="")
    restricted = CodeField("restriction", null=True, blank=True)

    class Meta(RecordRow.Meta):
        db_table = "children"
