"""What a strategy discussion shared and decided, and how the child is kept safe meanwhile."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class StrategyOutcome(models.TextChoices):
    """What was decided."""

    JOINT = "joint", "Section 47 enquiry, jointly with the police"
    SINGLE = "single", "Section 47 enquiry by children's social care alone"
    ASSESSMENT = "assessment", "No enquiry: go on with an assessment"
    NOTHING_FURTHER = "nothing_further", "No enquiry and nothing further"
    MEET_AGAIN = "meet_again", "Meet again"


class StrategyNote(ChildRow):
    """`discussion` is the key that the discussion will have: its row is there once the agencies have talked."""

    strategy_note_id = KeyField(primary_key=True, db_default=NewKey())
    discussion = reference("StrategyDiscussion", required=True)
    meeting_id = models.TextField(blank=True, db_default="")
    intake = reference("Intake")
    why = models.TextField(blank=True, db_default="")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by_name = models.TextField(blank=True, db_default="")
    worker = reference("Worker")
    shared = models.TextField(blank=True, db_default="")
    risk = models.TextField(blank=True, db_default="")
    decided = models.TextField(choices=StrategyOutcome.choices, blank=True, db_default="")
    reason = models.TextField(blank=True, db_default="")
    safety_now = models.TextField(blank=True, db_default="")
    medical = models.TextField(blank=True, db_default="")
    police_reference = models.TextField(blank=True, db_default="")
    agreed_actions = models.TextField(blank=True, db_default="")
    chaired_by_name = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "strategy_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="strategy_known_outcome", condition=Q(decided__in=["", *StrategyOutcome.values])
            ),
            models.UniqueConstraint(
                fields=["discussion"], condition=Q(gone_at__isnull=True), name="strategy_note_once"
            ),
        ]
