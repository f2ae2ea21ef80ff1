"""Calls off a conference that is arranged: what was owed because of its day goes with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from onechild.service.record.models import ConferenceArrangement, StepTaken

PLANNED = "conference_planned"


def call_off_arranged(
    rows: Collection[ConferenceArrangement], *, reason: str, now: datetime, today: date
) -> None:
    """Call these arrangements off; call it inside a change-set, with the children locked, and renew their clocks."""
    for row in rows:
        row.cancelled_on, row.cancelled_reason = today, reason
        row.save(update_fields=["cancelled_on", "cancelled_reason"])
    for step in StepTaken.objects.filter(step=PLANNED, about_id__in=[row.pk for row in rows], origin__isnull=True):
        step.gone_at = now
        step.save(update_fields=["gone_at"])
