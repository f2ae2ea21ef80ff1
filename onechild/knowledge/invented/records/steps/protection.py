"""Steps of protection and of children in need: before and after conferences, long plans, step-down and closing."""

from __future__ import annotations

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import lag
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until
from onechild.knowledge.invented.rows import Row

REPORT_BEFORE = {"initial": 2, "transfer_in": 2, "review": 5}  # working days before the conference
LONG_AFTER = (274, 365, 456, 548)  # 9, 12, 15 and 18 months from the plan's start, near enough
CLOSURE_CONSIDERED, CONCLUDED_LATE = 0.35, 0.1
MISSING_TIMES, MISSING_WITHIN, LONG_GONE = 3, 90, 3


def write_protection_steps(taker: Taker) -> None:
    """This function will write the steps of enquiries, conferences, plans and repeated missing episodes."""
    rows = taker.council.book.rows
    for discussion in rows["strategy_discussions"]:
        _suspected(taker, discussion)
    referrals = {row["referral_id"]: row for row in rows["referrals"]}
    for enquiry in rows["section_47_enquiries"]:
        _concluded_late(taker, enquiry, open_until(referrals.get(enquiry["referral_id"], {})))
    cared_for: dict[str, list[int]] = {}
    for care in rows["periods_of_care"]:
        cared_for.setdefault(care["child_id"], []).append(care["started_on"])
    for planned in [row for row in rows["steps_taken"] if row["step"] == "conference_planned"]:
        _before_conference(taker, planned, cared_for)
    for plan in rows["child_protection_plans"]:
        _long_plan(taker, plan)
    for plan in rows["child_in_need_plans"]:
        _step_down(taker, plan) if plan.get("stepped_down") else _first_meeting(taker, plan)
        _closing(taker, plan)
    _repeatedly_missing(taker)


def _suspected(taker: Taker, discussion: Row) -> None:
    """Nearly all discussions are held on the day or the next working day; it is written down with the discussion."""
    point = share_of(taker.council.seed, "suspected", discussion["discussion_id"])
    before = 0 if point < 0.68 else 1 if point < 0.87 else 2 + int(point * 1000) % 4
    day = working_after(discussion["happened_on"], -before) if before else discussion["happened_on"]
    key = discussion["discussion_id"] + "H"
    taker.take(key, "significant_harm_suspected", discussion["child_id"], day, recorded=discussion["recorded_on"])


def _concluded_late(taker: Taker, enquiry: Row, closed: int) -> None:
    """Some enquiries that led to no conference are written up after their fifteen working days."""
    point = share_of(taker.council.seed, "concluded", enquiry["enquiry_id"])
    if point < CONCLUDED_LATE and enquiry.get("ended_on") is not None and enquiry["conference_not_required"]:
        day = working_after(enquiry["started_on"], 16 + int(point * 1000) % 12)
        if enquiry["ended_on"] < day:
            # Where the case closed before, only the writing down was late.
            enquiry.update(ended_on=day if day < closed else enquiry["ended_on"], end_recorded_on=day)


def _before_conference(taker: Taker, planned: Row, cared_for: dict[str, list[int]]) -> None:
    key, child, held = planned["step_id"], planned["child_id"], planned["set_for_on"]
    chance = taker.council.stream("report", key)
    if planned["_kind"] == "transfer_in":
        taker.take(key + "T", "transfer_in_notified", child, planned["_began"], recorded=planned["happened_on"])
    due = working_after(held, -REPORT_BEFORE[planned["_kind"]])
    day = done(chance, max(planned["happened_on"], due - 7), due, late=0.14, never=0.05, over=3)
    if day is not None and not any(planned["happened_on"] <= came <= day for came in cared_for.get(child, ())):
        taker.take(key + "R", "conference_report_shared", child, day, about=key)


def _long_plan(taker: Taker, plan: Row) -> None:
    chance, end = taker.council.stream("long plan", plan["plan_id"]), open_until(plan)
    for place, after in enumerate(LONG_AFTER):
        due = plan["started_on"] + after
        day = done(chance, due - 25, due - 2, late=0.14, never=0.08)
        if day is not None and day < end:
            taker.take(f"{plan['plan_id']}L{place}", "long_plan_reviewed", plan["child_id"], day)


def _step_down(taker: Taker, plan: Row) -> None:
    chance, end, start = taker.council.stream("step down", plan["plan_id"]), open_until(plan), plan["started_on"]
    met = done(chance, start + 1, working_after(start, 10), late=0.13)
    if met is not None and met < end:
        taker.take(plan["plan_id"] + "M", "child_in_need_meeting", plan["child_id"], met, recorded=met + lag(chance))
    looked = done(chance, start + 60, start + 88, late=0.13, never=0.1)
    if looked is not None and looked < end:
        taker.take(plan["plan_id"] + "O", "step_down_overseen", plan["child_id"], looked)


def _first_meeting(taker: Taker, plan: Row) -> None:
    chance, start = taker.council.stream("first meeting", plan["plan_id"]), plan["started_on"]
    met = done(chance, start + 1, working_after(start, 10), late=0.14, never=0.1)
    if met is not None and met < open_until(plan):
        taker.take(plan["plan_id"] + "M", "child_in_need_meeting", plan["child_id"], met, recorded=met + lag(chance))


def _closing(taker: Taker, plan: Row) -> None:
    """Closure is considered in some plans; not every plan closes then."""
    chance, end = taker.council.stream("closing", plan["plan_id"]), open_until(plan)
    if plan.get("short_package") or chance.random() > CLOSURE_CONSIDERED:
        return
    day = working_after(plan["started_on"] + int(chance.triangular(40, 320, 90)), 0)
    if plan["started_on"] < day < end:
        key = plan["plan_id"] + "D"
        taker.take(key, "closure_decided", plan["child_id"], day)
        met = done(chance, day + 1, working_after(day, 10), late=0.13, never=0.07)
        if met is not None and met < end:
            taker.take(plan["plan_id"] + "V", "handover_meeting", plan["child_id"], met, about=key)


def _repeatedly_missing(taker: Taker) -> None:
    """A meeting is owed at every third episode, or later one, in ninety days, and when somebody is gone three days."""
    gone: dict[str, list[Row]] = {}
    for episode in taker.council.book.rows["missing_episodes"]:
        gone.setdefault(episode["child_id"], []).append(episode)
    for child, episodes in gone.items():
        days = sorted(episode["started_on"] for episode in episodes)
        for episode in episodes:
            day = episode["started_on"]
            often = sum(day - MISSING_WITHIN < one <= day for one in days) >= MISSING_TIMES
            if often or episode["ended_on"] >= day + LONG_GONE:
                owed = day if often else day + LONG_GONE
                chance = taker.council.stream("missing meeting", episode["missing_id"])
                met = done(chance, owed + 1, working_after(owed, 5), late=0.13, never=0.08)
                if met is not None:
                    taker.take(episode["missing_id"] + "MM", "missing_meeting", child, met)
