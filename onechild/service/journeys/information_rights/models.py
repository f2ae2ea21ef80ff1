"""The tables of information rights: requests, what was decided on each line, disclosures, notes, holds and erasures."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

KEEP, REDACT = "keep", "redact"
BASES = {
    "subject_access": "The person's own request (UK GDPR article 15)",
    "court_order": "A court's order",
    "legal_obligation": "A duty in law (UK GDPR article 6(1)(c))",
    "public_task": "A public task: safeguarding (UK GDPR article 6(1)(e))",
    "vital_interests": "To protect life (UK GDPR article 6(1)(d))",
    "police": "Crime and its prosecution (Data Protection Act 2018, schedule 2, paragraph 2)",
    "consent": "The person agreed (UK GDPR article 6(1)(a))",
}


Reference = models.ForeignKey[Any, Any]


def _person(*, null: bool = False) -> Reference:
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=null, blank=null)


def _child() -> Reference:
    return models.ForeignKey("record.Child", models.PROTECT, related_name="+", db_column="child_id")


class SubjectAccess(models.Model):
    """A person's request for a record, from the day it came to the day it was answered."""

    child = _child()
    asked_by = models.TextField()
    on_behalf_of = models.TextField(blank=True)
    received_on = models.DateField()
    extended_on = models.DateField(null=True, blank=True)
    extended_reason = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    sent_words = models.TextField(blank=True)
    taken_in_by = _person()

    class Meta:
        db_table = "rights_subject_access"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="subject_access_closed_after_received",
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("received_on")),
            )
        ]


class Pause(models.Model):
    """A time in which the clock stood still: from asking the person for something to their answer."""

    child = _child()
    request = models.ForeignKey(SubjectAccess, models.CASCADE, related_name="pauses")
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    asked_for = models.TextField()

    class Meta:
        db_table = "rights_pauses"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                name="one_pause_at_a_time", fields=["request"], condition=models.Q(answered_on__isnull=True)
            ),
            models.CheckConstraint(
                name="pause_answered_after_asked",
                condition=models.Q(answered_on__isnull=True) | models.Q(answered_on__gte=models.F("asked_on")),
            ),
        ]


class Decision(models.Model):
    """What somebody decided about one line of the record for one request; the last one holds, and all are kept."""

    child = _child()
    request = models.ForeignKey(SubjectAccess, models.CASCADE, related_name="decisions")
    line = models.TextField()
    decided = models.TextField()
    reason = models.TextField(blank=True)
    decided_by = _person()
    decided_at = models.DateTimeField()

    class Meta:
        db_table = "rights_decisions"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["request", "line", "-id"], name="decisions_of_line")
        ]


class Disclosure(models.Model):
    """What was told to whom, and on what ground. Never changed: a later entry corrects an earlier."""

    child = _child()
    told_to = models.TextField()
    told_what = models.TextField()
    basis = models.TextField()
    basis_words = models.TextField(blank=True)
    left_out = models.TextField(blank=True)
    told_on = models.DateField()
    signed_by = _person()
    signed_at = models.DateTimeField()
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "rights_disclosures"


class Rectification(models.Model):
    """What somebody says is wrong in a record, what the council decided, and the person's own statement."""

    child = _child()
    raised_by = models.TextField()
    raised_on = models.DateField()
    disputed = models.TextField()
    statement = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    noted_by = _person()
    noted_at = models.DateTimeField()

    class Meta:
        db_table = "rights_rectifications"


class Hold(models.Model):
    """An order to keep a child's record that would otherwise be erased, until it is lifted."""

    child = _child()
    reason = models.TextField()
    put_by = _person()
    put_at = models.DateTimeField()
    lifted_by = _person(null=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_reason = models.TextField(blank=True)

    class Meta:
        db_table = "rights_holds"


class Erasure(models.Model):
    """A child's erasure: asked by one person, done by another. Once done it names no child."""

    child_ref = models.TextField()
    public_ref = models.TextField()
    reason = models.TextField()
    asked_by = _person()
    asked_at = models.DateTimeField()
    refused_by = _person(null=True)
    done_by = _person(null=True)
    done_at = models.DateTimeField(null=True, blank=True)
    rows_erased = models.BigIntegerField(null=True, blank=True)
    extracts_done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "rights_erasures"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="erasure_takes_two_people",
                condition=models.Q(done_by__isnull=True) | ~models.Q(done_by=models.F("asked_by")),
            )
        ]
