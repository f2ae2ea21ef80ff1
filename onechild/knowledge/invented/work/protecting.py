"""Protection: enquiries under section 47, conferences, child protection plans and their reviews."""

from __future__ import annotations

import math

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Child, Council, Unit, lag
from onechild.knowledge.invented.days import YEAR, same_or_next_working, working_after
from onechild.knowledge.invented.published import MARCH, between, in_year, points_of
from onechild.knowledge.invented.rows import Row
from onechild.knowledge.invented.work.assessing import Steps, end_need
from onechild.knowledge.invented.work.helping import start_need

CATEGORIES = (("NEG", 44.0), ("EMO", 40.0), ("PHY", 11.0), ("SAB", 4.0), ("MUL", 1.0))
FIRST_REVIEW_ENDS, LATER_REVIEW_ENDS = 0.28, 0.46
ON_A_PLAN_ELSEWHERE = 0.04  # families who move here while their children are on another council's plan


def enquiry_day(council: Council, fresh: list[Unit]) -> None:
    """This function will begin the day's section 47 enquiries: most in new referrals, some in open work."""
    rate = in_year("enquiries_per_10000", council.day) * in_year("population", council.day) / 10_000 / YEAR
    council.owed["enquiry"] = council.owed.get("enquiry", 0.0) + rate * council.scale
    for _ in range(40):
        if council.owed["enquiry"] < 1:
            return
        unit = _whom(council, fresh)
        if unit is None:
            return
        children = [child for child in unit.children if not child.plan and not child.care]
        council.owed["enquiry"] -= len(children)
        unit.in_enquiry = True
        council.env.process(_enquire(council, unit, children))


def _whom(council: Council, fresh: list[Unit]) -> Unit | None:
    for _ in range(30):
        point = council.desk.random()
        if point < 0.6 and fresh:
            unit = fresh[council.desk.randrange(len(fresh))]
        else:
            keys = ("ASM",) if point < 0.78 else ("FSC", "FSE", "FSN", "FSS", "FSW")
            units = council.teams[council.desk.choice(keys)].units
            if not units:
                continue
            unit = list(units)[council.desk.randrange(len(units))]
        if unit.stage in ("assessment", "moving", "help") and not unit.in_enquiry and _may_be(unit):
            return unit
    return None


def _may_be(unit: Unit) -> bool:
    return any(not child.plan and not child.care for child in unit.children) and unit.family.heritage != "alone"


def _enquire(council: Council, unit: Unit, children: list[Child]) -> Steps:
    chance, day = unit.family.chance, council.day
    rows = [_open_enquiry(council, unit, child) for child in children]
    share = in_year("initial_conferences_per_10000", day) / in_year("enquiries_per_10000", day)
    conference = council.quotas.says("conference", share, weight=len(children))
    in_time = conference and council.quotas.says(
        "conference in time", in_year("initial_conferences_in_15_pct", day) / 100, weight=len(children)
    )
    ends = working_after(day, chance.randint(4, 13))
    held = working_after(
        day, int(chance.triangular(8, 15.9, 14)) if in_time else 16 + int(min(25, chance.expovariate(0.2)))
    )
    ends = min(ends, held)
    elsewhere = share_of(council.seed, "elsewhere", rows[0]["enquiry_id"]) < ON_A_PLAN_ELSEWHERE
    kind = "transfer_in" if elsewhere else "initial"
    yield council.env.timeout(ends - council.day)
    for child, row in zip(children, rows, strict=True):
        if child.enquiry is row:
            _close_enquiry(council, child, row, conference)
            if conference:
                _plan_conference(council, child, kind, row["started_on"], held)
    if conference:
        yield council.env.timeout(held - council.day)
        still = [
            (child, row)
            for child, row in zip(children, rows, strict=True)
            if child.unit and not child.care and not child.plan
        ]
        if still:
            _confer(council, still, kind)
    unit.in_enquiry = False


