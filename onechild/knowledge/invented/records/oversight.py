"""Oversight: supervision of workers and of work, directions with their due days, audits, and decisions explained."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import same_or_next_working
from onechild.knowledge.invented.records.protection_files import last_day
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

WORDS = (
    "Visit and see the child alone", "Finish the chronology", "Speak to the school about attendance",
    "Hold a family group conference", "Update the safety plan with the family", "Ask for the health report",
    "Take the case to the legal gateway meeting", "Complete the genogram", "Find out what the father thinks",
)  # fmt: skip
GRADES = {
    2016: (("outstanding", 1), ("good", 30), ("requires_improvement", 50), ("inadequate", 19)),
    2020: (("outstanding", 2), ("good", 40), ("requires_improvement", 47), ("inadequate", 11)),
    2023: (("outstanding", 4), ("good", 57), ("requires_improvement", 35), ("inadequate", 4)),
}
REASONS = {
    "coming into care": (
        "removal",
        "You were not safe at home",
        "We looked for a safe place for you to live while we help your family",
    ),
    "plan ends": (
        "step_down",
        "Things at home are safer",
        "Your family has made things safer, so there will be fewer meetings",
    ),
}


# The fewest, most and usual days between two supervisions of a case; one in fourteen comes some weeks late.
BETWEEN = {
    "child_protection_plans": (14, 29, 24),
    "child_in_need_plans": (24, 58, 44),
    "periods_of_care": (24, 58, 44),
    "assessments": (24, 58, 44),
    "leaving_care_eligibility": (50, 86, 72),
}
LATE = 0.07


def write_oversight(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write supervisions, directions, audits and explanations up to a day."""
    for row in council.book.rows["employments"]:
        _own_supervision(council, times, row, until)
    for name, gaps in BETWEEN.items():
        for spell in council.book.rows[name]:
            if spell.get("eligibility") in (None, "Former Relevant"):
                _case_supervision(council, times, spell, next(iter(spell.values())), until, gaps)
    for plan in council.book.rows["child_protection_plans"]:
        if plan.get("ended_on") is not None and plan["end_reason"] == "stepped_down":
            _explain(council, times, plan["child_id"], plan["plan_id"], plan["ended_on"], "plan ends")
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            _explain(council, times, care["child_id"], care["care_id"], care["started_on"], "coming into care")


def _own_supervision(council: Council, times: Timelines, row: Row, until: int) -> None:
    chance = council.stream("supervision", row["employment_id"])
    day, count = row["started_on"] + chance.randint(5, 35), 0
    team = council.team_of.get(row["employment_id"])
    while day < last_day(row, until):
        count += 1
        council.book.write(
            "supervisions",
            supervision_id=f"{row['employment_id']}U{count}", happened_on=same_or_next_working(day),
            worker_id=row["worker_id"],
            supervisor_id=times.someone(team, day, chance, manager=True),
            supervision_kind="own" if chance.random() < 0.9 else "group",
            direction_given=False, recorded_on=same_or_next_working(day) + lag(chance),
        )  # fmt: skip
        day += int(chance.triangular(20, 36, 29)) + (40 if chance.random() < 0.07 else 0)


def _case_supervision(
    council: Council, times: Timelines, spell: Row, key: str, until: int, gaps: tuple[int, int, int]
) -> None:
    chance = council.stream("case supervision", key)
    day, count = spell["started_on"] + chance.randint(10, 40), 0
    while day < last_day(spell, until):
        count += 1
        hold = times.on(spell["child_id"], day)
        on = same_or_next_working(day)
        directed = chance.random() < 0.22
        if hold.worker is not None:
            manager = times.someone(hold.team, on, chance, manager=True)
            council.book.write(
                "supervisions",
                supervision_id=f"{key}U{count}", happened_on=on, worker_id=hold.worker, supervisor_id=manager,
                child_id=spell["child_id"],
                supervision_kind="case", direction_given=directed, recorded_on=on + lag(chance),
            )  # fmt: skip
            if directed:
                _direct(council, chance, spell["child_id"], f"{key}U{count}", on, manager, hold.worker)
            if chance.random() < 0.012:
                _audit(council, times, chance, spell["child_id"], f"{key}A{count}", on + 5, hold.team)
        low, high, mode = gaps
        day += int(chance.triangular(low, high, mode)) + (25 if chance.random() < LATE else 0)


def _direct(
    council: Council, chance: random.Random, child: str, key: str, day: int, by: str | None, owner: str
) -> None:
    due = same_or_next_working(day + chance.choice((7, 14, 14, 21, 28)))
    done = None if chance.random() < 0.09 else due + int(chance.triangular(-10, 30, 0))
    council.book.write(
        "directions",
        direction_id=key + "D", child_id=child, happened_on=day, given_in="supervision", given_in_id=key,
        given_by_id=by,
        owner_id=owner, words=chance.choice(WORDS), due_on=due, done_on=max(day, done) if done else None,
        recorded_on=day,
    )  # fmt: skip


def _audit(
    council: Council, times: Timelines, chance: random.Random, child: str, key: str, day: int, team: str | None
) -> None:
    year = 1970 + day // 365.25
    grades = GRADES[max((one for one in GRADES if one <= year), default=2016)]
    grade = choose(chance, grades)
    council.book.write(
        "audits",
        audit_id=key, child_id=child, happened_on=day, grade=grade,
        moderated_grade=grade if chance.random() < 0.85 else choose(chance, grades),
        auditor_id=times.someone(council.teams["ACA"].key, day, chance), team_id=team, recorded_on=day,
    )  # fmt: skip


def _explain(council: Council, times: Timelines, child: str, key: str, day: int, why: str) -> None:
    chance = council.stream("explained", key)
    if chance.random() > 0.5:
        return
    kind, reason, words = REASONS[why]
    council.book.write(
        "decisions_explained",
        explanation_id=key + "Z", child_id=child, happened_on=day, decision_kind=kind, decided_by_id=times.on(child,
        day).worker,
        options="Stay as it is; the decision made", reasons=reason, explained_on=day + chance.randint(0, 12),
        childs_words=words,
        recorded_on=day,
    )  # fmt: skip
