"""Learning: personal education plans each term, requests for education, health and care plans, and the plans."""

from __future__ import annotations

import random
from datetime import date

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Child, Council, lag
from onechild.knowledge.invented.days import YEAR, day_of, number, same_or_next_working, working_after
from onechild.knowledge.invented.records.protection_files import last_day
from onechild.knowledge.invented.rows import Row

NEEDS = (
    ("ASD", 34),
    ("SEMH", 22),
    ("SLCN", 20),
    ("MLD", 8),
    ("SLD", 5),
    ("PMLD", 3),
    ("PD", 4),
    ("HI", 2),
    ("VI", 1),
    ("SPLD", 3),
)
TERMS = ((10, 20), (2, 10), (6, 10))


def write_learning(council: Council, *, until: int) -> None:
    """This function will write education records of children in care and of those with special needs, up to a day."""
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            _education_plans(council, care, until)
    for family in council.families:
        for child in family.children:
            _special_needs(council, child)


def _education_plans(council: Council, care: Row, until: int) -> None:
    born = council.born.get(care["child_id"], 0)
    chance = council.stream("pep", care["care_id"])
    first = working_after(care["started_on"], chance.randint(3, 11))
    end = last_day(care, until)
    for count, (day, written) in enumerate([(first, first), *_terms(first + 40, end, chance)]):
        if 3.5 * YEAR < day - born < 18 * YEAR and day < end:
            council.book.write(
                "personal_education_plans",
                education_plan_id=f"{care['care_id']}L{count}", child_id=care["child_id"], happened_on=day,
                step="review" if count else "first", recorded_on=written,
            )  # fmt: skip


def _terms(start: int, end: int, chance: random.Random) -> list[tuple[int, int]]:
    """The day of each term's review and the day it was written down."""
    found = []
    for year in range(day_of(start).year, day_of(end).year + 1):
        for month, at in TERMS:
            shift, kept, later = chance.randint(0, 30), chance.random() < 0.95, lag(chance)
            day = same_or_next_working(number(date(year, month, at)) + shift)
            if start <= day < end and kept:
                found.append((day, day + later))
    return sorted(found)


def _special_needs(council: Council, child: Child) -> None:
    if share_of(council.seed, "needs", child.key) > (0.55 if child.disabled else 0.045):
        return
    chance = council.stream("needs", child.key)
    asked = max(child.row["recorded_on"] + 20, child.born + int(chance.uniform(3, 13) * YEAR))
    if asked - child.born > 18 * YEAR:
        return
    agreed = chance.random() < 0.74
    decided = asked + chance.randint(20, 42)
    decided += 20 if share_of(council.seed, "decided late", child.key) < 0.12 else 0
    issued = asked + (chance.randint(100, 140) if chance.random() < 0.45 else chance.randint(141, 330))
    key = child.key + "ER"
    council.book.write(
        "ehc_requests",
        ehc_request_id=key, child_id=child.key, happened_on=asked, decided_on=decided, outcome="Y" if agreed else "N",
        assessment_decided_on=issued - 28 if agreed else None, assessment_outcome="Y" if agreed else None,
        exception_applies=False if agreed else None, recorded_on=asked,
    )  # fmt: skip
    if not agreed:
        return
    over = child.born + int(chance.uniform(16, 21) * YEAR)
    end = over if over > issued + 200 else None
    council.book.write(
        "ehc_plans",
        ehc_plan_id=child.key + "EP", child_id=child.key, started_on=issued, recorded_on=issued, ehc_request_id=key,
        ended_on=end, end_recorded_on=end, end_reason=choose(chance, (("2", 4), ("4", 3), ("9", 2), ("5", 1))),
    )  # fmt: skip
    for rank, need in enumerate(dict.fromkeys(choose(chance, NEEDS) for _ in range(chance.randint(1, 2)))):
        council.book.write(
            "ehc_needs",
            ehc_need_id=f"{child.key}EN{rank}", child_id=child.key, happened_on=issued,
            ehc_plan_id=child.key + "EP", need=need,
            need_rank=rank + 1, recorded_on=issued,
        )  # fmt: skip
