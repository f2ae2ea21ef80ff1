"""Calls conferences off that are still to come: because somebody says so, or because the plan they review has ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onechild.service.govuk.words import date_only
from onechild.service.record.models import ChildProtectionPlan, ConferenceArrangement, StepTaken

PLANNED = "conference_planned"


def call_off_rows(rows: Sequence[ConferenceArrangement], *, reason: str, now: datetime, today: date) -> None:
    """Call these arrangements off, with what was owed because of their day; in a change-set, the children locked.

    The caller renews the clocks.
    """
    for row in rows:
        row.cancelled_on, row.cancelled_reason = today, reason
        row.save(update_fields=["cancelled_on", "cancelled_reason"])
    for step in StepTaken.objects.filter(step=PLANNED, about_id__in=[row.pk for row in rows], origin__isnull=True):
        step.gone_at = now
        step.save(update_fields=["gone_at"])


def nothing_to_review(plan: ChildProtectionPlan, *, now: datetime, today: date) -> None:
    """Call off the review of a plan that has ended, for its child alone: brothers' and sisters' go on.

    Call it inside a change-set, with the child locked and `ended_on` said.
    """
    coming = ConferenceArrangement.objects.select_for_update().filter(
        plan_id=plan.pk, conference_kind="review", conference__isnull=True, cancelled_on__isnull=True
    )
    ended = date_only(plan.ended_on) if plan.ended_on else ""
    call_off_rows(list(coming.order_by("pk")), reason=f"The plan ended on {ended}.", now=now, today=today)
