"""Somebody whom a letter goes to: what was checked, what was left out for them and why, and the words that left."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class LetterRecipient(ChildRow):
    letter_recipient_id = KeyField(primary_key=True, db_default=NewKey())
    letter = reference("Letter", required=True)
    name = models.TextField()
    adult = reference("Adult")
    related_child = reference("Child")
    agency = models.TextField(blank=True, db_default="")
    address = models.TextField(blank=True, db_default="")
    postcode = models.TextField(blank=True, db_default="")
    email = models.TextField(blank=True, db_default="")
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_version = models.TextField(blank=True, db_default="")
    found = models.JSONField(default=list)
    withheld = ArrayField(models.TextField(), blank=True, default=list)
    refused = models.BooleanField(db_default=False)
    allowed_by_name = models.TextField(blank=True, db_default="")
    allowed_reason = models.TextField(blank=True, db_default="")
    text = models.TextField(blank=True, db_default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by_name = models.TextField(blank=True, db_default="")
    sent_how = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "letter_recipients"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="letter_sent_was_checked",
                condition=Q(sent_at__isnull=True) | (Q(checked_at__isnull=False) & Q(refused=False)),
                violation_error_message="A letter is checked before it leaves.",
            ),
        ]
