"""Writes practice observations; the worker adds their own words and signs."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.staffing.refused import Refused
from onechild.service.record.models import AcademyPlace, PracticeObservation

ALREADY = "You have signed this already."


def observe(
    *,
    worker_id: str,
    on: date,
    setting: str,
    strengths: str,
    to_learn: str,
    family_words: str,
    met_standard: bool | None,
    by: Person,
    by_worker_id: str | None,
    today: date,
) -> PracticeObservation:
    """Write what was seen of a worker's practice; it stands under their place in the academy, where they have one."""
    with change_set(by=by, kind="edit", words="Practice observed"):
        place = AcademyPlace.objects.filter(worker_id=worker_id, ended_on=None).order_by("-started_on").first()
        return PracticeObservation.objects.create(
            worker_id=worker_id,
            place=place,
            observer_id=by_worker_id,
            observer_name=by.name,
            happened_on=on,
            setting=setting,
            strengths=strengths,
            to_learn=to_learn,
            family_words=family_words,
            met_standard=met_standard,
            recorded_on=today,
        )


def answer(*, observation: PracticeObservation, words: str, by: Person, now: datetime) -> None:
    """Add the worker's own words, and sign. Raises Refused where it is signed already."""
    with change_set(by=by, kind="edit", words="Practice observation signed"):
        row = PracticeObservation.objects.select_for_update().get(pk=observation.pk)
        if row.worker_signed_at is not None:
            raise Refused("worker_words", ALREADY)
        row.worker_words, row.worker_signed_at = words, now
        row.save(update_fields=["worker_words", "worker_signed_at"])