def _open_enquiry(council: Council, unit: Unit, child: Child) -> Row:
    day = council.day
    key = council.key("S")
    worker = unit.worker.key if unit.worker else None
    council.book.write(
        "strategy_discussions",
        discussion_id=key + "D", child_id=child.key, happened_on=day, enquiry_id=key, began_enquiry=True,
        held_at=day * 86_400_000_000 + 11 * 3_600_000_000, worker_id=worker, recorded_on=day + lag(unit.family.chance),
    )  # fmt: skip
    child.enquiry = council.book.write(
        "section_47_enquiries",
        enquiry_id=key, child_id=child.key, started_on=day, recorded_on=day, team_id=unit.team.key, worker_id=worker,
        referral_id=child.referral["referral_id"] if child.referral else None,
        conference_target_on=working_after(day, 15),
    )  # fmt: skip
    return child.enquiry


def _plan_conference(council: Council, child: Child, kind: str, began: int, held: int) -> None:
    """Note today for which day the next conference is planned."""
    worker = child.unit.worker if child.unit else None
    council.book.write(
        "steps_taken",
        step_id=council.key("SP"), child_id=child.key, happened_on=council.day, step="conference_planned",
        about_id=None, set_for_on=held, worker_id=worker.key if worker else None, recorded_on=council.day,
        _kind=kind, _began=began,
    )  # fmt: skip


def _close_enquiry(council: Council, child: Child, row: Row, conference: bool) -> None:
    day = council.day
    nothing = not conference and child.family.chance.random() < 0.25
    row.update(
        ended_on=day, end_recorded_on=day, conference_decided_on=day, conference_not_required=not conference,
        no_further_action=nothing,
    )  # fmt: skip
    outcome = (
        "initial_conference" if conference else "no_further_action_section_47" if nothing else "child_in_need_plan"
    )
    council.book.write(
        "outcomes",
        outcome_id=row["enquiry_id"] + "O", child_id=child.key, happened_on=day, outcome=outcome,
        outcome_of="section_47_enquiry", outcome_of_id=row["enquiry_id"], recorded_on=day,
    )  # fmt: skip
    child.enquiry = None


def _confer(council: Council, still: list[tuple[Child, Row]], kind: str) -> None:
    day = council.day
    share = in_year("plans_started", day) / (
        in_year("initial_conferences_per_10000", day) * in_year("population", day) / 10_000
    )
    plan = council.quotas.says("plan", min(0.97, share), weight=len(still))
    meeting = council.key("MT")
    category = choose(council.desk, CATEGORIES)
    if plan:
        _recall(council, [child for child, _ in still])
    for child, row in still:
        key = council.key("CF")
        council.book.write(
            "conferences",
            conference_id=key, child_id=child.key, happened_on=day, conference_kind=kind, meeting_id=meeting,
            enquiry_id=row["enquiry_id"], referral_id=row["referral_id"], target_on=row["conference_target_on"],
            led_to_plan=plan, quorate=council.desk.random() < 0.95, worker_id=_chair(council, meeting),
            team_id=child.unit.team.key if child.unit else None, recorded_on=day,
        )  # fmt: skip
        if child.referral is not None and child.referral.get("conference_on") is None:
            child.referral["conference_on"] = day
        if plan:
            _start_plan(council, child, key, category)
    if plan:
        council.env.process(_review(council, [child for child, _ in still]))


def _recall(council: Council, children: list[Child]) -> None:
    """Some had a plan before the books were opened, or in another council: enough to meet the published share."""
    had = sum(child.plans > 0 for child in children)
    if had:
        council.quotas.gave("plan again", weight=had)
    share = in_year("repeat_plans_pct", council.day) / 100
    if council.quotas.says("plan again", share, weight=len(children)) and not had:
        for child in children:
            child.plans = 1


