"""A paragraph of a letter, with the facts it tells that some recipients must not know."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class LetterPart(ChildRow):
    """`facts` are keys of the list of facts; `instead` stands there for whoever must not know.

    `answers` are the things that the program found in the words and that the writer said are no such fact.
    """

    letter_part_id = KeyField(primary_key=True, db_default=NewKey())
    letter = reference("Letter", required=True)
    number = models.IntegerField()
    words = models.TextField()
    facts = ArrayField(models.TextField(), blank=True, default=list)
    about_adult = reference("Adult")
    related_child = reference("Child")
    answers = models.JSONField(blank=True, default=list)
    instead = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "letter_parts"
