"""Leaving care for the oracle: entitlement day by day, advisers, pathway plans, homes, contact."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from onechild.knowledge.workdays.ages import birthday
from tests.knowledge.clocks.drawing import a_day, a_row, a_spell, an_event
from tests.knowledge.clocks.kinds.holding import first_after, less, times, until
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

DAY = timedelta(days=1)
Row = dict[str, Any]
Rows = dict[str, list[Row]]
ENTITLED = ("Eligible", "Relevant", "Former Relevant")
FACE_TO_FACE = (None, "face_to_face")


@lru_cache(maxsize=8)
def _care_since_14(child: Child) -> list[tuple[date, date, date]]:
    """Each unbroken time in care since 14: its first day, the day 13 weeks were reached in it, and its end."""
    if child.born_on is None:
        return []
    day, found, counted = birthday(child.born_on, 14), [], 0
    last = child.turning_days[-1] + timedelta(days=200)
    began = reached = None
    turning, cared = {day, *child.turning_days}, False
    while day <= last:
        if day in turning:
            cared = any(within(row, day) for row in child.rows["periods_of_care"])
            cared = cared and not child.holds("short_breaks", day)
        if cared:
            began = began or day
            if counted >= 91 and reached is None:
                reached = day
            counted += 1
        elif began:
            found.append((began, reached, day))
            began = reached = None
        day += DAY
    if began:
        found.append((began, reached, FAR))
    return [(one, two, three) for one, two, three in found if two is not None]


def _recorded(child: Child, day: date) -> bool:
    if child.born_on and day >= birthday(child.born_on, 25):
        return False
    statuses = child.rows["leaving_care_eligibility"]
    return any(row["eligibility"] in ENTITLED and within(row, day) for row in statuses)


@lru_cache(maxsize=8)
def _entitled(child: Child) -> list[Spell]:
    """By the time in care from 16 to 21, ended by a status that says otherwise; and as recorded to 25."""
    if child.born_on is None:
        return times(child, lambda day: _recorded(child, day))
    at_16, at_21 = birthday(child.born_on, 16), birthday(child.born_on, 21)
    starts = [max(reached, at_16) for _, reached, ended in _care_since_14(child) if max(reached, at_16) < ended]
    lost = [row["started_on"] for row in child.rows["leaving_care_eligibility"] if row["eligibility"] not in ENTITLED]
    by_care = [(start, min(at_21, first_after(start, lost))) for start in starts]
    return times(
        child,
        lambda day: any(start <= day < end for start, end in by_care) or _recorded(child, day),
        also=starts,
    )


def _advisers(child: Child) -> list[Spell]:
    born = child.born_on
    if born is None:
        return []
    at_15, at_16, at_21 = (birthday(born, age) for age in (15, 16, 21))
    found: list[Spell] = []
    stayed = False
    for _, reached, ended in _care_since_14(child):
        day = max(reached, at_15)
        if day < ended and (ended <= at_16 or not stayed):
            stayed = stayed or ended > at_16
            last = ended if ended <= at_16 else at_21
            if day < last:
                found.append(Spell(day.isoformat(), day, born, last))
    first = min((one.started_on for one in found), default=FAR)
    told = [one for one in times(child, lambda day: _recorded(child, day)) if one.started_on < first]
    return [*found, *(Spell(one.spell_id, one.started_on, born, until(one.ended_on, first)) for one in told)]


def _adviser_days(child: Child) -> Iterator[Event]:
    advisers = {row["worker_id"] for row in child.rows["employments"] if row["role"] == "personal_adviser"}
    for row in child.rows["allocations"]:
        held = row["worker_id"] and (row["role"] == "personal_adviser" or row["worker_id"] in advisers)
        for spell in _advisers(child) if held else ():
            if (row["ended_on"] or FAR) > spell.started_on:
                yield max(row["started_on"], spell.started_on), spell.spell_id


def _pathway(child: Child, *steps: str) -> list[date]:
    return [row["happened_on"] for row in child.rows["pathway_steps"] if row["step"] in steps and row["happened_on"]]


def _planned(child: Child) -> Iterator[Spell]:
    steps, plans = _pathway(child, "plan", "review"), _pathway(child, "plan")
    for one in _entitled(child):
        before = max((day for day in steps if day <= one.started_on), default=None)
        if before:
            yield Spell(one.spell_id, one.started_on, before, one.ended_on)
        elif plans and max(plans) > one.started_on:
            first = min(day for day in plans if day > one.started_on)
            yield Spell(one.spell_id, first, first, one.ended_on)


def _reviews(child: Child) -> list[Event]:
    steps = _pathway(child, "plan", "review")
    return [(day, None) for day in steps if day > min(steps)]


def _owed(child: Child) -> list[Spell]:
    return list(_aged(child, 16, 18))


def _aged(child: Child, first: int, last: int) -> Iterator[Spell]:
    for one in _entitled(child) if child.born_on else ():
        day, ended = max(one.started_on, birthday(child.born_on, first)), birthday(child.born_on, last)
        if day < min(ended, one.ended_on or FAR):
            yield Spell(one.spell_id, day, day, until(one.ended_on, ended))


def _made(child: Child, step: str) -> Iterator[Event]:
    for day in _pathway(child, step):
        for one in _owed(child):
            yield max(day, one.started_on), one.spell_id


def _homes(child: Child) -> Iterator[Spell]:
    for row in child.rows["stays"]:
        if row["stay_kind"] == "provided_accommodation":
            ended = until(row["ended_on"], birthday(child.born_on, 25) if child.born_on else None)
            if row["started_on"] < (ended or FAR):
                yield Spell(row["stay_id"], row["started_on"], row["started_on"], ended)


def _contacts(child: Child, *methods: str | None) -> list[Row]:
    return [row for row in child.rows["leaving_care_contacts"] if not methods or row["method"] in methods]


def _seen_at_home(child: Child) -> list[date]:
    return [row["happened_on"] for row in _contacts(child, *FACE_TO_FACE) if row["at_provided_accommodation"]]


def _seen_again(child: Child) -> Iterator[Event]:
    for home in _homes(child):
        there = [day for day in _seen_at_home(child) if home.started_on <= day <= (home.ended_on or FAR)]
        yield from ((day, home.spell_id) for day in there if day > min(there))


def _declined(child: Child, day: date) -> bool:
    """The latest that was said on an earlier day or on this; a day that says both says declined."""
    said = [row for row in child.rows["leaving_care_circumstances"] if row["in_touch"] and row["happened_on"] <= day]
    last = max((row["happened_on"] for row in said), default=None)
    return any(row["happened_on"] == last and row["in_touch"] in ("REFU", "NREQ", "RHOM") for row in said)


def _met(child: Child, *methods: str | None) -> list[Event]:
    visits = [row for row in child.rows["visits"] if row["purpose"] == "care_leaver" and row["seen"]]
    seen = [row for row in visits if not methods or row["method"] in methods]
    return [(row["happened_on"], None) for row in (*_contacts(child, *methods), *seen)]


SPELLS = {
    "adviser_owed": _advisers,
    "pathway_plan": _planned,
    "pathway_owed": _owed,
    "provided_home": _homes,
    "care_leaver": lambda child: less(child, _aged(child, 18, 21), lambda day: _declined(child, day)),
    "care_leaver_from_21": lambda child: _aged(child, 21, 25),
}
EVENTS = {
    "adviser_allocated": _adviser_days,
    "pathway_plan_reviewed": _reviews,
    "pathway_needs_assessed": lambda child: _made(child, "needs_assessment"),
    "pathway_plan_made": lambda child: _made(child, "plan"),
    "provided_home_seen": lambda child: [(day, None) for day in _seen_at_home(child)],
    "provided_home_seen_again": _seen_again,
    "care_leaver_met": lambda child: _met(child, *FACE_TO_FACE),
    "care_leaver_heard": lambda child: _met(child),
}
STATUSES = (*ENTITLED, *ENTITLED, "Qualifying", "No Current Eligibility")


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Statuses that overlap and end before they begin, pathway steps, contacts, and what was said of contact."""

    def some(table: str, key: str, most: int, **said: Any) -> None:
        for number in range(chance.randrange(most + 1)):
            made = {name: make(chance) if callable(make) else make for name, make in said.items()}
            days = a_spell(chance, 700) if table in ("leaving_care_eligibility", "stays") else an_event(chance)
            rows[table].append(
                a_row(table, **{key: f"{child}-{table}-leaver-{number}"}, child_id=child, **days, **made)
            )

    some("leaving_care_eligibility", "eligibility_id", 2, eligibility=lambda chance: chance.choice(STATUSES))
    some("pathway_steps", "pathway_step_id", 5, step=_step)
    some("stays", "stay_id", 2, stay_kind="provided_accommodation")
    some(
        "leaving_care_contacts",
        "leaving_care_contact_id",
        6,
        method=lambda chance: chance.choice([*FACE_TO_FACE, "telephone"]),
        at_provided_accommodation=lambda chance: chance.choice([True, True, False, None]),
    )
    some(
        "leaving_care_circumstances",
        "circumstance_id",
        3,
        in_touch=lambda chance: chance.choice(["YES", "NO", "REFU", "NREQ", "RHOM", None]),
    )
    for number in range(chance.randrange(3)):
        visit = f"{child}-leaver-visit-{number}"
        seen = chance.random() < 0.8
        rows["visits"].append(
            a_row(
                "visits",
                visit_id=visit,
                child_id=child,
                happened_on=a_day(chance),
                purpose="care_leaver",
                seen=seen,
                method=chance.choice([*FACE_TO_FACE, "telephone"]),
            )
        )


def _step(chance: random.Random) -> str:
    return chance.choice(["needs_assessment", "plan", "plan", "review", "review"])
