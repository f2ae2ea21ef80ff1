"""Pre-proceedings that end without a court: with those that lead to one, about as many as a council holds."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.rows import Row

SHARE = 0.3  # of child protection plans


def write_before_court(council: Council) -> None:
    """This function will put some children on a plan through pre-proceedings, which end in a step down or in care."""
    came: dict[str, list[int]] = {}
    for care in council.book.rows["periods_of_care"]:
        came.setdefault(care["child_id"], []).append(care["started_on"])
    for plan in council.book.rows["child_protection_plans"]:
        chance = council.stream("before court", plan["plan_id"])
        start = working_after(plan["started_on"] + chance.randint(40, 260), 0)
        if chance.random() < SHARE and start < (plan.get("ended_on") or 10**6):
            length = int(chance.triangular(45, 140, 85))
            letter = working_after(start, chance.randint(1, 5) if chance.random() < 0.84 else chance.randint(6, 15))
            meeting = working_after(letter, chance.randint(4, 10) if chance.random() < 0.84 else chance.randint(11, 22))
            group = chance.random() < 0.55
            into_care = [day for day in came.get(plan["child_id"], ()) if start < day < start + length]
            outcome = None if into_care else "Decision to step down"
            _write(council, plan, start, min([start + length, *into_care]), (letter, meeting), group, outcome)


def _write(
    council: Council, plan: Row, start: int, end: int, days: tuple[int, int], group: bool, outcome: str | None
) -> None:
    letter, meeting = days
    council.book.write(
        "pre_proceedings",
        pre_proceedings_id=plan["plan_id"] + "PP", child_id=plan["child_id"], started_on=start, recorded_on=start,
        ended_on=end, end_recorded_on=end, family_id=None, gateway_outcome="B", referral_id=plan["referral_id"],
        letter_on=min(letter, end), first_meeting_on=min(meeting, end), review_meetings=max(1, (end - start) // 45),
        decided_on=end, family_group_offered=True, family_group_held=group, outcome=outcome,
        application_on=None, parents_represented="Yes", plans_in_referral=1, earlier_pre_proceedings=0,
        earlier_proceedings=0,
    )  # fmt: skip