def _start_plan(council: Council, child: Child, conference: str, category: str) -> None:
    day = council.day
    end_need(child, day, "child_protection")
    changed = choose(council.desk, CATEGORIES) if council.desk.random() < 0.1 else category
    child.plan = council.book.write(
        "child_protection_plans",
        plan_id=council.key("CP"), child_id=child.key, started_on=day, recorded_on=day, conference_id=conference,
        referral_id=child.referral["referral_id"] if child.referral else None, initial_category=category,
        latest_category=category, previous_plans=child.plans, of_other_council=False, _changed=changed,
    )  # fmt: skip
    child.plans += 1
    council.on_plan[child] = None
    council.book.write(
        "outcomes",
        outcome_id=conference + "O", child_id=child.key, happened_on=day, outcome="child_protection_plan",
        outcome_of="conference", outcome_of_id=conference, recorded_on=day,
    )  # fmt: skip
    unit = child.unit
    if unit is not None and unit.stage == "assessment":
        unit.stage, unit.ready = "moving", day


def _review(council: Council, children: list[Child]) -> Steps:
    """Review conferences: within three months, then within six; at each the plan may end."""
    chance = children[0].family.chance
    plans = [child.plan for child in children]
    began, number = council.day, 0
    while True:
        due = 88 if number == 0 else 178
        late = not council.quotas.says(
            "review in time", in_year("plans_reviewed_in_time_pct", council.day) / 100 + 0.035
        )
        wait = due + chance.randint(6, 40) if late else int(chance.triangular(due * 0.62, due, due * 0.94))
        day = same_or_next_working(council.day + wait)
        if not late and day - council.day > due + 2:
            day -= 4
        for child, plan in zip(children, plans, strict=True):
            if child.plan is plan and plan is not None:
                _plan_conference(council, child, "review", council.day, day)
        yield council.env.timeout(day - council.day)
        here = [child for child, plan in zip(children, plans, strict=True) if child.plan is plan and plan is not None]
        if not here:
            return
        ends = chance.random() < _ending(council, number, council.day - began)
        _hold_review(council, here, ends)
        number += 1
        if ends:
            return


def _ending(council: Council, number: int, length: int) -> float:
    """The more plans there are against the published number, the sooner they end, and the other way about."""
    wanted = between(points_of("plans_open", MARCH), council.day) * council.scale
    pressure = math.exp(5.0 * (len(council.on_plan) - wanted) / max(wanted, 8))
    base = FIRST_REVIEW_ENDS if number == 0 else 0.85 if length > 600 else LATER_REVIEW_ENDS
    return max(0.04, min(0.97, base * pressure))


def _hold_review(council: Council, children: list[Child], ends: bool) -> None:
    meeting = council.key("MT")
    chair = _chair(council, meeting)
    for child in children:
        plan, day = child.plan, council.day
        if plan is None:
            continue
        council.book.write(
            "conferences",
            conference_id=council.key("CF"), child_id=child.key, happened_on=day, conference_kind="review",
            referral_id=plan["referral_id"], plan_id=plan["plan_id"], meeting_id=meeting, plan_continues=not ends,
            quorate=council.desk.random() < 0.96, worker_id=chair, recorded_on=day + lag(council.desk),
            team_id=child.unit.team.key if child.unit else None,
        )  # fmt: skip
        if ends:
            why = "closed" if council.desk.random() < 0.08 else "stepped_down"
            end_plan(council, child, why)
            if why == "stepped_down":
                start_need(council, child, stepped_down=True)


def end_plan(council: Council, child: Child, why: str) -> None:
    """This function will end a child's protection plan today."""
    if child.plan is not None:
        child.plan.update(ended_on=council.day, end_recorded_on=council.day, end_reason=why)
        child.plan = None
        council.on_plan.pop(child, None)
        unit = child.unit
        if unit is not None and unit.stage == "help":
            unit.since = max(unit.since, council.day - 20)


def _chair(council: Council, meeting: str) -> str | None:
    chairs = list(council.teams["IRO"].workers)
    return chairs[int(meeting[-6:]) % len(chairs)].key if chairs else None
