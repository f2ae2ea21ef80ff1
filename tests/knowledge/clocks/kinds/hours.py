"""What runs in hours, for the oracle: spells from a moment, and what was done at a moment or on a day."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from onechild.knowledge.workdays.ages import birthday
from tests.knowledge.clocks.drawing import a_day, a_row
from tests.knowledge.clocks.oracle_journey import FAR, Child
from tests.knowledge.clocks.oracle_journey import _contacts as contacts_owed

Rows = dict[str, list[dict[str, Any]]]
Done = tuple[datetime | None, date | None, str | None]


@dataclass(frozen=True)
class TimedSpell:
    """What opens a duty in hours: from a moment, counted from one, due as an order says, owed to a day."""

    spell_id: str
    started_at: datetime
    counted_at: datetime
    due_at: datetime | None
    ended_on: date


def _at_18(child: Child) -> date:
    return birthday(child.born_on, 18) if child.born_on else FAR


def _power(child: Child, power: str) -> Iterator[TimedSpell]:
    for row in child.rows["timed_powers"]:
        if row["power"] == power and row["began_at"]:
            began = row["began_at"]
            yield TimedSpell(row["timed_power_id"], began, _counted(child, row), row["expires_at"], _at_18(child))


def _counted(child: Child, order: dict[str, Any]) -> datetime:
    began: datetime = order["began_at"]
    police = [
        row["began_at"]
        for row in child.rows["timed_powers"]
        if row["power"] == "police_protection"
        and row["began_at"]
        and began - timedelta(hours=72) <= row["began_at"] <= began
    ]
    asked = order["power"] == "emergency_protection_order" and order["asked_by_police"]
    return min(police, default=began) if asked else began


def _contacts(child: Child) -> Iterator[TimedSpell]:
    owed = {spell.spell_id for spell in contacts_owed(child)}
    for row in child.rows["contacts"]:
        if row["contact_id"] in owed and row["received_at"]:
            yield TimedSpell(row["contact_id"], row["received_at"], row["received_at"], None, FAR)


def _enquiries(child: Child) -> Iterator[TimedSpell]:
    closed = {row["referral_id"]: row["ended_on"] or FAR for row in child.rows["referrals"]}
    ends = {
        row["enquiry_id"]: min(row["ended_on"] or FAR, closed.get(row["referral_id"], FAR))
        for row in child.rows["section_47_enquiries"]
    }
    for row in child.rows["strategy_discussions"]:
        if row["began_enquiry"] and row["held_at"]:
            until = ends.get(row["enquiry_id"], FAR)
            yield TimedSpell(row["discussion_id"], row["held_at"], row["held_at"], None, until)


def _returns(child: Child, *, willing: bool) -> Iterator[TimedSpell]:
    for row in child.rows["missing_episodes"]:
        rows = [one for one in child.rows["return_interviews"] if one["missing_id"] == row["missing_id"]]
        dayless = row["interview_offered"] in ("Y", "NA") and not rows
        refused = [one["offered_on"] or one["happened_on"] or FAR for one in rows if one["accepted"] is False]
        until = min(_at_18(child), *(refused if willing else ()), FAR)
        if row["returned_at"] and not dayless:
            yield TimedSpell(row["missing_id"], row["returned_at"], row["returned_at"], None, until)


TIMED_SPELLS: dict[str, Callable[[Child], Iterable[TimedSpell]]] = {
    "police_protection": lambda child: _power(child, "police_protection"),
    "emergency_protection_order": lambda child: _power(child, "emergency_protection_order"),
    "secure_without_order": lambda child: _power(child, "secure_without_order"),
    "contact_received": _contacts,
    "enquiry_begun": _enquiries,
    "returned_from_missing": lambda child: _returns(child, willing=False),
    "returned_and_will_talk": lambda child: _returns(child, willing=True),
}
TIMED_EVENTS: dict[str, Callable[[Child], Iterable[Done]]] = {
    "timed_power_ended": lambda child: [
        (row["ended_at"], None, row["timed_power_id"]) for row in child.rows["timed_powers"]
    ],
    "emergency_order_made": lambda child: [
        (row["began_at"], None, None)
        for row in child.rows["timed_powers"]
        if row["power"] == "emergency_protection_order"
    ],
    "care_order_made": lambda child: [
        (None, row["started_on"], None) for row in child.rows["legal_statuses"] if row["status"] in ("C1", "C2")
    ],
    "contact_decided_at": lambda child: [
        (row["decided_at"], row["happened_on"], row["contact_id"])
        for row in child.rows["front_door_decisions"]
        if row["outcome"] != "screening"
    ],
    "child_seen_in_enquiry": lambda child: [
        (row["seen_at"], row["happened_on"], None)
        for row in child.rows["visits"]
        if row["seen"]
        and row["purpose"] == "section_47"
        and row["method"] in (None, "face_to_face")
        and row["seen_alone"] is not False
    ],
    "return_interview_offered": lambda child: [
        (None if row["offered_on"] else row["held_at"], row["offered_on"] or row["happened_on"], row["missing_id"])
        for row in child.rows["return_interviews"]
    ],
    "return_interview_held": lambda child: [
        (row["held_at"], row["happened_on"], row["missing_id"]) for row in child.rows["return_interviews"]
    ],
}
SPELLS = {
    "secure_placement": lambda child: [
        spell for spell in child.spells("placement") if _kind_of(child, spell.spell_id) == "K1"
    ]
}


def _kind_of(child: Child, placement_id: str) -> str | None:
    return next(row["placement_kind"] for row in child.rows["placements"] if row["placement_id"] == placement_id)


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Powers and interviews, and moments for what others drew: some near a midnight or a change of the clocks."""
    for number in range(chance.randrange(4)):
        began = _moment(chance, a_day(chance))
        rows["timed_powers"].append(
            a_row(
                "timed_powers",
                timed_power_id=f"{child}-power-{number}",
                child_id=child,
                power=chance.choice(["police_protection", "emergency_protection_order", "secure_without_order"]),
                started_on=began.date(),
                began_at=chance.choice([began, began, None]),
                expires_at=chance.choice([None, None, began + timedelta(hours=chance.randrange(200))]),
                ended_at=chance.choice([None, began + timedelta(minutes=chance.choice([-60, 4320, 4321, 9000]))]),
                asked_by_police=chance.choice([True, False, None]),
            )
        )
    for table, column in (
        ("contacts", "received_at"),
        ("front_door_decisions", "decided_at"),
        ("strategy_discussions", "held_at"),
        ("visits", "seen_at"),
    ):
        for row in rows[table]:
            row[column] = _moment(chance, row["happened_on"]) if chance.random() < 0.7 else None
    for number, episode in enumerate(rows["missing_episodes"]):
        ended = episode["ended_on"]
        episode["returned_at"] = _moment(chance, ended) if ended and chance.random() < 0.8 else None
        episode["interview_offered"] = chance.choice(["Y", "N", None, None])
        if ended and chance.random() < 0.6:
            day = ended + timedelta(days=chance.choice([0, 1, 3, 4]))
            refused = chance.random() < 0.4
            rows["return_interviews"].append(
                a_row(
                    "return_interviews",
                    interview_id=f"{child}-interview-{number}",
                    child_id=child,
                    missing_id=episode["missing_id"] if chance.random() < 0.9 else None,
                    accepted=not refused,
                    offered_on=day if refused else None,
                    happened_on=None if refused else day,
                    held_at=None if refused or chance.random() < 0.3 else _moment(chance, day),
                )
            )


def _moment(chance: random.Random, day: date) -> datetime:
    """A moment on that day in London, an hour of it drawn in Greenwich's time; never outside the day."""
    hour = chance.choice([1, 9, 12, 22])
    return datetime(day.year, day.month, day.day, hour, chance.randrange(60), tzinfo=UTC)
