"""What audits looked at and asked to be done, where somebody alleged about works, and who took part in conferences."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, same_or_next_working
from onechild.knowledge.invented.records.steps.taking import done
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

THEMES = (
    ("whole_case", 40), ("assessment", 12), ("planning", 11), ("visits", 9), ("management_oversight", 9),
    ("front_door", 6), ("neglect", 5), ("permanence", 4), ("exploitation", 2), ("leaving_care", 2),
)  # fmt: skip
SECTORS = (
    ("schools", 37), ("early_years", 14), ("foster_care", 12), ("social_care", 8), ("childrens_home", 6),
    ("sport_and_youth", 6), ("health", 5), ("transport", 5), ("faith", 3), ("police", 2), ("other", 2),
)  # fmt: skip
ASKED = {"outstanding": 0, "good": 1, "requires_improvement": 2, "inadequate": 3}
TO_DO = (
    "Bring the chronology up to date", "See the child alone and record what the child says",
    "Record a management decision with reasons", "Review the plan with the family and partners",
    "Find and speak to the absent father", "Complete the direct work and put it on file",
)  # fmt: skip
TAKES_PART = (("PN1", 24), ("PN2", 9), ("PN3", 4), ("PN4", 3), ("PN5", 12), ("PN6", 31), ("PN7", 17))


def write_quality(council: Council, times: Timelines) -> None:
    """This function will add to audits, allegations and conferences, and write what audits ask for."""
    for audit in council.book.rows["audits"]:
        audit["theme"] = choose(council.stream("theme", audit["audit_id"]), THEMES)
        _directions(council, times, audit)
    for allegation in council.book.rows["allegations"]:
        allegation["sector"] = choose(council.stream("sector", allegation["allegation_id"]), SECTORS)
    for conference in council.book.rows["conferences"]:
        chance = council.stream("takes part", conference["conference_id"])
        years = (conference["happened_on"] - council.born.get(conference["child_id"], 0)) / YEAR
        conference["participation"] = "PN0" if years < 4 else choose(chance, TAKES_PART)


def _directions(council: Council, times: Timelines, audit: Row) -> None:
    chance, given = council.stream("audit asks", audit["audit_id"]), audit["happened_on"]
    for place in range(ASKED[audit["moderated_grade"]]):
        due = same_or_next_working(given + chance.choice((14, 28, 28, 42)))
        council.book.write(
            "directions",
            direction_id=f"{audit['audit_id']}D{place}", child_id=audit["child_id"], happened_on=given,
            given_in="audit", given_in_id=audit["audit_id"], given_by_id=audit["auditor_id"],
            owner_id=times.on(audit["child_id"], given).worker, words=chance.choice(TO_DO), due_on=due,
            done_on=done(chance, given + 2, due, late=0.17, never=0.07, over=30), recorded_on=given,
        )  # fmt: skip
