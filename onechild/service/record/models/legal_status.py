"""A legal status of a child, from when to when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class LegalStatus(ChildSpell):
    legal_status_id = KeyField(primary_key=True, db_default=NewKey())
    status = CodeField("legal_status", null=True, blank=True)
    status_words = models.TextField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "legal_statuses"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap("legal_status_no_overlap", message="Another legal status holds on these days."),
        ]
