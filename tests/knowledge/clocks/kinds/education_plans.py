"""Education, health and care plans for the oracle."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.knowledge.clocks.drawing import a_day, a_row, a_spell
from tests.knowledge.clocks.kinds.holding import first_after, until
from tests.knowledge.clocks.oracle_journey import Child, Event, Spell

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def _requests(child: Child) -> list[Row]:
    return child.rows["ehc_requests"]


def _steps(child: Child, *steps: str) -> list[Row]:
    return [row for row in child.rows["steps_taken"] if row["step"] in steps]


def _requested(child: Child) -> Iterator[Spell]:
    for row in _requests(child):
        if row["outcome"] in (None, "A") or row["decided_on"]:
            ended = row["decided_on"] if row["outcome"] in ("W", "H") else None
            yield Spell(row["ehc_request_id"], row["happened_on"], row["happened_on"], ended)


def _to_assess(child: Child) -> Iterator[Spell]:
    for row in _requests(child):
        said = ((row["outcome"], row["decided_on"]), (row["assessment_outcome"], row["assessment_decided_on"]))
        stopped = [day for outcome, day in said if outcome in ("W", "H", "N")]
        if not row["exception_applies"] and None not in stopped:
            yield Spell(row["ehc_request_id"], row["happened_on"], row["happened_on"], until(None, *stopped))


def _advice_asked(child: Child) -> Iterator[Spell]:
    said = [(row["happened_on"], row["assessment_decided_on"]) for row in _requests(child)]
    said += [(row["happened_on"], row["decided_on"]) for row in _requests(child) if row["outcome"] in ("W", "H", "N")]
    settled = [max(asked, day) for asked, day in said if day]
    settled += [row["started_on"] for row in child.rows["ehc_plans"]]
    for row in _steps(child, "ehc_advice_requested"):
        day = row["happened_on"]
        yield Spell(row["step_id"], day, day, until(first_after(day, settled)))


def _after(child: Child, step: str) -> Iterator[Spell]:
    ends = [row["happened_on"] for row in _steps(child, "ehc_review_held")]
    ends += [row["ended_on"] for row in child.rows["ehc_plans"]]
    for row in _steps(child, step):
        day = row["happened_on"]
        yield Spell(row["step_id"], day, day, until(first_after(day, ends)))


def _transfers(child: Child) -> Iterator[Spell]:
    born = child.born_on
    if born is None:
        return
    cohort = born.year + (1 if born >= date(born.year, 9, 1) else 0)
    days = {
        "school": date(cohort + 4, 2, 15),
        "secondary": date(cohort + 11, 2, 15),
        "post_16": date(cohort + 16, 3, 31),
    }
    for row in child.rows["ehc_plans"]:
        for move, day in days.items():
            if row["started_on"] <= day and (row["ended_on"] is None or row["started_on"] < row["ended_on"]):
                opened = max(row["started_on"], date(day.year - 1, 9, 1))
                ended = until(row["ended_on"], date(day.year, 9, 1))
                yield Spell(f"{row['ehc_plan_id']}/{move}", opened, day, ended)


def _reviewed(child: Child) -> list[Event]:
    held: list[Event] = [(row["happened_on"], None) for row in _steps(child, "ehc_review_held")]
    return held + [(row["last_reviewed_on"], row["ehc_plan_id"]) for row in child.rows["ehc_plans"]]


SPELLS = {
    "education_plan_request": _requested,
    "education_plan_request_to_assess": _to_assess,
    "education_plan_advice_asked": _advice_asked,
    "education_plan": lambda child: [
        Spell(row["ehc_plan_id"], row["started_on"], row["started_on"], row["ended_on"])
        for row in child.rows["ehc_plans"]
    ],
    "education_plan_review_met": lambda child: _after(child, "ehc_review_held"),
    "education_plan_changes_proposed": lambda child: _after(child, "ehc_changes_proposed"),
    "education_plan_transfer": _transfers,
}
EVENTS = {
    "education_plan_request_decided": lambda child: [
        (row["decided_on"], row["ehc_request_id"]) for row in _requests(child) if row["outcome"] not in ("W", "H", "A")
    ],
    "education_plan_decided": lambda child: [
        (row["assessment_decided_on"], row["ehc_request_id"])
        for row in _requests(child)
        if row["assessment_outcome"] not in ("W", "H", "A")
    ],
    "education_plan_made": lambda child: [
        (row["started_on"], row["ehc_request_id"]) for row in child.rows["ehc_plans"]
    ],
    "education_plan_reviewed": _reviewed,
    "education_plan_transfer_reviewed": lambda child: [
        (row["happened_on"], None) for row in _steps(child, "ehc_transfer_reviewed")
    ],
}
STEPS = (
    "ehc_advice_requested",
    "ehc_advice_given",
    "ehc_review_held",
    "ehc_review_held",
    "ehc_review_decided",
    "ehc_changes_proposed",
    "ehc_amended",
    "ehc_transfer_reviewed",
)


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Requests decided in every way or none, plans of some of them, and the steps that follow."""
    for number in range(chance.randrange(3)):
        rows["ehc_requests"].append(
            a_row(
                "ehc_requests",
                ehc_request_id=f"{child}-request-{number}",
                child_id=child,
                happened_on=a_day(chance),
                exception_applies=chance.choice([True, False, None, None]),
                **_decided(chance, "decided_on", "outcome"),
                **_decided(chance, "assessment_decided_on", "assessment_outcome"),
            )
        )
    for number in range(chance.randrange(3)):
        requests = [row["ehc_request_id"] for row in rows["ehc_requests"]]
        rows["ehc_plans"].append(
            a_row(
                "ehc_plans",
                ehc_plan_id=f"{child}-plan-{number}",
                child_id=child,
                ehc_request_id=chance.choice([*requests, None]),
                last_reviewed_on=a_day(chance) if chance.random() < 0.3 else None,
                **a_spell(chance, 900),
            )
        )
    for number in range(chance.randrange(7)):
        rows["steps_taken"].append(
            a_row(
                "steps_taken",
                step_id=f"{child}-plan-step-{number}",
                child_id=child,
                happened_on=a_day(chance),
                step=chance.choice(STEPS),
            )
        )


def _decided(chance: random.Random, day: str, outcome: str) -> Row:
    return {day: a_day(chance) if chance.random() < 0.7 else None, outcome: chance.choice([*"YYNAWH", None])}
