"""Steps that no other table holds, for the oracle."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.clocks.journey.steps import STEPS
from tests.knowledge.clocks.drawing import a_day, a_row
from tests.knowledge.clocks.oracle_journey import FAR, Child, Spell

Rows = dict[str, list[dict[str, Any]]]


def worked_with(child: Child, day: date) -> bool:
    spells = (*child.rows["referrals"], *child.rows["periods_of_care"], *child.rows["leaving_care_eligibility"])
    return any(row["started_on"] <= day < (row["ended_on"] or FAR) for row in spells)


def work_ends(child: Child, day: date) -> date | None:
    if not worked_with(child, day):
        return None
    return next((one for one in child.turning_days if one > day and not worked_with(child, one)), None)


def work_ended(child: Child, day: date) -> date | None:
    """The same; the day itself where the work ended on it."""
    if worked_with(child, day - timedelta(days=1)) and not worked_with(child, day):
        return day
    return work_ends(child, day)


def _since(child: Child, step: str) -> Iterator[Spell]:
    for row in child.rows["steps_taken"]:
        if row["step"] == step:
            day = row["happened_on"]
            yield Spell(row["step_id"], day, day, work_ends(child, day))


def _set_for(child: Child, step: str) -> Iterator[Spell]:
    for row in child.rows["steps_taken"]:
        if row["step"] == step and row["set_for_on"]:
            day = row["happened_on"]
            yield Spell(row["step_id"], day, row["set_for_on"], work_ends(child, day))


SPELLS = {f"since_{step}": lambda child, step=step: _since(child, step) for step in STEPS} | {
    f"set_for_{step}": lambda child, step=step: _set_for(child, step) for step in STEPS
}
EVENTS = {
    step: lambda child, step=step: [
        (row["happened_on"], row["about_id"]) for row in child.rows["steps_taken"] if row["step"] == step
    ]
    for step in STEPS
}


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Up to a dozen steps, a third of them about some other row of the child."""
    keys = [
        row[name]
        for name in ("placements", "looked_after_reviews", "conferences")
        for row in rows[name]
        for name in (next(iter(row)),)
    ]
    for number in range(chance.randrange(13)):
        day = a_day(chance)
        rows["steps_taken"].append(
            a_row(
                "steps_taken",
                step_id=f"{child}-step-{number}",
                child_id=child,
                happened_on=day,
                step=chance.choice(STEPS),
                about_id=chance.choice(keys) if keys and chance.random() < 0.3 else None,
                set_for_on=a_day(chance) if chance.random() < 0.5 else None,
            )
        )
