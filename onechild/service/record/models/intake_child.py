"""A child whom a contact is about, as the sender said; with the child of the record once somebody has linked them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class IntakeChild(RecordRow):
    """`contact` is the row of the contract that the link made: one for each child of the contact."""

    intake_child_id = KeyField(primary_key=True, db_default=NewKey())
    intake = reference("Intake", required=True)
    number = models.IntegerField(db_default=1)
    forename = models.TextField(blank=True, db_default="")
    surname = models.TextField(blank=True, db_default="")
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    age_words = models.TextField(blank=True, db_default="")
    sex = CodeField("sex", null=True, blank=True)
    address = models.TextField(blank=True, db_default="")
    postcode = models.TextField(blank=True, db_default="")
    school = models.TextField(blank=True, db_default="")
    language = models.TextField(blank=True, db_default="")
    child = models.ForeignKey(
        "record.Child", models.PROTECT, null=True, blank=True, related_name="+", db_column="child_id"
    )
    linked_at = models.DateTimeField(null=True, blank=True)
    linked_by_name = models.TextField(blank=True, db_default="")
    made_new = models.BooleanField(db_default=False)
    contact = reference("Contact")

    class Meta(RecordRow.Meta):
        db_table = "intake_children"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="intake_child_linked_whole",
                condition=(Q(child__isnull=True) & Q(linked_at__isnull=True))
                | (Q(child__isnull=False) & Q(linked_at__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["intake", "child"],
                condition=Q(gone_at__isnull=True) & Q(child__isnull=False),
                name="intake_child_once",
                violation_error_message="This child is already in the contact.",
            ),
        ]
