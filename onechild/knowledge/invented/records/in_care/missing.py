"""Children missing from care or home, and the talk with somebody independent when they come back."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, working_after
from onechild.knowledge.invented.records.moments import at
from onechild.knowledge.invented.records.protection_files import last_day


def write_missing(council: Council, *, until: int) -> None:
    """This function will write missing episodes of young people in care, a few of them often, up to a day."""
    for care in council.book.rows["periods_of_care"]:
        born = council.born.get(care["child_id"], 0)
        chance = council.stream("missing", care["care_id"])
        often = 70 if chance.random() < 0.08 else 2600
        day, count = max(care["started_on"], born + int(11.5 * YEAR)), 0
        if care.get("_breaks"):
            continue
        while True:
            day += 3 + int(chance.expovariate(1 / often))
            if day >= last_day(care, until):
                break
            count += 1
            _episode(council, care["child_id"], f"{care['care_id']}X{count}", day)


def _episode(council: Council, child: str, key: str, day: int) -> None:
    chance = council.stream("gone", key)
    end = day + chance.choice((0, 0, 1, 1, 1, 2, 3, 6))
    moments = council.stream("back", key)
    back = at(end, moments.uniform(7, 21))
    offered = chance.random() < 0.92
    accepted = offered and chance.random() < 0.62
    council.book.write(
        "missing_episodes",
        missing_id=key, child_id=child, started_on=day, recorded_on=day, ended_on=end, end_recorded_on=end,
        missing_kind="M" if chance.random() < 0.72 else "A", interview_offered="Y" if offered else "N",
        interview_accepted="Y" if accepted else "N" if offered else "NA", returned_at=back,
    )  # fmt: skip
    if offered:
        soon = chance.random() < 0.8
        wait = chance.randint(1, 3) if soon else chance.randint(4, 10)
        held = end + min(wait, 2) if soon else working_after(end, wait)  # within three days, weekends too
        council.book.write(
            "return_interviews",
            interview_id=key + "I", child_id=child, happened_on=held if accepted else None, missing_id=key,
            held_at=at(held, moments.uniform(9, 18)) if accepted else None,
            offered_on=end + 1,
            accepted=accepted, not_held_reason=None if accepted else "Young person declined", recorded_on=held,
        )  # fmt: skip
