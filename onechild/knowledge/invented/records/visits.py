"""Visits under protection plans, child in need plans and care: when they were due, made, missed, and written down."""

from __future__ import annotations

import random
from dataclasses import dataclass

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import day_of, weekday
from onechild.knowledge.invented.published import between
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

NOT_SEEN = 0.021
REASONS = (("not_in", 55), ("refused", 12), ("child_elsewhere", 18), ("ill", 5), ("cancelled_by_council", 10))


def _from_spring(*shares: tuple[int, float]) -> tuple[tuple[int, float], ...]:
    """A share from the spring of each year named, by the number of the day."""
    return tuple(((year - 1970) * 365 + (year - 1969) // 4 + 90, share) for year, share in shares)


# The share of visits that come late: many before the improvement plan; in care still many in the story's year.
PROTECTION_LATE = _from_spring(
    (2015, 0.09), (2018, 0.07), (2019, 0.05), (2020, 0.010), (2021, 0.0016), (2023, 0.006), (2026, 0.01)
)
CARE_LATE = _from_spring((2015, 0.055), (2021, 0.055), (2022, 0.032))
NEED_LATE = 0.09
LOCKDOWN = (18343, 18444)  # 23 March to 1 July 2020: visits by video where a visit in person could not be made


@dataclass(frozen=True)
class Rhythm:
    """How often somebody comes: the longest gap allowed in days, and the gaps that are usual."""

    limit: int
    low: float
    mode: float
    late: float


def write_visits(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write every visit of every plan and period of care up to a day."""
    for plan in council.book.rows["child_protection_plans"]:
        _series(council, times, plan, plan["plan_id"], "child_protection", until)
    for plan in council.book.rows["child_in_need_plans"]:
        _series(council, times, plan, plan["plan_id"], "child_in_need", until)
    for care in council.book.rows["periods_of_care"]:
        _series(council, times, care, care["care_id"], "looked_after", until)


def _series(council: Council, times: Timelines, spell: Row, key: str, purpose: str, until: int) -> None:
    chance = council.stream("visits", key)
    child, day, count = spell["child_id"], spell["started_on"], 0
    end = min(spell.get("ended_on") or until + 1, until + 1)
    gap = int(chance.triangular(2, 7, 5)) if purpose == "looked_after" else int(chance.triangular(3, 14, 9))
    while True:
        day = _weekday(chance, day + gap)
        if day >= end:
            return
        count += 1
        seen = chance.random() > NOT_SEEN
        _visit(council, times, chance, spell, f"{key}V{count}", purpose, day, seen)
        gap = _gap(chance, _rhythm(spell, purpose, day), times.strain(child, day)) if seen else chance.randint(1, 4)


def _gap(chance: random.Random, rhythm: Rhythm, strain: float) -> int:
    if chance.random() < rhythm.late * strain:
        return rhythm.limit + 1 + int(min(40, chance.expovariate(1 / 8)))
    return int(chance.triangular(rhythm.low, rhythm.limit - 4, rhythm.mode))


def _rhythm(spell: Row, purpose: str, day: int) -> Rhythm:
    if purpose == "child_protection":
        return Rhythm(28, 9, 18, between(PROTECTION_LATE, day))
    if purpose == "child_in_need":
        if spell.get("short_package"):
            return Rhythm(84, 42, 70, NEED_LATE)
        return Rhythm(28, 12, 21, NEED_LATE)
    if spell.get("_breaks"):
        return Rhythm(180, 80, 150, between(CARE_LATE, day))
    for start, end, limit in spell.get("_rules", ()):
        if start <= day and (end is None or day < end):
            low, mode = (0.45, 0.63) if limit > 28 else (0.5, 0.7)
            return Rhythm(limit, limit * low, limit * mode, between(CARE_LATE, day))
    return Rhythm(42, 21, 32, between(CARE_LATE, day))


def _visit(
    council: Council, times: Timelines, chance: random.Random, spell: Row, key: str, purpose: str, day: int, seen: bool
) -> None:
    video = seen and purpose != "child_protection" and LOCKDOWN[0] <= day < LOCKDOWN[1] and chance.random() < 0.5
    council.book.write(
        "visits",
        visit_id=key, child_id=spell["child_id"], happened_on=day, purpose=purpose, planned_on=day,
        plan_id=spell.get("plan_id"), care_id=spell.get("care_id"), seen=seen,
        seen_alone=chance.random() < 0.74 if seen and not video else None,
        bedroom_seen=chance.random() < 0.55 if seen and not video else None,
        method="video" if video else "face_to_face", video_reason="Shielding or isolating" if video else None,
        not_seen_reason=None if seen else choose(chance, REASONS), seen_at=None, recorded_on=day + lag(chance),
        worker_id=times.on(spell["child_id"], day).worker,
    )  # fmt: skip


def _weekday(chance: random.Random, day: int) -> int:
    """Visits at a weekend are rare: nearly all move to the Friday before."""
    late = weekday(day) - 4
    return day - late if late > 0 and chance.random() < 0.93 else day


def year_of(day: int) -> int:
    """This function will return the calendar year of a day."""
    return day_of(day).year
