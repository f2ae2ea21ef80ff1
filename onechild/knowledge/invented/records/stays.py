"""Stays that are no placement: long ones in hospital or a residential school, custody, and homes for care leavers."""

from __future__ import annotations

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, working_after
from onechild.knowledge.invented.records.more_visits import visit
from onechild.knowledge.invented.records.steps.taking import FAR, Taker, done, open_until
from onechild.knowledge.invented.rows import Row

NOTIFIED_AFTER = 91  # three months of a stay, after which the council must be told and see the child
IN_HOSPITAL, AT_SCHOOL, IN_CUSTODY, HOUSED = 0.0012, 0.02, 0.1, 0.3


def write_stays(taker: Taker) -> None:
    """This function will write stays, who was told of them, and the visits and contacts that go with them."""
    council = taker.council
    for referral in council.book.rows["referrals"]:
        if share_of(council.seed, "hospital", referral["referral_id"]) < IN_HOSPITAL:
            day = referral["started_on"] + 10
            _away(taker, referral["referral_id"] + "Y", referral["child_id"], "hospital", day, (20, 260, 70))
    for plan in council.book.rows["ehc_plans"]:
        if share_of(council.seed, "boarding", plan["ehc_plan_id"]) < AT_SCHOOL:
            day = working_after(plan["started_on"], 20)
            _away(taker, plan["ehc_plan_id"] + "Y", plan["child_id"], "residential_school", day, (120, 1200, 500))
    for care in council.book.rows["periods_of_care"]:
        end = care.get("ended_on")
        born = council.born.get(care["child_id"], 0)
        if end is not None and not care.get("_breaks") and 13 * YEAR < end - born < 17.4 * YEAR:
            _custody(taker, care, end)
    for row in council.book.rows["leaving_care_eligibility"]:
        if row["eligibility"] == "Former Relevant":
            _housed(taker, row)


def _write(council: Council, key: str, child: str, kind: str, start: int, end: int, words: str | None = None) -> None:
    council.book.write(
        "stays",
        stay_id=key, child_id=child, started_on=start, recorded_on=start, ended_on=end, end_recorded_on=end,
        stay_kind=kind, words=words,
    )  # fmt: skip


def _away(taker: Taker, key: str, child: str, kind: str, start: int, length: tuple[int, int, int]) -> None:
    low, high, usual = length
    chance = taker.council.stream("stay", key)
    end = start + int(chance.triangular(low, high, usual))
    _write(taker.council, key, child, kind, start, end)
    told = done(chance, start + 60, start + NOTIFIED_AFTER, late=0.15, never=0.08)
    if told is None or told >= end:
        return
    taker.take(key + "N", "stay_notified", child, told, about=key)
    seen = done(chance, told + 1, told + 14, late=0.15, never=0.06)
    if seen is not None and seen < end:
        visit(taker, key + "V", child, seen, "stay", chance)


def _custody(taker: Taker, care: Row, left: int) -> None:
    """Some leave care in their teens because they are detained; somebody from the council goes to see them."""
    chance, start, count = taker.council.stream("custody", care["care_id"]), left, 0
    if chance.random() > IN_CUSTODY:
        return
    key, end = care["care_id"] + "Y", start + int(chance.triangular(20, 300, 90))
    _write(taker.council, key, care["child_id"], "custody", start, end)
    day = done(chance, start + 2, working_after(start, 10), late=0.15, never=0.07)
    while day is not None and day < end:
        count += 1
        visit(taker, f"{key}V{count}", care["child_id"], day, "custody", chance)
        day = working_after(day, chance.randint(18, 32))


def _housed(taker: Taker, row: Row) -> None:
    """A home that the council provides: seen in the first week, by four weeks, and then every two months."""
    key, child, council = row["eligibility_id"] + "Y", row["child_id"], taker.council
    chance = council.stream("housed", key)
    if chance.random() > HOUSED:
        return
    start = row["started_on"] + chance.randint(0, 200)
    end = min(start + int(chance.triangular(120, 1000, 360)), FAR)
    last = min(end, open_until(row))
    if start >= open_until(row):
        return
    _write(council, key, child, "provided_accommodation", start, last, "Shared house with support")
    looked = done(chance, start + 12, start + 27, late=0.15, never=0.07)
    if looked is not None and looked < last:
        council.book.write(
            "pathway_steps",
            pathway_step_id=key + "R", child_id=child, happened_on=looked, step="review", recorded_on=looked,
            worker_id=taker.times.on(child, looked).worker,
        )  # fmt: skip
    day, count = start, 0
    while day < last and day <= council.day:
        due = start + (7 if count == 0 else 27) if count < 2 else day + 60
        seen = done(chance, max(day, due - 25), due, late=0.12, never=0.03, over=20)
        count, day = count + 1, max(day + 1, due if seen is None else seen)
        if seen is not None and start <= seen < last:
            council.book.write(
                "leaving_care_contacts",
                leaving_care_contact_id=f"{key}K{count}", child_id=child, happened_on=seen, method="face_to_face",
                worker_id=taker.times.on(child, seen).worker, at_provided_accommodation=True, recorded_on=seen,
            )  # fmt: skip
