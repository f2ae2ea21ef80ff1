"""A decision about a child: who made it, when, what they had seen, what else was possible and why; the register."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class DecisionKind(models.TextChoices):
    """What was decided on."""

    CONTACT_INITIAL = "contact_initial", "Initial decision on a contact"
    CONTACT_SCREENING = "contact_screening", "Screening of a contact"
    CONTACT_FINAL = "contact_final", "Final decision on a contact"
    CONTACT_REVERSED = "contact_reversed", "A decision on a contact was reversed"
    PATHWAY_OPENED = "pathway_opened", "A sensitive pathway was opened"
    PATHWAY_ENDED = "pathway_ended", "A sensitive pathway was ended"
    HOMELESS_CHOICE = "homeless_choice", "How a homeless young person is helped"
    ADULT_HISTORY = "adult_history", "An adult's own childhood record was opened"
    ASSESSMENT_OUTCOME = "assessment_outcome", "Outcome of an assessment"
    STRATEGY = "strategy", "Strategy discussion"
    ENQUIRY_OUTCOME = "enquiry_outcome", "Outcome of a section 47 enquiry"
    CONFERENCE = "conference", "Child protection conference"
    PLAN_ENDED = "plan_ended", "A child protection plan was ended"
    NEED_PLAN = "need_plan", "Child in need plan"
    STEP_DOWN = "step_down", "Step down"
    CLOSURE = "closure", "Closure of the case"
    LETTER = "letter", "What a letter leaves out"
    OTHER = "other", "Another decision"


class Decision(ChildEvent):
    """`about` and `about_id` name the row decided on; `group_id` joins one decision about several children."""

    decision_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=DecisionKind.choices)
    outcome = models.TextField()
    outcome_words = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = reference("Worker")
    decided_by_name = models.TextField()
    about = models.TextField(blank=True, db_default="")
    about_id = models.TextField(blank=True, db_default="")
    options = models.TextField(blank=True, db_default="")
    seen = models.TextField(blank=True, db_default="")
    reason = models.TextField()
    group_id = models.TextField(blank=True, db_default="")
    reverses = reference("Decision")
    team = reference("Team")

    class Meta(ChildEvent.Meta):
        db_table = "decisions"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="decision_known_kind", condition=Q(kind__in=DecisionKind.values)),
            models.CheckConstraint(
                name="decision_has_a_reason", condition=~Q(reason=""), violation_error_message="Say why."
            ),
        ]
