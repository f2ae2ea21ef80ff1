"""Steps of education, health and care plans: advice, yearly reviews, changes, and moves between phases of school."""

from __future__ import annotations

import random
from datetime import date

from onechild.knowledge.invented.days import day_of, number, working_after
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until
from onechild.knowledge.invented.rows import Row

CHANGED = 0.33  # the share of reviews after which changes are proposed
# The age reached by 31 August in the year of the move, and the day by which the plan must be reviewed and amended.
MOVES = ((4, (2, 15)), (7, (2, 15)), (11, (2, 15)), (16, (3, 31)))


def write_schooling_steps(taker: Taker) -> None:
    """This function will write the steps of each request and each plan."""
    for request in taker.council.book.rows["ehc_requests"]:
        if request["outcome"] == "Y":
            _advice(taker, request)
    for plan in taker.council.book.rows["ehc_plans"]:
        _reviews(taker, plan)
        _moves(taker, plan)


def _advice(taker: Taker, request: Row) -> None:
    key, child = request["ehc_request_id"], request["child_id"]
    chance = taker.council.stream("advice", key)
    asked = working_after(request["decided_on"], 1)
    taker.take(key + "Q", "ehc_advice_requested", child, asked)
    given = done(chance, asked + 12, asked + 41, late=0.17, never=0.05, over=25)
    if given is not None:
        taker.take(key + "A", "ehc_advice_given", child, given, about=key + "Q")


def _reviews(taker: Taker, plan: Row) -> None:
    key, child, end = plan["ehc_plan_id"], plan["child_id"], open_until(plan)
    chance, last, count = taker.council.stream("annual review", key), plan["started_on"], 0
    while last < end and last <= taker.council.day:
        due, count = last + 364, count + 1
        held = done(chance, due - 70, due, late=0.15, never=0.03, over=40)
        last = due if held is None else held
        if held is not None and held < end:
            taker.take(f"{key}H{count}", "ehc_review_held", child, held)
            _after(taker, chance, plan, f"{key}{count}", held)


def _after(taker: Taker, chance: random.Random, plan: Row, key: str, held: int) -> None:
    decided = done(chance, held + 5, held + 27, late=0.17, never=0.08, over=30)
    proposes, wait, amended = chance.random() < CHANGED, chance.randint(0, 10), None
    if decided is None:
        return
    proposed = working_after(decided, wait)
    amended = done(chance, proposed + 20, proposed + 55, late=0.15, never=0.04, over=40)
    child, end = plan["child_id"], open_until(plan)
    if decided < end:
        taker.take(key + "D", "ehc_review_decided", child, decided)
    if proposes and proposed < end:
        taker.take(key + "C", "ehc_changes_proposed", child, proposed)
    if proposes and amended is not None and amended < end:
        taker.take(key + "A", "ehc_amended", child, amended)


def _moves(taker: Taker, plan: Row) -> None:
    """A plan is reviewed and amended before the move to primary, junior or secondary school, and on from 16."""
    born = day_of(taker.council.born.get(plan["child_id"], 0))
    chance, end = taker.council.stream("phase", plan["ehc_plan_id"]), open_until(plan)
    for age, (month, at) in MOVES:
        due = number(date(born.year + age + (born.month > 8), month, at))
        day = done(chance, due - 60, due, late=0.12, never=0.06, over=30)
        if day is not None and plan["started_on"] < due - 60 and day < end:
            taker.take(f"{plan['ehc_plan_id']}P{age}", "ehc_transfer_reviewed", plan["child_id"], day)
