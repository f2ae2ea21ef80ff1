"""Visits of an enquiry, of an assessment, to children privately fostered, and visits that somebody asked for."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import lag
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.moments import DAY, HOUR, day_of_moment
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until
from onechild.knowledge.invented.records.visits import NOT_SEEN, REASONS
from onechild.knowledge.invented.rows import Row

SEEN_LATE, NEVER_SEEN = 0.12, 0.06


def visit(
    taker: Taker,
    key: str,
    child: str,
    day: int,
    purpose: str,
    chance: random.Random,
    *,
    seen: bool = True,
    seen_at: int | None = None,
    recorded: int | None = None,
    plan: str | None = None,
    care: str | None = None,
) -> None:
    """This function will write one visit in person, at which the child was seen unless said otherwise."""
    alone, bedroom = chance.random() < (0.96 if purpose == "section_47" else 0.7), chance.random() < 0.5
    taker.council.book.write(
        "visits",
        visit_id=key, child_id=child, happened_on=day, purpose=purpose, planned_on=day, plan_id=plan, care_id=care,
        seen=seen, seen_alone=alone if seen else None, bedroom_seen=bedroom if seen else None, method="face_to_face",
        video_reason=None, not_seen_reason=None if seen else choose(chance, REASONS), seen_at=seen_at,
        recorded_on=day + lag(chance) if recorded is None else recorded, worker_id=taker.times.on(child, day).worker,
    )  # fmt: skip


def write_more_visits(taker: Taker) -> None:
    """This function will write these visits; those asked for go with the steps that asked, so those come first."""
    rows = taker.council.book.rows
    held = {row["enquiry_id"]: row["held_at"] for row in rows["strategy_discussions"]}
    for enquiry in rows["section_47_enquiries"]:
        _enquiry(taker, enquiry, held[enquiry["enquiry_id"]])
    for assessment in rows["assessments"]:
        _assessment(taker, assessment)
    for spell in rows["private_fostering"]:
        _privately_fostered(taker, spell)
    for step in [row for row in rows["steps_taken"] if row["step"] in ("visit_requested", "setting_notice")]:
        _asked_for(taker, step)


def _enquiry(taker: Taker, enquiry: Row, held_at: int) -> None:
    """The child is seen within a day of the discussion; some later, and some never by name."""
    key, child = enquiry["enquiry_id"] + "V", enquiry["child_id"]
    chance = taker.council.stream("seen in enquiry", key)
    point = chance.random()
    if point < NEVER_SEEN:
        return
    hours = chance.uniform(24.5, 110) if point < NEVER_SEEN + SEEN_LATE else choose(chance, SOON)
    moment = held_at + int(hours * HOUR)
    if moment % DAY > 20 * HOUR or moment % DAY < 7 * HOUR:  # nobody calls at night
        moment = moment // DAY * DAY + (19 if hours < 24 else 33) * HOUR
    day = day_of_moment(moment)
    if day <= open_until(enquiry):
        visit(taker, key, child, day, "section_47", chance, seen_at=moment)


SOON = ((2.0, 20), (3.5, 25), (5.0, 20), (7.0, 12), (21.5, 6), (22.75, 9), (23.5, 8))


def _assessment(taker: Taker, assessment: Row) -> None:
    key, child, start = assessment["assessment_id"] + "V", assessment["child_id"], assessment["started_on"]
    if assessment["assessment_kind"] == "pre_birth":
        return
    chance = taker.council.stream("assessment visit", key)
    day = done(chance, start, working_after(start, 4), late=0.1, never=0.04, over=8)
    if day is not None and day <= open_until(assessment):
        seen = chance.random() > NOT_SEEN * 2
        visit(taker, key, child, day, "assessment", chance, seen=seen)


def _privately_fostered(taker: Taker, spell: Row) -> None:
    """Within seven working days, then every six weeks in the first year and every twelve after."""
    key, child, start = spell["private_fostering_id"], spell["child_id"], spell["started_on"]
    chance, end, count = taker.council.stream("private visits", key), open_until(spell), 0
    last, due = start, working_after(start, 7)
    while last < end and last <= taker.council.day:
        day, count = done(chance, last + (1 if count == 0 else 20), due, late=0.14, never=0.04, over=12), count + 1
        if day is not None and day < end:
            visit(taker, f"{key}V{count}", child, day, "private_fostering", chance, plan=key)
        last = due if day is None else max(day, last + 1)
        due = last + (42 if last - start < 365 else 84)


def _asked_for(taker: Taker, step: Row) -> None:
    key, child = step["step_id"] + "V", step["child_id"]
    chance, day = taker.council.stream("asked for", key), step["happened_on"]
    came = done(chance, day + 1, day + 7, late=0.12, never=0.05, over=6)
    if came is not None:
        visit(taker, key, child, came, "looked_after", chance)
