"""Steps in care: notices of placements, records of reviews, matches, and reviews that practice asks for."""

from __future__ import annotations

from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until, working_by
from onechild.knowledge.invented.rows import Row

REVIEW_RECORDS = (("review_decisions_sent", 5, 0.05), ("review_recorded", 15, 0.05), ("review_record_sent", 20, 0.07))
VISIT_ASKED, NOTICE = 0.06, 0.003  # shares of placements in which somebody asks for a visit, or Ofsted gives notice
REFERRED_TO_SCHEME, OUTSIDE_TERMS = 0.04, 0.03


def write_care_steps(taker: Taker) -> None:
    """This function will write the steps of placements, reviews and legal statuses."""
    rows = taker.council.book.rows
    for placement in rows["placements"]:
        if not placement["placement_id"].endswith("BP"):  # short breaks have no notice
            _placement(taker, placement)
    for review in rows["looked_after_reviews"]:
        _review(taker, review)
    for plan in rows["permanence_plans"]:
        _match(taker, plan)
    for status in rows["legal_statuses"]:
        if status["status"] == "V2":
            _every(taker, status, status["legal_status_id"] + "S", "section_20_reviewed", 90, 180)
    for order in rows["deprivation_of_liberty_orders"]:
        _every(taker, order, order["order_id"] + "B", "deprivation_of_liberty_reviewed", 29, 30)
    for care in rows["periods_of_care"]:
        if care["need"] == "N8":
            _scheme(taker, care)


def _placement(taker: Taker, placement: Row) -> None:
    key, child, start = placement["placement_id"], placement["child_id"], placement["started_on"]
    chance, end = taker.council.stream("notified", key), open_until(placement)
    day = done(chance, start, working_after(start, 5), late=0.09, never=0.07, over=12)
    if day is not None and day < end:
        taker.take(key + "N", "placement_notified", child, day, about=key)
    if placement["placement_kind"] == "U6" and chance.random() < OUTSIDE_TERMS:
        until = done(chance, start + 1, working_after(start, 6), late=0.15, never=0.0, over=5) or end
        taker.council.book.write(
            "placement_conditions",
            condition_id=key + "X", child_id=child, started_on=start, recorded_on=start, placement_id=key,
            condition="emergency_outside_terms", ended_on=min(until, end), end_recorded_on=min(until, end),
        )  # fmt: skip
    if placement["placement_kind"] == "K1":
        _every(taker, placement, key + "U", "secure_reviewed", 27, 88)
    for step, letter, share in (("visit_requested", "A", VISIT_ASKED), ("setting_notice", "O", NOTICE)):
        asked = working_by(start + 20 + int(chance.random() * 400))
        if chance.random() < share and start < asked < end:
            taker.take(key + letter, step, child, asked)


def _review(taker: Taker, review: Row) -> None:
    key, held = review["review_id"], review["happened_on"]
    chance, before = taker.council.stream("review record", key), held
    for place, (step, within, never) in enumerate(REVIEW_RECORDS):
        day = done(chance, before, working_after(held, within), late=0.11, never=never, over=15)
        if day is not None:
            taker.take(f"{key}{'DWS'[place]}", step, review["child_id"], day, about=key)
            before = min(day, working_after(held, within))


def _match(taker: Taker, plan: Row) -> None:
    if plan["permanence"] == "long_term_fostering":
        chance = taker.council.stream("match", plan["permanence_plan_id"])
        day = done(chance, plan["started_on"] + 40, plan["started_on"] + 178, late=0.16, never=0.1, over=60)
        if day is not None and day < open_until(plan):
            taker.take(plan["permanence_plan_id"] + "L", "long_term_match_agreed", plan["child_id"], day)


def _every(taker: Taker, spell: Row, key: str, step: str, first: int, after: int) -> None:
    """A review that comes round again: first after so many days, then after others; one in eight late or skipped."""
    chance, end, count = taker.council.stream(step, key), open_until(spell), 0
    last, due = spell["started_on"], spell["started_on"] + first
    while last < end and last <= taker.council.day:
        day = done(chance, last + int((due - last) * 0.7), due, late=0.12, never=0.03, over=12)
        if day is not None and day < end:
            count += 1
            taker.take(f"{key}{count}", step, spell["child_id"], day)
        last = due if day is None else day
        due = last + after


def _scheme(taker: Taker, care: Row) -> None:
    """Some who came alone are referred to the transfer scheme; of those who went by it, it is written down then."""
    key, child = care["care_id"], care["child_id"]
    chance, end = taker.council.stream("scheme", key), care.get("ended_on")
    waits = chance.randint(4, 10) if chance.random() < 0.8 else chance.randint(11, 25)
    if chance.random() < REFERRED_TO_SCHEME:
        taker.take(key + "F", "transfer_scheme_referred", child, working_after(care["started_on"], 2))
    elif end is not None and care.get("end_reason") == "E3":
        asked = max(care["started_on"], working_after(end, -waits))
        taker.take(key + "F", "transfer_scheme_referred", child, asked, recorded=end)
        taker.take(key + "G", "transferred_by_scheme", child, end, about=key + "F")
