"""What OneChild's own users say about a child, beside what a source says: shown first, and no load overwrites it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildRow


class ChildDetails(ChildRow):
    """One row a child, made by the first edit. An empty column says nothing; the source's value then stands.

    A row of `children` that a source owns changes only by that source's load, so an edit has a row of its own here.
    """

    details_id = KeyField(primary_key=True, db_default=NewKey())
    pronouns = models.TextField(blank=True, db_default="")
    gender = CodeField("ssd_gender", blank=True, db_default="")
    gender_words = models.TextField(blank=True, db_default="")
    first_language = models.TextField(blank=True, db_default="")
    interpreter = models.TextField(blank=True, db_default="")
    nationality = models.TextField(blank=True, db_default="")
    ethnicity = CodeField("ethnicity", blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "child_details"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(gone_at__isnull=True), name="child_details_once"
            ),
        ]
