"""The agency rules as far as the record can tell: told on the form, and never a bar.

Source: DfE, statutory guidance on agency child and family social workers, in force from 31 October 2024 (V2: check).
"""

from __future__ import annotations

from datetime import date

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Employment

GUIDANCE = "DfE’s agency rules, statutory guidance in force from 31 October 2024 (check)"
QUALIFIED = Length(36, "month")
COOL_OFF = Length(3, "month")
IN_FORCE = date(2024, 10, 31)


def said_of(*, worker_id: str | None, qualified_on: date | None, on: date, today: date) -> list[str]:
    """This function will return what the rules say against an agency assignment that begins on a day, in sentences."""
    if on < IN_FORCE:
        return []
    said = []
    if qualified_on is None:
        said.append("The day of qualifying is not recorded: check that it is at least three years ago.")
    elif add(qualified_on, QUALIFIED) > on:
        until = date_only(add(qualified_on, QUALIFIED), today)
        said.append(f"They have not been qualified for three years until {until}.")
    left = _left(worker_id, on)
    if left and add(left, COOL_OFF) > on:
        said.append(
            f"They left a post of ours on {date_only(left, today)}: an agency worker may not come back to the region "
            f"within three months, before {date_only(add(left, COOL_OFF), today)}."
        )
    return said


def _left(worker_id: str | None, on: date) -> date | None:
    """When they last left the council's own employment before a day."""
    if worker_id is None:
        return None
    own = Employment.objects.filter(worker_id=worker_id, ended_on__lte=on).exclude(employment_kind="agency")
    return own.order_by("-ended_on").values_list("ended_on", flat=True).first()
