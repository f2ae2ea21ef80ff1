"""Calls off a conference that is arranged: what was owed because of its day goes with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from onechild.service.record.models import ChildProtectionPlan, ConferenceArrangement, StepTaken

PLANNED = "conference_planned"


def call_off_arranged(rows: Collection[ConferenceArrangement], *, reason: str, now: datetime, today: date) -> None:
    """Call these arrangements off; call it inside a change-set, with the children locked, and renew their clocks."""
    for row in rows:
        row.cancelled_on, row.cancelled_reason = today, reason
        row.save(update_fields=["cancelled_on", "cancelled_reason"])
    for step in StepTaken.objects.filter(step=PLANNED, about_id__in=[row.pk for row in rows], origin__isnull=True):
        step.gone_at = now
        step.save(update_fields=["gone_at"])


def call_off_reviews(plan: ChildProtectionPlan, *, reason: str, now: datetime, today: date) -> None:
    """Call off, for its child alone, what is arranged to review a plan that ends; inside its change-set.

    One whose time has come may have been held, and waits to be written down.
    """
    arranged = ConferenceArrangement.objects.select_for_update().filter(
        Q(planned_for__isnull=True) | Q(planned_for__gt=now),
        plan_id=plan.pk,
        conference__isnull=True,
        cancelled_on__isnull=True,
    )
    call_off_arranged(list(arranged.order_by("pk")), reason=reason, now=now, today=today)
