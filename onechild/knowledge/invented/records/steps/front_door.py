"""Steps of the front door and of assessments: referrers told, managers' checks, what the police are told."""

from __future__ import annotations

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.days import YEAR, working_after
from onechild.knowledge.invented.records.steps.taking import Taker, done, open_until
from onechild.knowledge.invented.rows import Row

CHECKED_AFTER = (10, 20, 35)  # working days from the start of an assessment
NOT_TOLD, TOLD_LATE, DECIDED_LATE = 0.08, 0.12, 0.065
HOMELESS, TRAFFICKED, MUTILATED = 0.05, 0.02, 0.0012  # shares of referrals at the ages they are about


def write_front_door_steps(taker: Taker) -> None:
    """This function will write what follows a referral, and a manager's checks of each assessment."""
    girls = {row["child_id"] for row in taker.council.book.rows["children"] if row["sex"] == "F"}
    for referral in taker.council.book.rows["referrals"]:
        _decided_late(taker.council.seed, referral)
        referral["referrer_told_on"] = _told_on(taker.council.seed, referral)
        years = (referral["started_on"] - taker.council.born.get(referral["child_id"], 0)) / YEAR
        _homeless(taker, referral, years)
        _exploited(taker, referral, years)
        if referral["child_id"] in girls:
            _mutilated(taker, referral, years)
    for assessment in taker.council.book.rows["assessments"]:
        _checks(taker, assessment)


def _decided_late(seed: int, referral: Row) -> None:
    """The day of the decision is the next working day; for one in fifteen, of those that are taken on, it is later."""
    point = share_of(seed, "decided", referral["referral_id"])
    if point < DECIDED_LATE and not referral["no_further_action"]:
        referral["decided_on"] = working_after(referral["decided_on"], 1 + int(point * 1000) % 4)


def _told_on(seed: int, referral: Row) -> int | None:
    """Referrers are told on the day of the decision or the next working day; some late, some never."""
    point = share_of(seed, "told", referral["referral_id"])
    if point < NOT_TOLD:
        return None
    decided: int = referral["decided_on"]
    wait = 2 + int(point * 1000) % 13 if point < NOT_TOLD + TOLD_LATE else int(point * 1000) % 2
    return working_after(decided, wait)


def _homeless(taker: Taker, referral: Row, years: float) -> None:
    key = referral["referral_id"]
    if 16 <= years < 17.9 and share_of(taker.council.seed, "homeless", key) < HOMELESS:
        chance, day = taker.council.stream("homeless", key), referral["started_on"]
        taker.take(key + "NH", "presented_homeless", referral["child_id"], day)
        found = done(chance, day, working_after(day, 1), late=0.15, over=9)
        if found is not None and found < open_until(referral):
            taker.take(key + "NA", "homeless_need_assessed", referral["child_id"], found, about=key + "NH")


def _exploited(taker: Taker, referral: Row, years: float) -> None:
    key = referral["referral_id"]
    if 12 <= years < 17.9 and share_of(taker.council.seed, "trafficked", key) < TRAFFICKED:
        chance = taker.council.stream("trafficked", key)
        day = working_after(referral["started_on"], chance.randint(0, 25))
        told = done(chance, day, working_after(day, 1), late=0.11, never=0.05, over=10)
        if day < open_until(referral):
            taker.take(key + "TS", "trafficking_suspected", referral["child_id"], day)
            if told is not None:
                taker.take(key + "TR", "trafficking_referred", referral["child_id"], told, about=key + "TS")


def _mutilated(taker: Taker, referral: Row, years: float) -> None:
    key = referral["referral_id"]
    if years < 17.9 and share_of(taker.council.seed, "fgm", key) < MUTILATED:
        chance, day = taker.council.stream("fgm", key), referral["started_on"]
        taker.take(key + "FK", "fgm_known", referral["child_id"], day)
        told = done(chance, day, working_after(day, 1), late=0.1, never=0.04, over=6)
        if told is not None:
            taker.take(key + "FR", "fgm_reported", referral["child_id"], told, about=key + "FK")


def _checks(taker: Taker, assessment: Row) -> None:
    key, before = assessment["assessment_id"], assessment["started_on"]
    chance, end = taker.council.stream("checks", key), open_until(assessment)
    for place, after in enumerate(CHECKED_AFTER):
        due = working_after(assessment["started_on"], after)
        day = done(chance, max(before, due - 6), due, late=0.08, never=0.06, over=6)
        if day is not None and day < end:
            taker.take(f"{key}M{place}", "manager_check", assessment["child_id"], day, about=key)
        before = due
