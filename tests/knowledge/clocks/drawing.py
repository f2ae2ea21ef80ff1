"""What rows of contradictory children are drawn with: days that coincide, spells that end before they begin."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.tables.contract import TABLES

Row = dict[str, Any]
FIRST = date(2019, 6, 1)
DAYS = 1200


def a_row(table: str, **said: Any) -> Row:
    """A row with every column of its table."""
    return {**dict.fromkeys(TABLES[table].names), **said}


def a_day(chance: random.Random) -> date:
    """Days come in clumps, so that things coincide."""
    day = chance.randrange(DAYS)
    return FIRST + timedelta(days=day - day % 7 if chance.random() < 0.5 else day)


def an_event(chance: random.Random) -> Row:
    """The day of an event."""
    return {"happened_on": a_day(chance)}


def a_spell(chance: random.Random, longest: int) -> Row:
    """A spell, some of no length or ended before it began."""
    begun = a_day(chance)
    lasts = chance.choice([0, 1, 7, 28, chance.randrange(longest), chance.randrange(longest), -3])
    return {"started_on": begun, "ended_on": None if chance.random() < 0.25 else begun + timedelta(days=lasts)}
