"""Says why an assessment stood still for some days, and takes that back."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Assessment, DelayCause


def add_cause(
    *,
    assessment: Assessment,
    cause: str,
    started_on: date,
    ended_on: date | None,
    words: str,
    worker_id: str | None,
    by: Person,
    today: date,
) -> DelayCause:
    """Say what the assessment waited for, from a day until the day that it went on; `cause` is of CauseOfDelay."""
    with change_set(by=by, kind="edit", words="Cause of delay given"):
        locked([assessment.child_id])
        return DelayCause.objects.create(
            child_id=assessment.child_id,
            assessment=assessment,
            cause=cause,
            words=words,
            started_on=started_on,
            ended_on=ended_on,
            end_recorded_on=today if ended_on else None,
            given_by_name=by.name,
            given_by_id=worker_id,
            recorded_on=today,
        )


def take_back(*, cause: DelayCause, by: Person, now: datetime) -> None:
    """Take back a cause that was given by mistake; history keeps it."""
    with change_set(by=by, kind="edit", words="Cause of delay taken back"):
        locked([cause.child_id])
        row = DelayCause.objects.select_for_update().get(pk=cause.pk)
        row.gone_at = now
        row.save(update_fields=["gone_at"])
