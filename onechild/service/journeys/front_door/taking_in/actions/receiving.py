"""Receives a contact: what somebody told the front door becomes a row, with its children and adults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.telling import NEEDED, tell
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.intake_form import Told
from onechild.service.record.models import Intake, IntakeAdult, IntakeChild
from onechild.service.record.queries.work.on_duty import is_open


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """How a contact came: a key of IntakeChannel, when, and the one-time key under which the same words are one."""

    channel: str
    at: datetime
    key: str


def receive(
    *, told: Told, arrived: Arrived, open_to_ids: Sequence[str], by: Person, now: datetime
) -> tuple[Intake | None, bool]:
    """This function will write a contact and return it, and whether it was new: sent twice, it is written once.

    A sensitive contact opens to `open_to_ids`, workers, from its first version. None where the one that was sent before
    is not for this viewer's eyes.
    """
    number = told.acknowledgement(key=arrived.key)
    if (known := Intake.objects.filter(acknowledgement=number).first()) is not None:
        return known, False
    with change_set(by=by, kind="edit", words="Contact received at the front door"):
        if _taken(number):
            return None, False
        today = london(now)
        intake = Intake.objects.create(
            **told.intake,
            acknowledgement=number,
            channel=arrived.channel,
            received_at=arrived.at,
            out_of_hours=not is_open(arrived.at),
            open_to_ids=list(open_to_ids),
            recorded_on=today,
        )
        IntakeChild.objects.bulk_create(
            IntakeChild(intake_id=intake.pk, number=place, recorded_on=today, **child)
            for place, child in enumerate(told.children, start=1)
        )
        IntakeAdult.objects.bulk_create(
            IntakeAdult(intake_id=intake.pk, recorded_on=today, **adult) for adult in told.adults
        )
        if intake.needed_before:
            tell(intake=intake, words=NEEDED)
    return intake, True


def _taken(number: str) -> bool:
    """Whether a contact that the viewer may not see has this number; locked until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.callproc("front_door_number_taken", [number])
        return bool(cursor.fetchone()[0])
