"""The files of a plan: categories, core groups, reviews of child in need plans, and the help at the edge of care."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import YEAR, same_or_next_working
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

STRICTER = 0.02


def write_protection_files(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write what goes with every plan, up to a day."""
    for plan in council.book.rows["child_protection_plans"]:
        _categories(council, plan, until)
        _core_groups(council, plan, until)
        _stricter_visits(council, plan, until)
    for plan in council.book.rows["child_in_need_plans"]:
        _need_reviews(council, times, plan, until)
        _edge(council, times, plan)
    for referral in council.book.rows["referrals"]:
        _private_fostering(council, times, referral)


def last_day(spell: Row, until: int) -> int:
    """This function will return the first day on which nothing more is written of a spell."""
    end: int = spell.get("ended_on") or until + 1
    return min(end, until + 1)


def _categories(council: Council, plan: Row, until: int) -> None:
    """One plan in ten changes category at its first review; the plan's latest category follows."""
    start, end = plan["started_on"], plan.get("ended_on")
    changed = start + 85
    steps = [(plan["initial_category"], start, end)]
    if plan["_changed"] != plan["initial_category"] and (end is None or end > changed):
        steps = [(plan["initial_category"], start, changed), (plan["_changed"], changed, end)]
    for count, (category, begins, ends) in enumerate(steps):
        council.book.write(
            "child_protection_categories",
            category_id=f"{plan['plan_id']}C{count}", child_id=plan["child_id"], plan_id=plan["plan_id"],
            category=category,
            started_on=begins, recorded_on=begins, ended_on=ends, end_recorded_on=ends,
        )  # fmt: skip
    if len(steps) > 1 and changed <= until:
        plan["latest_category"] = plan["_changed"]


def _stricter_visits(council: Council, plan: Row, until: int) -> None:
    """For one plan in fifty the first review asks for the child to be seen every three weeks, until the plan ends."""
    begins = plan["started_on"] + 90
    if share_of(council.seed, "stricter", plan["plan_id"]) < STRICTER and begins < last_day(plan, until):
        council.book.write(
            "visit_intervals",
            visit_interval_id=f"{plan['plan_id']}V", child_id=plan["child_id"],
            child_protection_plan_id=plan["plan_id"], every_days=21, reason="The review asked for closer oversight",
            started_on=begins, recorded_on=begins, ended_on=plan.get("ended_on"), end_recorded_on=plan.get("ended_on"),
        )  # fmt: skip


def _core_groups(council: Council, plan: Row, until: int) -> None:
    chance = council.stream("core", plan["plan_id"])
    day, count = same_or_next_working(plan["started_on"] + chance.randint(7, 15)), 0
    while day < last_day(plan, until):
        count += 1
        council.book.write(
            "core_groups",
            core_group_id=f"{plan['plan_id']}G{count}", child_id=plan["child_id"], happened_on=day,
            plan_id=plan["plan_id"],
            quorate=chance.random() < 0.88, recorded_on=day + lag(chance),
        )  # fmt: skip
        day = same_or_next_working(day + int(chance.triangular(22, 47, 36)))


def _need_reviews(council: Council, times: Timelines, plan: Row, until: int) -> None:
    chance = council.stream("need", plan["plan_id"])
    day, count = plan["started_on"], 0
    while True:
        gap = chance.triangular(28, 44, 40) if count == 0 else chance.triangular(60, 95, 86)
        late = chance.random() < 0.12 * times.strain(plan["child_id"], day)
        day = same_or_next_working(day + int(gap) + (chance.randint(5, 40) if late else 0))
        if day >= last_day(plan, until):
            return
        count += 1
        council.book.write(
            "child_in_need_reviews",
            review_id=f"{plan['plan_id']}R{count}", child_id=plan["child_id"], happened_on=day, plan_id=plan["plan_id"],
            plan_continues=True, recorded_on=day + lag(chance),
        )  # fmt: skip


def _edge(council: Council, times: Timelines, plan: Row) -> None:
    """Young people near care are worked with intensively for some months; most stay at home."""
    born = council.born.get(plan["child_id"], 0)
    if (
        not 11 * YEAR < plan["started_on"] - born < 17.5 * YEAR
        or share_of(council.seed, "edge", plan["plan_id"]) > 0.13
    ):
        return
    chance = council.stream("edge", plan["plan_id"])
    start = plan["started_on"] + chance.randint(5, 60)
    if plan.get("ended_on") is not None and plan["ended_on"] <= start:
        return
    end = start + int(chance.triangular(40, 200, 90))
    council.book.write(
        "edge_of_care_episodes",
        edge_of_care_id=plan["plan_id"] + "X", child_id=plan["child_id"], started_on=start, recorded_on=start,
        ended_on=end,
        end_recorded_on=end, hours_a_week=float(chance.randint(3, 12)),
        worker_id=times.someone(council.teams["EDG"].key, start, chance),
        reason=choose(chance, (("relationships", 38), ("behaviour", 26), ("exploitation", 24), ("return_home", 12))),
        outcome=choose(chance, (("stayed_home", 82), ("with_relatives", 7), ("looked_after", 8), ("moved_on", 3))),
    )  # fmt: skip


def _private_fostering(council: Council, times: Timelines, referral: Row) -> None:
    if share_of(council.seed, "private", referral["referral_id"]) > 0.0022:
        return
    chance = council.stream("private", referral["referral_id"])
    start, length = referral["started_on"], int(chance.triangular(60, 700, 200))
    council.book.write(
        "private_fostering",
        private_fostering_id=referral["referral_id"] + "P", child_id=referral["child_id"], started_on=start,
        recorded_on=start,
        notified_on=start, ended_on=start + length, end_recorded_on=start + length,
        worker_id=times.on(referral["child_id"], start).worker,
    )  # fmt: skip
