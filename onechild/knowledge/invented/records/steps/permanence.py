"""Steps towards a permanent family: panel and decision, reports, special guardianship, support, and the life story."""

from __future__ import annotations

from onechild.knowledge.invented.days import birthday, working_after
from onechild.knowledge.invented.records.steps.taking import FAR, Taker, done, open_until, working_by
from onechild.knowledge.invented.rows import Row

GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
SUPPORTED, SUPPORT_ENDS = 0.6, 0.12
REPORT_HOLDS = 182


def write_permanence_steps(taker: Taker) -> None:
    """This function will write the steps of adoption and special guardianship."""
    for case in taker.council.book.rows["permanence_cases"]:
        _report(taker, case)
        if case.get("matched_on") is not None:
            _panel(taker, case)
        if case.get("ordered_on") is not None:
            _adopted(taker, case)
    for plan in taker.council.book.rows["permanence_plans"]:
        if plan["permanence"] == "special_guardianship":
            _guardianship(taker, plan)
    for care in taker.council.book.rows["periods_of_care"]:
        if care.get("end_reason") in GUARDIANSHIP:
            _support(taker, care["care_id"], care["child_id"], care["ended_on"])


def _report(taker: Taker, case: Row) -> None:
    """Signed before the decision, and brought up to date every six months until the child is placed."""
    key, child = case["permanence_case_id"], case["child_id"]
    chance, count = taker.council.stream("permanence report", key), 0
    end = min(case.get(name) or FAR for name in ("placed_on", "reversed_on"))
    day = working_by(case["decided_on"] - chance.randint(4, 20))
    while day < end and day <= taker.council.day:
        taker.take(f"{key}S{count}", "permanence_report_signed", child, day, recorded=max(day, case["recorded_on"]))
        late = chance.random() < 0.18
        day, count = (
            working_by(day + REPORT_HOLDS - 2 + (chance.randint(5, 50) if late else -chance.randint(0, 20))),
            count + 1,
        )


def _panel(taker: Taker, case: Row) -> None:
    """The decision is the day of the match; when the minutes came was written down then."""
    key, child, matched = case["permanence_case_id"], case["child_id"], case["matched_on"]
    chance = taker.council.stream("panel", key)
    waited = chance.randint(2, 7) if chance.random() < 0.85 else chance.randint(8, 20)
    minutes = working_after(matched, -waited)
    taker.take(key + "P", "panel_minutes_received", child, minutes, recorded=matched)
    decided = matched if working_by(matched) == matched else working_by(matched)
    taker.take(key + "D", "agency_decision", child, max(minutes, decided), about=key + "P", recorded=matched)


def _adopted(taker: Taker, case: Row) -> None:
    key, child = case["permanence_case_id"], case["child_id"]
    chance = taker.council.stream("adopted", key)
    day = working_after(case["ordered_on"], chance.randint(8, 30))
    taker.take(key + "C", "adoption_celebrated", child, day)
    for step, letter in (("life_story_book_given", "B"), ("later_life_letter_given", "E")):
        given = done(chance, day, working_after(day, 10), late=0.15, never=0.1, over=40)
        if given is not None:
            taker.take(key + letter, step, child, given, about=key + "C")
    _support(taker, key, child, case["ordered_on"])


def _guardianship(taker: Taker, plan: Row) -> None:
    """Three months' notice, a court's direction, and the report by the court's day."""
    key, child, start = plan["permanence_plan_id"], plan["child_id"], plan["started_on"]
    chance, end = taker.council.stream("guardianship", key), open_until(plan)
    notice = working_after(start, chance.randint(5, 30))
    directed = working_after(notice, chance.randint(5, 25))
    court = working_after(directed, chance.randint(50, 65))
    filed = done(chance, directed + 20, court, late=0.14, never=0.05, over=15)
    if notice < end:
        taker.take(key + "N", "special_guardianship_notice", child, notice)
    if chance.random() < 0.45:  # nobody goes to court before the notice is over
        ready = done(chance, notice + 50, notice + 89, late=0.14, never=0.08, over=25)
        if ready is not None and ready < end:
            taker.take(key + "F", "special_guardianship_report_filed", child, ready)
        return
    if directed < end:
        taker.take(key + "C", "special_guardianship_report_directed", child, directed, set_for=court)
    if filed is not None and filed < end:
        taker.take(key + "F", "special_guardianship_report_filed", child, filed)


def _support(taker: Taker, key: str, child: str, begins: int) -> None:
    """Support agreed with some families, looked at again each year, until it ends or the child is 18."""
    chance = taker.council.stream("support", key)
    if chance.random() > SUPPORTED:
        return
    agreed = working_after(begins, chance.randint(0, 20))
    last = birthday(taker.council.born.get(child, 0), 18)
    ends = agreed + int(chance.uniform(1.2, 6) * 365) if chance.random() < SUPPORT_ENDS * 3 else last
    ends, day, count = min(ends, last), agreed, 0
    taker.take(key + "U", "support_agreed", child, agreed)
    while day < ends and day <= taker.council.day:
        due = day + 364
        held = done(chance, due - 50, due, late=0.14, never=0.04, over=40)
        day, count = due if held is None else held, count + 1
        if held is not None and held < ends:
            taker.take(f"{key}V{count}", "support_reviewed", child, held)
    if ends <= taker.council.day:
        taker.take(key + "W", "support_ended", child, ends)
