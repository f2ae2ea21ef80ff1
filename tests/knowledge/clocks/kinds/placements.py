"""What follows from care and placements, for the oracle: plans, reviews, approvals, permanence, stays elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.workdays.ages import birthday
from tests.knowledge.clocks.drawing import a_day, a_row, a_spell, an_event
from tests.knowledge.clocks.kinds.holding import any_within, less, times, until
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

DAY = timedelta(days=1)
Row = dict[str, Any]
Rows = dict[str, list[Row]]
NOT_PLANNED = ("A3", "A4", "A5", "A6", "T0", "T1", "T2", "T3", "T4")
APPROVED = ("temporary_approval", "extended_temporary_approval")


def in_care(child: Child, day: date) -> bool:
    """Whether the child is in care."""
    return any_within(child.rows["periods_of_care"], day)


def _care_began(child: Child, day: date) -> date:
    return max(
        one for one in child.turning_days if one <= day and in_care(child, one) and not in_care(child, one - DAY)
    )


def _care_ends(child: Child, day: date) -> date | None:
    return next((one for one in child.turning_days if one > day and not in_care(child, one)), None)


def _steps(child: Child, step: str) -> list[Row]:
    return [row for row in child.rows["steps_taken"] if row["step"] == step]


def _placements_to_plan(child: Child) -> Iterator[Spell]:
    for row in child.placements:
        day = row["started_on"]
        if row["placement_kind"] not in NOT_PLANNED and not child.holds("short_breaks", day):
            yield Spell(row["placement_id"], day, day, row["ended_on"])


def _of_placement(child: Child, rows: list[Row], link: str) -> Iterator[Event]:
    begun = {row["placement_id"]: row["started_on"] for row in child.placements}
    for row in rows:
        yield max(row["happened_on"], begun.get(row[link], row["happened_on"])), row[link]


def _before_the_court(child: Child, day: date) -> bool:
    asked = [row for row in child.rows["proceedings"] if row["application"] == "care"]
    return any_within(asked, day) or child.legal(day, "C1", "C2", "D1", "E1")


def _first_placements(child: Child) -> Iterator[Spell]:
    for row in child.rows["periods_of_care"]:
        placed = [one["started_on"] for one in child.placements if within(row, one["started_on"])]
        if placed and not _before_the_court(child, day := min(placed)):
            issued = next((one for one in child.turning_days if one > day and _before_the_court(child, one)), None)
            yield Spell(row["care_id"], day, day, until(row["ended_on"], issued))


def _care_plans(child: Child) -> Iterator[Event]:
    begun = {spell.spell_id: spell.started_on for spell in _first_placements(child)}
    for row in child.rows["care_plans"]:
        yield max(row["started_on"], begun.get(row["care_id"], row["started_on"])), row["care_id"]


def _officers(child: Child) -> Iterator[Event]:
    named = [row for row in child.rows["allocations"] if row["role"] == "reviewing_officer" and row["worker_id"]]
    for care in child.rows["periods_of_care"]:
        for row in named:
            if (row["ended_on"] or FAR) > care["started_on"]:
                yield max(row["started_on"], care["started_on"]), care["care_id"]


def _asked_in_care(child: Child, step: str) -> Iterator[Spell]:
    for row in _steps(child, step):
        day = row["happened_on"]
        if in_care(child, day):
            yield Spell(row["step_id"], day, day, _care_ends(child, day))


def _reviews(child: Child) -> dict[date, str]:
    """The days of reviews in care, each with the first key of that day."""
    found: dict[date, str] = {}
    for row in child.rows["looked_after_reviews"]:
        day = row["happened_on"]
        if day and not row["cancelled"] and in_care(child, day):
            found[day] = min(found.get(day, row["review_id"]), row["review_id"])
    return found


def _between_reviews(child: Child) -> Iterator[Spell]:
    reviews = _reviews(child)
    for day, key in reviews.items():
        ends = _care_ends(child, day)
        following = min((one for one in reviews if day < one < (ends or FAR)), default=None)
        yield Spell(key, day, day, until(ends, following))


def _second_review(child: Child, day: date) -> bool:
    if not in_care(child, day):
        return False
    began = _care_began(child, day)
    return sum(began <= one <= day for one in _reviews(child)) > 1


def _approvals(child: Child) -> Iterator[Spell]:
    rows = [row for row in child.rows["placement_conditions"] if row["condition"] in APPROVED]
    for place in dict.fromkeys(row["placement_id"] or row["condition_id"] for row in rows):
        of_place = [row for row in rows if place in (row["placement_id"] or row["condition_id"],)]
        for spell in times(child, lambda day, own=of_place: any(_held(child, row, day) for row in own)):
            yield replace(spell, spell_id=f"{place}/{spell.spell_id}")


def _held(child: Child, row: Row, day: date) -> bool:
    places = {one["placement_id"]: one for one in child.placements}
    place = places.get(row["placement_id"])
    return within(row, day) and (place is None or within(place, day))


def _emergencies(child: Child) -> Iterator[Spell]:
    places = {one["placement_id"]: one for one in child.placements}
    for row in child.rows["placement_conditions"]:
        if row["condition"] == "emergency_outside_terms":
            place = places.get(row["placement_id"], row)
            begun = max(row["started_on"], place["started_on"])
            ended = until(row["ended_on"], place["ended_on"])
            if begun < (ended or FAR):
                yield Spell(row["condition_id"], begun, begun, ended)


def _ends(spells: Iterator[Spell]) -> Iterator[Event]:
    return ((spell.ended_on, spell.spell_id) for spell in spells if spell.ended_on)


def _long_term_plans(child: Child) -> Iterator[Spell]:
    for row in child.rows["permanence_plans"]:
        day = row["started_on"]
        if day and row["permanence"] == "long_term_fostering" and in_care(child, day):
            yield Spell(row["permanence_plan_id"], day, day, until(row["ended_on"], _care_ends(child, day)))


def _by_agreement(child: Child) -> Iterator[Spell]:
    agreed = times(child, lambda day: child.legal(day, "V2") and in_care(child, day))
    yield from less(child, agreed, lambda day: child.holds("short_breaks", day))


def _order_ends(child: Child, row: Row) -> date | None:
    day = row["started_on"]
    return until(row["ended_on"], _care_ends(child, day) if in_care(child, day) else None)


def _liberty_orders(child: Child) -> Iterator[Spell]:
    for row in child.rows["deprivation_of_liberty_orders"]:
        if row["expires_on"]:
            yield Spell(row["order_id"], row["started_on"], row["expires_on"], _order_ends(child, row))


def _deprived(child: Child) -> list[Spell]:
    rows = child.rows["deprivation_of_liberty_orders"]
    spans = [(row["started_on"], until(_order_ends(child, row), row["expires_on"])) for row in rows]
    return times(child, lambda day: any(begun <= day < (ended or FAR) for begun, ended in spans))


def _stays(child: Child, *kinds: str) -> list[Row]:
    adult = birthday(child.born_on, 18) if child.born_on else None
    rows = [row for row in child.rows["stays"] if row["stay_kind"] in kinds]
    return [{**row, "ended_on": until(row["ended_on"], adult)} for row in rows]


def _long_stays(child: Child) -> list[Spell]:
    rows = _stays(child, "hospital", "residential_school")
    spells = [Spell(row["stay_id"], row["started_on"], row["started_on"], row["ended_on"]) for row in rows]
    return list(less(child, spells, lambda day: in_care(child, day)))


def _long_stays_known(child: Child) -> Iterator[Spell]:
    told = _steps(child, "stay_notified")
    stays = _long_stays(child)
    for day in dict.fromkeys(row["happened_on"] for row in told):
        ends = [one.ended_on or FAR for one in stays if one.started_on <= day < (one.ended_on or FAR)]
        if ends:
            key = min(row["step_id"] for row in told if row["happened_on"] == day)
            yield Spell(key, day, day, until(max(ends)))


def _detained(child: Child) -> Iterator[Spell]:
    relevant = [row for row in child.rows["leaving_care_eligibility"] if row["eligibility"] == "Relevant"]
    left = [day for day in child.turning_days if in_care(child, day - DAY) and not in_care(child, day)]
    for row in _stays(child, "custody"):
        begun = [Spell(f"{row['stay_id']}/{day}", day, day, row["ended_on"]) for day in left if within(row, day)]
        owed = [spell for spell in begun if not any_within(relevant, spell.started_on)]
        yield from less(child, owed, lambda day: in_care(child, day))


def _seen(child: Child, purpose: str) -> list[Event]:
    in_person = (None, "face_to_face")
    visits = [row for row in child.rows["visits"] if row["purpose"] == purpose]
    return [(row["happened_on"], None) for row in visits if row["seen"] and row["method"] in in_person]


def _checks(child: Child) -> list[Event]:
    reviews = {day for day, _ in child.events("looked_after_review_held")}
    contacts = [row["happened_on"] for row in child.rows["independent_reviewing_contacts"]]
    return [(day, None) for day in contacts if day not in reviews]


SPELLS = {
    "placement_to_plan": _placements_to_plan,
    "first_placement_to_plan": _first_placements,
    "in_care_since_visit_requested": lambda child: _asked_in_care(child, "visit_requested"),
    "in_care_since_setting_notice": lambda child: _asked_in_care(child, "setting_notice"),
    "between_reviews": _between_reviews,
    "temporary_approval": _approvals,
    "emergency_placement": _emergencies,
    "plan_for_long_term_fostering": _long_term_plans,
    "accommodated_by_agreement": _by_agreement,
    "liberty_order": _liberty_orders,
    "deprived_of_liberty": _deprived,
    "long_stay": _long_stays,
    "long_stay_known": _long_stays_known,
    "detained_after_care": _detained,
}
CONDITIONS = {
    "second_review": _second_review,
    "temporary_approval_extended": lambda child, day: child.condition(day, "extended_temporary_approval"),
}
EVENTS = {
    "placement_plan_made": lambda child: _of_placement(child, child.rows["placement_plans"], "placement_id"),
    "placement_notice_given": lambda child: _of_placement(child, _steps(child, "placement_notified"), "about_id"),
    "care_plan_prepared": _care_plans,
    "reviewing_officer_named": _officers,
    "reviewing_officer_checked": _checks,
    "temporary_approval_over": lambda child: _ends(_approvals(child)),
    "emergency_placement_over": lambda child: _ends(_emergencies(child)),
    "permanence_planned": lambda child: [(row["started_on"], None) for row in child.rows["permanence_plans"]],
    "liberty_order_over": lambda child: [
        (row["ended_on"], row["order_id"]) for row in child.rows["deprivation_of_liberty_orders"]
    ],
    "seen_in_custody": lambda child: _seen(child, "custody"),
    "seen_on_a_long_stay": lambda child: _seen(child, "stay"),
}


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Plans, orders, stays and proceedings; and more conditions, visits and allocations of the kinds that matter."""

    def some(table: str, key: str, most: int, make: Any) -> None:
        for number in range(chance.randrange(most + 1)):
            rows[table].append(a_row(table, **{key: f"{child}-{table}-p{number}", "child_id": child}, **make()))

    def one_of(table: str, key: str) -> str | None:
        return chance.choice([*(row[key] for row in rows[table]), None])

    some(
        "care_plans",
        "care_plan_id",
        2,
        lambda: {**a_spell(chance, 300), "care_id": one_of("periods_of_care", "care_id")},
    )
    some(
        "placement_plans",
        "placement_plan_id",
        3,
        lambda: {**an_event(chance), "placement_id": one_of("placements", "placement_id")},
    )
    some("permanence_plans", "permanence_plan_id", 3, lambda: {**a_spell(chance, 400), **_permanence(chance)})
    some(
        "deprivation_of_liberty_orders",
        "order_id",
        3,
        lambda: {**a_spell(chance, 200), "expires_on": chance.choice([None, a_day(chance), a_day(chance)])},
    )
    some("stays", "stay_id", 3, lambda: {**a_spell(chance, 300), "stay_kind": chance.choice(STAYS)})
    some("independent_reviewing_contacts", "reviewing_contact_id", 4, lambda: an_event(chance))
    some(
        "proceedings",
        "proceedings_id",
        1,
        lambda: {**a_spell(chance, 300), "application": chance.choice(["care", "other"])},
    )
    some(
        "placement_conditions",
        "condition_id",
        2,
        lambda: {
            **a_spell(chance, 200),
            "condition": chance.choice(["emergency_outside_terms", *APPROVED]),
            "placement_id": one_of("placements", "placement_id"),
        },
    )
    some(
        "placements", "placement_id", 1, lambda: {**a_spell(chance, 60), "placement_kind": chance.choice(["T2", "U3"])}
    )
    some(
        "visits",
        "visit_id",
        2,
        lambda: {**an_event(chance), "purpose": chance.choice(["custody", "stay"]), "seen": True},
    )
    some(
        "allocations",
        "allocation_id",
        2,
        lambda: {**a_spell(chance, 500), "role": "reviewing_officer", "worker_id": chance.choice(["officer", None])},
    )


STAYS = ("hospital", "residential_school", "custody", "custody", "provided_accommodation")


def _permanence(chance: random.Random) -> Row:
    return {"permanence": chance.choice(["long_term_fostering", "long_term_fostering", "adoption", None])}
