"""The council's own standards: its settings, and which one was in force when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.model import BEGINNING, FOREVER, Standard


@dataclass(frozen=True)
class InForce:
    """A number that the council set, from a day to a day (that day not included)."""

    setting: str
    value: int
    started_on: date
    ended_on: date


def read_standards(rows: Iterable[Mapping[str, Any]]) -> tuple[InForce, ...]:
    """This function will return the council-wide settings, in order; a later one ends the one before.

    Rows are those of the table `settings`. Raises CannotProceed for a number of time that is not whole and positive.
    """
    general = [row for row in rows if row["team_id"] is None and row["role"] is None and not _withdrawn(row)]
    ordered = sorted(general, key=lambda row: (row["setting"], row["started_on"]))
    found = []
    for position, row in enumerate(ordered):
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        ended = row["ended_on"] or FOREVER
        if following and following["setting"] == row["setting"]:
            ended = min(ended, following["started_on"])
        if row["started_on"] < ended:
            found.append((row, ended))
    return tuple(InForce(row["setting"], _whole(row), row["started_on"], ended) for row, ended in found if _timed(row))


def versions(standard: Standard, standards: Iterable[InForce]) -> list[tuple[date, date, int]]:
    """This function will return the dated numbers of a standard from the beginning to for ever, gaps at the default.

    Where it has no default, a gap has no number.
    """
    dated: list[tuple[date, date, int | None]] = []
    reached = BEGINNING
    for one in sorted((one for one in standards if one.setting == standard.setting), key=lambda one: one.started_on):
        if one.started_on > reached:
            dated.append((reached, one.started_on, standard.default))
        if one.ended_on > reached:
            dated.append((max(reached, one.started_on), one.ended_on, one.value))
            reached = one.ended_on
    if reached < FOREVER:
        dated.append((reached, FOREVER, standard.default))
    return [(begins, ends, value) for begins, ends, value in dated if value is not None]


# What is no length of time that a duty runs for, and may be a fraction: a target of cases, an hour of the day.
UNTIMED = ("caseload_", "front_door_", "working_hours_")


def _timed(row: Mapping[str, Any]) -> bool:
    return not str(row["setting"]).startswith(UNTIMED)


def _withdrawn(row: Mapping[str, Any]) -> bool:
    """One that ends on the day it starts never held, and ends no other."""
    return row["ended_on"] is not None and bool(row["ended_on"] <= row["started_on"])


def _whole(row: Mapping[str, Any]) -> int:
    value = float(row["value"])
    if not value.is_integer() or value < 1:
        raise CannotProceed(f"the setting {row['setting']} from {row['started_on']} is {value:g}: give a whole number")
    return int(value)
