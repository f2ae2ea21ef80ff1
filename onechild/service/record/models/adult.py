"""A parent, carer, relative or other adult around a child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class Adult(RecordRow):
    adult_id = KeyField(primary_key=True, db_default=NewKey())
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = CodeField("sex", null=True, blank=True)
    ethnicity = CodeField("ethnicity", null=True, blank=True)
    known_as_child = reference("Child")

    class Meta(RecordRow.Meta):
        db_table = "adults"
