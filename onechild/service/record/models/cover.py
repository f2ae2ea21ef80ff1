"""Cover: a worker who sees to a child in place of another who is away, for some days."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class Cover(ChildSpell):
    """`worker` is away, `by_worker` covers; while it holds, whoever covers may open the child's record.

    A row names one child, so that nobody is given sight of a child whom the one who gives it does not see.
    """

    cover_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    by_worker = reference("Worker", required=True)
    reason = models.TextField()
    given_by = models.TextField()
    end_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildSpell.Meta):
        db_table = "covers"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(
                name="cover_has_a_last_day",
                condition=Q(ended_on__isnull=False),
                violation_error_message="Say until when.",
            ),
            models.CheckConstraint(
                name="cover_is_by_another",
                condition=~Q(by_worker=F("worker")),
                violation_error_message="Somebody else must cover.",
            ),
            models.CheckConstraint(
                name="cover_has_a_reason", condition=~Q(reason=""), violation_error_message="Say why."
            ),
        ]
