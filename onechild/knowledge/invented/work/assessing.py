"""Referrals and assessments: what is decided at once, how long the assessment takes, and what comes after."""

from __future__ import annotations

import math
import random
from collections.abc import Generator
from typing import Any

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.allocating import end_lead, part, take_in
from onechild.knowledge.invented.council.beside import stand_down
from onechild.knowledge.invented.council.model import Child, Council, Family, Unit, lag
from onechild.knowledge.invented.days import day_of, working_after
from onechild.knowledge.invented.published import in_year
from onechild.knowledge.invented.rows import Row
from onechild.knowledge.invented.work.front_door import contact, source_of

Steps = Generator[Any, Any, None]

NEEDS = (("N1", 58.0), ("N5", 14.0), ("N4", 9.0), ("N3", 4.0), ("N6", 4.0), ("N8", 2.0), ("N7", 1.0), ("N9", 1.0))
FACTORS = (
    ("3B", 34), ("4B", 27), ("17A", 22), ("16A", 19), ("2B", 9), ("1B", 9), ("4A", 12), ("18C", 13), ("3A", 10),
    ("6B", 5),
    ("13A", 6), ("11A", 4), ("10A", 4), ("15A", 4), ("14A", 6), ("5A", 6), ("2A", 4), ("7A", 3), ("19C", 4), ("24A",
    4), ("20", 8),
)  # fmt: skip
VALID = {"18C": (2020, "18A"), "19C": (2020, "19A"), "24A": (2021, "20")}


def refer(council: Council, family: Family, children: list[Child]) -> None:
    """This function will write a family's referral and hand the children to the assessment team."""
    chance, day = family.chance, council.day
    source = source_of(council, chance)
    need = choose(chance, NEEDS)
    closed = council.quotas.says("closed at once", in_year("no_further_action_pct", day) / 100, weight=len(children))
    for child in children:
        key = contact(council, child, outcome="referral", already_open=False, source=source)
        child.referral = council.book.write(
            "referrals",
            referral_id=council.key("R"), child_id=child.key, started_on=day, recorded_on=day, contact_id=key,
            source_kind=source, primary_need="N2" if child.disabled and chance.random() < 0.8 else need,
            no_further_action=closed, decided_on=working_after(day, 1), team_id=council.teams["ASM"].key,
        )  # fmt: skip
    family.unit = unit = Unit(family, list(children), council.teams["ASM"], "assessment", day)
    for child in children:
        child.unit = unit
    if closed:
        council.env.process(_close_at_once(council, unit))
    else:
        take_in(council, unit, unit.team, why="FCONTA")
        council.env.process(assess(council, unit))


def _close_at_once(council: Council, unit: Unit) -> Steps:
    yield council.env.timeout(working_after(council.day, 1) - council.day)
    for child in list(unit.children):
        close(council, child, "RC8")


def assess(council: Council, unit: Unit, *, again: bool = False) -> Steps:
    """This function will carry out an assessment: begun within a day, authorised on time or not, then what follows."""
    chance = unit.family.chance
    children = list(unit.children)
    start = council.day if chance.random() < 0.8 else working_after(council.day, 1)
    rows = [_begin(council, unit, child, start, again) for child in children]
    for child, row in zip(children, rows, strict=True):
        child.assessment = row
    length = _length(council, unit, start, len(children))
    yield council.env.timeout(max(1, working_after(start, length) - council.day))
    needs = not council.quotas.says("not in need", _not_in_need(council.day), weight=len(children))
    for child, row in zip(children, rows, strict=True):
        if child.assessment is row:
            _authorise(council, child, row, needs)
    if unit.stage == "assessment" and not again:
        protected = any(child.plan or child.enquiry for child in unit.children)
        unit.stage = "moving" if needs or protected else "closing"
        unit.ready = council.day


def assess_alone(council: Council, child: Child) -> Steps:
    """This function will assess one child who came straight to a team: a baby, or a young person without parents."""
    unit = child.unit
    if unit is None:
        return
    child.assessment = row = _begin(council, unit, child, council.day, False)
    length = _length(council, unit, council.day, 1)
    yield council.env.timeout(max(1, working_after(council.day, length) - council.day))
    if child.assessment is row:
        _authorise(council, child, row, True)


def assessed_before(council: Council, child: Child) -> None:
    """This function will write the assessment of a child whose referral came before the books were opened."""
    if child.referral is None or child.unit is None:
        return
    start, today = child.referral["started_on"], council.day
    end = min(working_after(start, 20 + child.family.chance.randrange(25)), today)
    row = _begin(council, child.unit, child, start, False)
    row.update(
        team_id=None,
        worker_id=None,
        recorded_on=start,
        ended_on=end,
        end_recorded_on=end,
        child_seen=True,
        needs_support=True,
    )


