"""Times in which something holds, found by asking it of each day on which anything may change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.knowledge.clocks.oracle_journey import FAR, Child, Spell, within

Row = dict[str, Any]


def times(child: Child, holds: Callable[[date], bool], *, also: Iterable[date] = ()) -> list[Spell]:
    """The unbroken times in which `holds` is true of every day, each named by its first day."""
    found: list[Spell] = []
    began: date | None = None
    for day in sorted({*child.turning_days, *also}):
        now = holds(day)
        if now and began is None:
            began = day
        if not now and began is not None:
            found.append(Spell(began.isoformat(), began, began, day))
            began = None
    if began is not None:
        found.append(Spell(began.isoformat(), began, began, None))
    return found


def less(child: Child, spells: Iterable[Spell], blocked: Callable[[date], bool]) -> Iterable[Spell]:
    """What is left of spells on the days that nothing blocks; a later piece adds its first day to the name."""
    for one in spells:
        left = times(
            child,
            lambda day, one=one: one.started_on <= day < (one.ended_on or FAR) and not blocked(day),
            also=[day for day in (one.started_on, one.ended_on) if day],
        )
        for piece in left:
            first = piece.started_on == one.started_on
            yield replace(piece, spell_id=one.spell_id if first else f"{one.spell_id}/{piece.spell_id}")


def first_after(day: date, days: Iterable[date | None]) -> date:
    """The first of some days that is after a day; far off where there is none."""
    return min((one for one in days if one and one > day), default=FAR)


def any_within(rows: Iterable[Row], day: date) -> bool:
    """Whether any row's spell holds on a day."""
    return any(within(row, day) for row in rows)


def until(*days: date | None) -> date | None:
    """The first of some days; None where there is none."""
    first = min(day or FAR for day in days)
    return None if first == FAR else first
