"""Why an assessment stood still for some days: a change of worker or manager, the family, a partner."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class CauseOfDelay(models.TextChoices):
    """What the work waited for."""

    WORKER_CHANGED = "worker_changed", "The worker changed"
    MANAGER_CHANGED = "manager_changed", "The manager changed"
    NO_WORKER = "no_worker", "Nobody held the case"
    FAMILY = "family", "The family: not in, ill, or not agreeing"
    PARTNER = "partner", "A partner's information was awaited"
    SPECIALIST = "specialist", "A specialist's report was awaited"
    MORE_NEEDED = "more_needed", "A manager asked for more"
    WORKLOAD = "workload", "Other work came first"
    OTHER = "other", "Something else"


class DelayCause(ChildSpell):
    delay_cause_id = KeyField(primary_key=True, db_default=NewKey())
    assessment = reference("Assessment", required=True)
    cause = models.TextField(choices=CauseOfDelay.choices)
    words = models.TextField(blank=True, db_default="")
    given_by_name = models.TextField()
    given_by = reference("Worker")
    from_the_record = models.BooleanField(db_default=False)

    class Meta(ChildSpell.Meta):
        db_table = "delay_causes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(name="delay_known_cause", condition=Q(cause__in=CauseOfDelay.values)),
        ]
