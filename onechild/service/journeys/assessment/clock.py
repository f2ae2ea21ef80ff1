"""The clocks of an assessment as its pages show them: the forty-five working days and the manager's checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.workdays import working_days_between
from onechild.service.govuk.parts import Duty, Link
from onechild.service.govuk.words import date_only, due_parts
from onechild.service.record.models import Assessment, Obligation

FROM_REFERRAL, FROM_START = "assessment-from-referral", "assessment-from-start"
CHECKS = ("assessment-check-first", "assessment-check-second", "assessment-check-third")


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The duty that leads, that of the checks next, and how many working days have gone since the start."""

    lead: Obligation | None
    next_check: Obligation | None
    days: int
    late: bool


def clocks_of(assessments: Sequence[Assessment], *, today: date) -> dict[str, Clock]:
    """This function will return the clock of each assessment by its key: one query for all."""
    keys = {one.pk for one in assessments} | {one.referral_id for one in assessments if one.referral_id}
    rows = Obligation.objects.filter(
        child_id__in={one.child_id for one in assessments},
        clock__in=(FROM_REFERRAL, FROM_START, *CHECKS),
        spell_id__in=keys,
    ).order_by("due_on")
    found = list(rows)
    return {one.pk: _clock(one, found, today) for one in assessments}


def duties(found: Clock, assessment: Assessment, la_child_id: str, *, today: date) -> list[Duty]:
    """This function will return the clocks as lines that say why, by when, and, where late, how to give the reason."""
    made = []
    if found.lead is not None:
        law = clock(found.lead.clock)
        why = f"{found.days} working days since it began. {law.plain}"
        made.append(
            Duty(
                what="Assessment authorised by a manager",
                basis="guidance" if found.lead.clock == FROM_REFERRAL else "local",
                why=why,
                **_when(found.lead, today),
                next=_reason(found.lead, la_child_id) if found.late else None,
            )
        )
    if found.next_check is not None and assessment.ended_on is None:
        law = clock(found.next_check.clock)
        made.append(
            Duty(what="Manager’s check on the way", basis="local", why=law.plain, **_when(found.next_check, today))
        )
    return made


def _when(duty: Obligation, today: date) -> dict[str, Any]:
    """The day and how far it is, in working days, as the clock counts."""
    if duty.met_on is not None:
        return {"when": f"done {date_only(duty.met_on, today)}", "note": _met(duty)}
    told = due_parts(duty.due_on, today, unit="working days")
    return {"when": told.when, "note": told.note, "late": told.late}


def _met(duty: Obligation) -> str:
    if duty.met_on is None:
        return ""
    late = working_days_between(duty.due_on, duty.met_on)
    return f"{late} working day{'' if late == 1 else 's'} late" if late > 0 else "in time"


def _clock(assessment: Assessment, rows: Sequence[Obligation], today: date) -> Clock:
    mine = [row for row in rows if row.child_id == assessment.child_id]
    from_referral = [row for row in mine if row.clock == FROM_REFERRAL and row.spell_id == assessment.referral_id]
    from_start = [row for row in mine if row.clock == FROM_START and row.spell_id == assessment.pk]
    # Guidance counts the first assessment from the referral, and any later one from its own start.
    first = (
        [] if assessment.of_open_child else [row for row in from_referral if row.met_on in (None, assessment.ended_on)]
    )
    lead = next(iter(first or from_start), None)
    checks = [row for row in mine if row.clock in CHECKS and row.spell_id == assessment.pk and row.met_on is None]
    late = lead is not None and lead.due_on < (lead.met_on or today)
    return Clock(
        lead=lead,
        next_check=next(iter(checks), None),
        days=working_days_between(assessment.started_on, assessment.ended_on or today),
        late=late,
    )


def _reason(duty: Obligation, la_child_id: str) -> Link | None:
    """The page that asks why it was late, where there is one."""
    try:
        page = reverse("child-late-reason", args=[la_child_id])
    except NoReverseMatch:
        return None
    asked = urlencode({"clock": duty.clock, "spell": duty.spell_id, "due": duty.due_on.isoformat()})
    return Link("Say why it is late", f"{page}?{asked}")
