"""Powers that end at a time: police protection, emergency protection orders, secure accommodation without an order."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.moments import DAY, HOUR, at, day_of_moment
from onechild.knowledge.invented.records.steps.taking import FAR
from onechild.knowledge.invented.rows import Row

# Of the children enquired into, so that with those who come into care that way there are about 0.8 a week.
POLICE_IN_ENQUIRIES = 0.024
OVERRUN, END_NOT_WRITTEN = 0.06, 0.05
ASKED_BY_POLICE = 0.1


def write_powers(council: Council) -> None:
    """This function will write the powers over children: those who came into care by one, and those who went home."""
    cares = {(row["child_id"], row["started_on"]) for row in council.book.rows["periods_of_care"]}
    for status in council.book.rows["legal_statuses"]:
        chance = council.stream("power", status["legal_status_id"])
        key, child, day = status["legal_status_id"] + "T", status["child_id"], status["started_on"]
        if status["status"] == "L1":
            _police(council, key, child, at(day, chance.uniform(8, 21)), chance)
        elif status["status"] == "L2":
            _emergency(council, key, status, chance)
    for enquiry in council.book.rows["section_47_enquiries"]:
        key = enquiry["enquiry_id"]
        in_care = (enquiry["child_id"], enquiry["started_on"]) in cares
        if not in_care and share_of(council.seed, "police", key) < POLICE_IN_ENQUIRIES:
            chance = council.stream("police", key)
            _police(council, key + "T", enquiry["child_id"], at(enquiry["started_on"], chance.uniform(1, 10)), chance)
    for placement in council.book.rows["placements"]:
        if placement["placement_kind"] == "K1":
            _secure(council, placement)


def _police(council: Council, key: str, child: str, began: int, chance: random.Random) -> None:
    point = chance.random()
    hours = chance.uniform(72.2, 80) if point < OVERRUN else chance.uniform(6, 71)
    unwritten = OVERRUN <= point < OVERRUN + END_NOT_WRITTEN
    _write(council, key, child, "police_protection", began, None if unwritten else began + int(hours * HOUR))


def _emergency(council: Council, key: str, status: Row, chance: random.Random) -> None:
    """Eight days from the hearing, or as the court says; it ends with the next order."""
    began = at(status["started_on"], chance.uniform(10, 16.5))
    expires = began + 8 * DAY
    next_order = at(status.get("ended_on") or FAR, chance.uniform(10, 13))
    ends = min(next_order, expires + int(chance.uniform(-20, 4) * HOUR))
    asked = chance.random() < ASKED_BY_POLICE
    _write(
        council, key, status["child_id"], "emergency_protection_order", began, ends, expires=expires, by_police=asked
    )


def _secure(council: Council, placement: Row) -> None:
    """The first three days, by the end of which a court has ordered it or the child is elsewhere."""
    chance = council.stream("secure", placement["placement_id"])
    began = at(placement["started_on"], chance.uniform(9, 18))
    ends = began + int((chance.uniform(20, 70) if chance.random() < 0.85 else chance.uniform(73, 100)) * HOUR)
    last = at(placement.get("ended_on") or FAR, 12)
    _write(
        council, placement["placement_id"] + "T", placement["child_id"], "secure_without_order", began, min(ends, last)
    )


def _write(
    council: Council,
    key: str,
    child: str,
    power: str,
    began: int,
    ended: int | None,
    *,
    expires: int | None = None,
    by_police: bool | None = None,
) -> None:
    start = day_of_moment(began)
    end = None if ended is None else max(start, day_of_moment(ended))
    council.book.write(
        "timed_powers",
        timed_power_id=key, child_id=child, started_on=start, recorded_on=start, power=power, began_at=began,
        expires_at=expires, ended_at=ended, ended_on=end, end_recorded_on=end, asked_by_police=by_police,
    )  # fmt: skip
