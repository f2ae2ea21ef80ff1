"""Reviews and plans of a child in care, and what a reviewing officer does between them."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import YEAR, same_or_next_working, working_after
from onechild.knowledge.invented.records.protection_files import last_day
from onechild.knowledge.invented.rows import Row

TAKING_PART = (("PN1", 46), ("PN2", 8), ("PN3", 4), ("PN4", 4), ("PN5", 10), ("PN6", 18), ("PN7", 10))


def write_care_reviews(council: Council, *, until: int) -> None:
    """This function will write the reviews, plans and chair's contacts of every period of care up to a day."""
    officers = {
        row["child_id"] + str(row["started_on"]): row["worker_id"]
        for row in council.book.rows["allocations"]
        if row["role"] == "reviewing_officer"
    }
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            _reviews(council, care, officers.get(care["child_id"] + str(care["started_on"])), until)
            _plans(council, care)
    for placement in council.book.rows["placements"]:
        chance = council.stream("placement plan", placement["placement_id"])
        day = working_after(placement["started_on"], choose(chance, ((1, 40), (3, 35), (5, 12), (9, 13))))
        council.book.write(
            "placement_plans",
            placement_plan_id=placement["placement_id"] + "P", child_id=placement["child_id"], happened_on=day,
            placement_id=placement["placement_id"], recorded_on=day,
        )  # fmt: skip


def _reviews(council: Council, care: Row, officer: str | None, until: int) -> None:
    chance = council.stream("reviews", care["care_id"])
    due, day, count = working_after(care["started_on"], 20), care["started_on"], 0
    while True:
        late = chance.random() < 0.055
        early = chance.randint(0, 6) if count == 0 else int(chance.triangular(0, 40, 6))
        day = max(day + 8, due + chance.randint(2, 25) if late else due - early)
        day = same_or_next_working(day) if not late and same_or_next_working(day) <= due else _working_before(day)
        if day >= last_day(care, until):
            return
        count += 1
        _review(council, care, chance, f"{care['care_id']}R{count}", day, due, officer)
        due = day + (90 if count == 1 else 181)


def _working_before(day: int) -> int:
    return day if same_or_next_working(day) == day else working_after(day, 1) - 3


def _review(
    council: Council, care: Row, chance: random.Random, key: str, day: int, due: int, officer: str | None
) -> None:
    young = day - council.born.get(care["child_id"], 0) < 4 * YEAR
    council.book.write(
        "looked_after_reviews",
        review_id=key, child_id=care["child_id"], happened_on=day, care_id=care["care_id"], target_on=due,
        cancelled=False,
        participation="PN0" if young else choose(chance, TAKING_PART), worker_id=officer, recorded_on=day + lag(chance),
    )  # fmt: skip
    if chance.random() < 0.7:
        visit = same_or_next_working(day - chance.randint(1, 6))
        council.book.write(
            "independent_reviewing_contacts",
            reviewing_contact_id=key + "C", child_id=care["child_id"], happened_on=visit, worker_id=officer,
            recorded_on=max(day, visit),
        )  # fmt: skip


def _plans(council: Council, care: Row) -> None:
    chance = council.stream("care plan", care["care_id"])
    start, end = care["started_on"], care.get("ended_on")
    agreed = working_after(start, chance.randint(1, 14))
    council.book.write(
        "care_plans",
        care_plan_id=care["care_id"] + "P", child_id=care["child_id"], started_on=start, recorded_on=agreed,
        agreed_on=agreed,
        care_id=care["care_id"], ended_on=end, end_recorded_on=end,
    )  # fmt: skip
    settled = start + chance.randint(55, 118)
    if end is not None and end <= settled:
        return
    plan = choose(
        chance,
        (
            ("return_6_months", 20),
            ("relatives", 14),
            ("long_term_fostering", 34),
            ("adoption", 9),
            ("special_guardianship", 11),
            ("supported_living", 12),
        ),
    )
    council.book.write(
        "permanence_plans",
        permanence_plan_id=care["care_id"] + "M", child_id=care["child_id"], started_on=settled, recorded_on=settled,
        care_id=care["care_id"], permanence=plan, ended_on=end,
        end_recorded_on=end,
    )  # fmt: skip
    if chance.random() < 0.04:
        council.book.write(
            "previous_permanence",
            previous_permanence_id=care["care_id"] + "Q", child_id=care["child_id"], recorded_on=start,
            permanence=choose(chance, (("P1", 2), ("P2", 6), ("P3", 2))), ordered_on=start - int(chance.uniform(1,
            6) * 365),
            council="999",
        )  # fmt: skip
