"""Adoption and special guardianship for the oracle."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from onechild.knowledge.workdays.ages import birthday
from tests.knowledge.clocks.drawing import a_day, a_row
from tests.knowledge.clocks.kinds.holding import any_within, first_after, less, times, until
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

Row = dict[str, Any]
Rows = dict[str, list[Row]]
PLACED = ("A3", "A4", "A5", "A6")


@lru_cache(maxsize=8)
def _cases(child: Child) -> list[Row]:
    ends = {row["care_id"]: row["ended_on"] for row in child.rows["periods_of_care"]}
    return [
        {**row, "until": until(row["ordered_on"], row["reversed_on"], ends.get(row["care_id"]))}
        for row in child.rows["permanence_cases"]
    ]


def _steps(child: Child, *steps: str) -> list[Row]:
    return [row for row in child.rows["steps_taken"] if row["step"] in steps]


def _may_place(child: Child, day: date) -> bool:
    ordered = [
        {"started_on": row["placement_order_on"], "ended_on": row["until"]}
        for row in _cases(child)
        if row["placement_order_on"]
    ]
    authority = child.legal(day, "E1") or any_within(ordered, day)
    return authority and any_within(child.rows["periods_of_care"], day)


@lru_cache(maxsize=8)
def _authority(child: Child) -> list[Spell]:
    whole = times(child, lambda day: _may_place(child, day))
    waiting = less(child, whole, lambda day: child.placed(day, *PLACED))
    return [_since_review(child, one) if "/" in one.spell_id else one for one in waiting]


def _since_review(child: Child, spell: Spell) -> Spell:
    held = [day for day, _ in child.events("looked_after_review_held") if day <= spell.started_on]
    return replace(spell, counted_from=max(held, default=spell.counted_from))


def _planned(child: Child) -> Iterator[Spell]:
    began = {row["care_id"]: row["started_on"] for row in child.rows["periods_of_care"]}
    for row in _cases(child):
        entered = [day for day in (row["entered_care_on"], began.get(row["care_id"])) if day]
        before = [day for day in entered if row["decided_on"] and day <= row["decided_on"]]
        if before:
            yield Spell(row["permanence_case_id"], row["decided_on"], before[0], row["until"])


def _ordered(child: Child) -> Iterator[Spell]:
    for row in _cases(child):
        if day := row["placement_order_on"]:
            yield Spell(row["permanence_case_id"], day, day, row["until"])


def _family_found(child: Child) -> Iterator[Event]:
    for row in child.rows["permanence_cases"]:
        first = until(row["placed_on"], row["carer_became_adopter_on"])
        if first and row["decided_on"]:
            yield max(first, row["decided_on"]), row["permanence_case_id"]


def _matched(child: Child) -> Iterator[Event]:
    for row in child.rows["permanence_cases"]:
        if row["matched_on"] and row["placement_order_on"]:
            yield max(row["matched_on"], row["placement_order_on"]), row["permanence_case_id"]


def _to_18(child: Child, step: str, *, ended_by: list[date | None]) -> Iterator[Spell]:
    if child.born_on is None:
        return
    for row in _steps(child, step):
        day = row["happened_on"]
        ended = min(birthday(child.born_on, 18), first_after(day, ended_by))
        yield Spell(row["step_id"], day, day, ended)


def _given(child: Child, step: str) -> Iterator[Event]:
    celebrated = [one for one in _to_18(child, "adoption_celebrated", ended_by=[]) if _lasts(one)]
    for row in _steps(child, step):
        for one in celebrated:
            yield max(row["happened_on"], one.started_on), one.spell_id


def _lasts(spell: Spell) -> bool:
    return spell.ended_on is None or spell.started_on < spell.ended_on


def _current(child: Child, day: date) -> bool:
    """A report signed before that day or on it, in care, after which nothing has ended the search for a family."""
    ends = [row["started_on"] for row in child.placements if row["placement_kind"] in PLACED]
    ends += [row[name] for row in _cases(child) for name in ("placed_on", "reversed_on", "ordered_on")]
    return any(
        row["happened_on"] <= day < min(first_after(row["happened_on"], ends), care["ended_on"] or FAR)
        for row in _steps(child, "permanence_report_signed")
        for care in child.rows["periods_of_care"]
        if within(care, row["happened_on"])
    )


def _reports(child: Child) -> list[Spell]:
    return times(child, lambda day: _current(child, day))


def _signed_again(child: Child) -> list[Event]:
    first = {one.started_on for one in _reports(child)}
    signed = [row["happened_on"] for row in _steps(child, "permanence_report_signed")]
    return [(day, None) for day in signed if day not in first]


def _orders(child: Child) -> list[date | None]:
    return [row["ordered_on"] for row in child.rows["permanence_cases"]]


def _directions(child: Child) -> list[date | None]:
    return [row["happened_on"] for row in _steps(child, "special_guardianship_report_directed")]


def _report_due(child: Child) -> Iterator[Spell]:
    set_for = {row["step_id"]: row["set_for_on"] for row in child.rows["steps_taken"]}
    ended_by = [*_directions(child), *_orders(child)]
    for one in _to_18(child, "special_guardianship_report_directed", ended_by=ended_by):
        if set_for[one.spell_id]:
            yield replace(one, counted_from=set_for[one.spell_id])


SPELLS = {
    "authority_to_place": _authority,
    "adoption_planned": _planned,
    "placement_ordered": _ordered,
    "adoption_celebrated": lambda child: _to_18(child, "adoption_celebrated", ended_by=[]),
    "permanence_report": _reports,
    "special_guardianship_noticed": lambda child: _to_18(
        child, "special_guardianship_notice", ended_by=[*_directions(child), *_orders(child)]
    ),
    "special_guardianship_report_due": _report_due,
    "supported_family": lambda child: _to_18(
        child, "support_agreed", ended_by=[row["happened_on"] for row in _steps(child, "support_ended")]
    ),
}
CONDITIONS = {
    "authority_after_placement": lambda child, day: any(
        "/" in one.spell_id and one.started_on <= day < (one.ended_on or FAR) for one in _authority(child)
    ),
}
EVENTS = {
    "placed_with_adopters": _family_found,
    "matched_with_adopters": _matched,
    "life_story_book_ready": lambda child: _given(child, "life_story_book_given"),
    "later_life_letter_ready": lambda child: _given(child, "later_life_letter_given"),
    "permanence_report_renewed": _signed_again,
}
STEPS = (
    "panel_minutes_received",
    "agency_decision",
    "adoption_celebrated",
    "life_story_book_given",
    "later_life_letter_given",
    "permanence_report_signed",
    "permanence_report_signed",
    "special_guardianship_notice",
    "special_guardianship_report_directed",
    "special_guardianship_report_filed",
    "support_agreed",
    "support_reviewed",
    "support_ended",
)
DAYS_OF_A_CASE = (
    "entered_care_on",
    "decided_on",
    "placement_order_on",
    "matched_on",
    "placed_on",
    "carer_became_adopter_on",
    "ordered_on",
    "reversed_on",
)


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Up to two cases whose days come in any order, and steps of every kind."""
    care = [row["care_id"] for row in rows["periods_of_care"]]
    for number in range(chance.randrange(3)):
        days = {name: a_day(chance) if chance.random() < 0.6 else None for name in DAYS_OF_A_CASE}
        ended = {"ordered_on": None, "reversed_on": None} if chance.random() < 0.5 else {}
        rows["permanence_cases"].append(
            a_row(
                "permanence_cases",
                permanence_case_id=f"{child}-case-{number}",
                child_id=child,
                care_id=chance.choice([*care, None]),
                **{**days, **ended},
            )
        )
    for number in range(chance.randrange(9)):
        rows["steps_taken"].append(
            a_row(
                "steps_taken",
                step_id=f"{child}-adoption-step-{number}",
                child_id=child,
                happened_on=a_day(chance),
                step=chance.choice(STEPS),
                set_for_on=a_day(chance) if chance.random() < 0.5 else None,
            )
        )
