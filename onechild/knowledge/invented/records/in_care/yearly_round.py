"""What comes round for a child in care between the meetings: the questionnaire, and a look by the reviewing officer."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, working_after
from onechild.knowledge.invented.records.steps.taking import done, open_until
from onechild.knowledge.invented.rows import Row

OFFICER_LATE = 0.1


def write_yearly_round(council: Council) -> None:
    """This function will write questionnaires and mid-way contacts, and name some reviewing officers days late."""
    reviews: dict[str, list[Row]] = {}
    for review in council.book.rows["looked_after_reviews"]:
        reviews.setdefault(review["care_id"], []).append(review)
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            _questionnaires(council, care)
            for review in reviews.get(care["care_id"], ()):
                _midway(council, care, review)
    for row in council.book.rows["allocations"]:
        if row["role"] == "reviewing_officer":
            _named_late(council, row)


def _questionnaires(council: Council, care: Row) -> None:
    """Some weeks after coming into care, and then each year, from four to sixteen."""
    key, born, end = care["care_id"], council.born.get(care["child_id"], 0), open_until(care)
    chance, count = council.stream("questionnaires", care["care_id"]), 0
    day = working_after(max(care["started_on"], born + int(4.05 * YEAR)) + chance.randint(20, 100), 0)
    while day < end and day - born < 17 * YEAR and day <= council.day:
        count += 1
        scored = chance.random() < 0.93
        council.book.write(
            "strengths_and_difficulties",
            questionnaire_id=f"{key}QS{count}", child_id=care["child_id"], happened_on=day, recorded_on=day,
            score=max(0, min(40, int(chance.gauss(14.2, 7)))) if scored else None,
            no_score_reason=None if scored else choose(chance, (("SDQ2", 4), ("SDQ4", 4), ("SDQ5", 2))),
        )  # fmt: skip
        day = done(chance, day + 330, day + 364, late=0.12, never=0.03, over=60) or working_after(day + 500, 0)


def _midway(council: Council, care: Row, review: Row) -> None:
    """About three months after a review the officer looks whether its decisions are carried out."""
    key, held = review["review_id"] + "M", review["happened_on"]
    chance = council.stream("midway", key)
    day = done(chance, held + 55, held + 89, late=0.12, never=0.1, over=25)
    if day is not None and day < open_until(care):
        council.book.write(
            "independent_reviewing_contacts",
            reviewing_contact_id=key, child_id=care["child_id"], happened_on=day, worker_id=review["worker_id"],
            recorded_on=day,
        )  # fmt: skip


def _named_late(council: Council, row: Row) -> None:
    """Where the child left care before an officer was named, there never was one."""
    chance = council.stream("named late", row["allocation_id"])
    if chance.random() < OFFICER_LATE:
        day = working_after(row["started_on"], chance.randint(2, 12))
        if open_until(row) <= day:
            day = row["ended_on"]
        row.update(started_on=day, recorded_on=day)