def _not_in_need(day: int) -> float:
    """Published as a share of referrals; those closed at once were never assessed."""
    return in_year("not_in_need_pct", day) / (100 - in_year("no_further_action_pct", day))


def _length(council: Council, unit: Unit, day: int, weight: int) -> int:
    chance = unit.family.chance
    slack = unit.worker.slack if unit.worker else 1.5
    late = (1 - in_year("assessed_in_45_pct", day) / 100) * (0.42 + 0.42 * slack)
    if council.quotas.says("late assessment", late, weight=weight):
        return 46 + int(min(70, chance.expovariate(1 / 11)))
    if chance.random() < 0.22:
        return chance.randint(40, 45)
    return max(4, min(45, int(chance.lognormvariate(math.log(_median(day)), 0.42))))


def _median(day: int) -> float:
    """The better the year's timeliness, the sooner the usual assessment is done: 32 working days at 74%, 23 at 93%."""
    return 32 - 9 * max(0.0, min(1.0, (in_year("assessed_in_45_pct", day) - 74) / 19))


def _begin(council: Council, unit: Unit, child: Child, start: int, again: bool) -> Row:
    kind = "pre_birth" if child.born > start else "unaccompanied" if child.unaccompanied else "child_and_family"
    worker = unit.worker.key if unit.worker else None
    review = working_after(start, 10)
    return council.book.write(
        "assessments",
        assessment_id=council.key("AS"), child_id=child.key, started_on=start,
        recorded_on=start + lag(unit.family.chance),
        referral_id=child.referral["referral_id"] if child.referral else None, assessment_kind=kind,
        internal_review_on=review, of_open_child=again, team_id=unit.team.key, worker_id=worker,
    )  # fmt: skip


def _authorise(council: Council, child: Child, row: Row, needs: bool) -> None:
    chance, day = child.family.chance, council.day
    child.assessment = None
    written = day + (lag(chance) if chance.random() < 0.3 else 0)
    row.update(
        ended_on=day, end_recorded_on=max(written, row["recorded_on"]), needs_support=needs,
        child_seen=child.born < day and chance.random() < 0.97,
    )  # fmt: skip
    for factor in _factors(chance, day, needs):
        council.book.write(
            "assessment_factors",
            factor_id=row["assessment_id"] + "F" + factor, child_id=child.key, happened_on=day,
            assessment_id=row["assessment_id"], factor=factor, recorded_on=day,
        )  # fmt: skip
    after = "child_in_need_plan" if needs else choose(chance, (("early_help", 45), ("no_further_action", 55)))
    council.book.write(
        "outcomes",
        outcome_id=row["assessment_id"] + "O", child_id=child.key, happened_on=day, outcome_of="assessment",
        outcome_of_id=row["assessment_id"], outcome=after, recorded_on=day,
    )  # fmt: skip


def _factors(chance: random.Random, day: int, needs: bool) -> list[str]:
    if not needs and chance.random() < 0.35:
        return ["21"]
    year = day_of(day - 90).year
    found = [one for one, share in FACTORS if chance.random() * 100 < share * 1.1] or ["3B"]
    return sorted({VALID[one][1] if one in VALID and year <= VALID[one][0] else one for one in found})


def close(council: Council, child: Child, why: str) -> None:
    """This function will close a child's case: the referral, the plan and the allocation end today."""
    day = council.day
    if child.assessment is not None:
        _authorise(council, child, child.assessment, True)
    if child.enquiry is not None:
        child.enquiry.update(ended_on=day, end_recorded_on=day, conference_not_required=True, no_further_action=True)
        child.enquiry = None
    if child.referral is not None:
        child.referral.update(ended_on=day, end_recorded_on=day, end_reason=why)
    if child.need is not None:
        end_need(child, day, "turned_18" if why == "RC6" else "closed")
    stand_down(council, child, child.reviewer, "TSPROC")
    stand_down(council, child, child.adviser, "TSPROC")
    child.reviewer = child.adviser = None
    part(council, child)
    end_lead(council, child, None)
    child.referral = None


def end_need(child: Child, day: int, why: str) -> None:
    """This function will end a child in need plan."""
    if child.need is not None:
        child.need.update(ended_on=day, end_recorded_on=day, end_reason=why)
        child.need = None
