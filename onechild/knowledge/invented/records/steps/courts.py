"""Steps before and in court: family group meetings, reviews of pre-proceedings, and time that a court gives."""

from __future__ import annotations

from onechild.knowledge.invented.days import same_or_next_working, working_after
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until
from onechild.knowledge.invented.rows import Row

EXTENSION = 56  # days: eight weeks at a time
SUPERVISION_GOES_ON = 0.2


def write_court_steps(taker: Taker) -> None:
    """This function will write the steps of pre-proceedings and of proceedings."""
    for before in taker.council.book.rows["pre_proceedings"]:
        _before_court(taker, before)
    for case in taker.council.book.rows["proceedings"]:
        _longer(taker, case)
        if case.get("final_order") == "supervision":
            _supervision(taker, case)


def _before_court(taker: Taker, before: Row) -> None:
    key, child, end = before["pre_proceedings_id"], before["child_id"], open_until(before)
    chance, letter, met = taker.council.stream("before court", key), before["letter_on"], before["first_meeting_on"]
    written = before["recorded_on"]
    if chance.random() < 0.88:
        taker.take(key + "F", "family_group_offered", child, letter, recorded=max(letter, written))
    held = working_after(letter, chance.randint(12, 45))
    if before["family_group_held"] and held < end:
        taker.take(key + "G", "family_group_held", child, held, recorded=max(held, written))
    last, count = met, 0
    while last < end and last <= taker.council.day:
        count, due = count + 1, last + 41
        day = done(chance, due - 14, due, late=0.14, never=0.05, over=12)
        last = due if day is None else day
        if day is not None and day < end:
            taker.take(f"{key}W{count}", "pre_proceedings_reviewed", child, day, recorded=max(day, written))


def _longer(taker: Taker, case: Row) -> None:
    """Most cases that come near their day are given eight weeks more, and some again."""
    chance, end = taker.council.stream("extended", case["proceedings_id"]), open_until(case)
    until, count = case["started_on"] + 181, 0
    while until < taker.council.day + EXTENSION:
        day, count = same_or_next_working(until - chance.randint(5, 25)), count + 1
        given = chance.random() < 0.86
        if day >= end or not given:
            return
        until += EXTENSION
        taker.take(f"{case['proceedings_id']}X{count}", "proceedings_extended", case["child_id"], day, set_for=until)


def _supervision(taker: Taker, case: Row) -> None:
    """Before it is a year old somebody decides whether it ends; one in five goes on."""
    key, over = case["proceedings_id"], case["ended_on"] + 365
    chance = taker.council.stream("supervision order", key)
    decided = done(chance, over - 90, over - 30, late=0.1, never=0.06, over=25)
    if decided is not None:
        taker.take(key + "Z", "supervision_order_reviewed", case["child_id"], decided)
    if chance.random() < SUPERVISION_GOES_ON:
        day = same_or_next_working(over - chance.randint(15, 65))
        taker.take(key + "Y", "supervision_order_extended", case["child_id"], day, set_for=over + 365)
