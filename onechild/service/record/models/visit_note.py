"""Where a visit was and what was seen and said, in words: what the contract's visit does not carry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class VisitPlace(models.TextChoices):
    """Where a visit was made."""

    HOME = "home", "At home"
    PLACEMENT = "placement", "Where the child is placed"
    SCHOOL = "school", "At school or nursery"
    HOSPITAL = "hospital", "In hospital"
    OUT = "out", "Out, such as a park or a café"
    OFFICE = "office", "At one of our offices"
    ELSEWHERE = "elsewhere", "Somewhere else"


class VisitNote(ChildRow):
    """The note of one visit to one child; `childs_words` is what the child said, in the child's own words."""

    visit_note_id = KeyField(primary_key=True, db_default=NewKey())
    visit = reference("Visit", required=True)
    place = models.TextField(choices=VisitPlace.choices, blank=True, db_default="")
    childs_words = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")
    aim = models.TextField(blank=True, db_default="")
    direct_work = models.TextField(blank=True, db_default="")
    next_on = models.DateField(null=True, blank=True)
    from_transcript = models.BooleanField(db_default=False)

    class Meta(ChildRow.Meta):
        db_table = "visit_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["visit"], condition=models.Q(gone_at__isnull=True), name="visit_note_once"),
            models.CheckConstraint(
                name="visit_note_known_place", condition=models.Q(place__in=["", *VisitPlace.values])
            ),
        ]
