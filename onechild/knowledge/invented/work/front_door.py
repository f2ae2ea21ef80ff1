"""The front door: contacts, who decides them and when, and the families that are referred, some of them again."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.families import new_family, second_record
from onechild.knowledge.invented.council.model import Child, Council, Family
from onechild.knowledge.invented.days import YEAR, day_of, weekday, working_after
from onechild.knowledge.invented.published import in_year

SOURCES = (
    ("6", 27.0), ("2A", 24.0), ("3A", 2.0), ("3B", 3.0), ("3C", 1.0), ("3E", 3.0), ("3F", 4.0), ("4", 3.0), ("5A", 6.0),
    ("5B", 3.0), ("5C", 3.0), ("1A", 6.0), ("1B", 1.5), ("1C", 1.5), ("1D", 1.5), ("7", 4.0), ("8", 3.5), ("9", 3.0),
)  # fmt: skip
SOURCES_NOW = (*SOURCES, ("5D", 4.0))
EARLY_HELP_CODE_FROM = 2022
OTHER_CONTACTS = 2.4
OLD_FAMILY = 0.40
KNOWN, OPEN = 0.82, 0.28
TWICE = 0.012
AT_ONCE = 0.85  # of contacts called red that would have waited: decided the same day all the same
BY_WEEKDAY = (1.25, 1.2, 1.15, 1.15, 1.2, 0.55, 0.5)


def front_door_day(council: Council) -> list[tuple[Family, list[Child]]]:
    """This function will take the day's contacts, and return the families referred with their referred children."""
    rate = in_year("referrals", council.day) / YEAR * BY_WEEKDAY[weekday(council.day)] * 7 / sum(BY_WEEKDAY)
    referred = []
    council.owed["referral"] = council.owed.get("referral", 0.0) + rate * council.scale
    while council.owed["referral"] >= 1:
        again = _comes_again(council)
        family, children = again or _comes_first(council)
        share = in_year("re_referred_pct", council.day) / 100
        council.owed["again"] = council.owed.get("again", 0.0) + len(children) * (share - (again is not None))
        council.owed["referral"] -= len(children)
        family.referred = council.day
        council.referred.append((council.day, family))
        referred.append((family, children))
    for _ in range(council.due("contact", rate * OTHER_CONTACTS)):
        _other_contact(council)
    return referred


def contact(council: Council, child: Child, *, outcome: str, already_open: bool, source: str) -> str:
    """This function will write a contact about a child with its decisions, and return its key."""
    chance, day = child.family.chance, council.day
    key = council.key("CT")
    priority = choose(chance, (("red", 18), ("amber", 42), ("green", 40))) if outcome == "referral" else "green"
    moment = _moment(chance, day)
    council.book.write(
        "contacts",
        contact_id=key, child_id=child.key, happened_on=day, received_at=moment, source_kind=source,
        priority=priority, already_open=already_open, worker_id=_officer(council), recorded_on=day,
    )  # fmt: skip
    late = chance.random() < (0.09 if day_of(day).year < 2020 else 0.04)
    decided = day if chance.random() < 0.55 else working_after(day, 1 + (chance.randrange(1, 5) if late else 0))
    if priority == "red" and share_of(council.seed, "at once", key) < AT_ONCE:
        decided = day
    _decision(council, child, key, day, moment + 40 * 60_000_000, "initial", "screening")
    _decision(council, child, key, decided, max(_moment(chance, decided), moment + 90 * 60_000_000), "final", outcome)
    council.book.write(
        "outcomes",
        outcome_id=key + "O", child_id=child.key, happened_on=decided, outcome_of="contact", outcome_of_id=key,
        outcome=CONTACT_OUTCOMES[outcome], recorded_on=decided,
    )  # fmt: skip
    return key


CONTACT_OUTCOMES = {
    "referral": "new_referral", "existing_worker": "existing_referral", "early_help": "early_help",
    "advice": "advice", "no_further_action": "no_further_action",
}  # fmt: skip


def source_of(council: Council, chance: random.Random) -> str:
    """This function will pick who told the council, from the sources of referral that were in use on the day."""
    return choose(chance, SOURCES_NOW if day_of(council.day).year >= EARLY_HELP_CODE_FROM else SOURCES)


def _comes_again(council: Council) -> tuple[Family, list[Child]] | None:
    if council.owed.get("again", 0.0) < 1:
        return None
    while council.forget < len(council.referred) and council.referred[council.forget][0] < council.day - 360:
        council.forget += 1
    for _ in range(40):
        if council.forget >= len(council.referred):
            return None
        _, family = council.referred[council.desk.randrange(council.forget, len(council.referred))]
        children = _free(council, family)
        if children and council.day - 360 < family.referred < council.day - 10:
            return family, children
    return None


def _comes_first(council: Council) -> tuple[Family, list[Child]]:
    if council.desk.random() < OLD_FAMILY and council.families:
        for _ in range(6):
            family = council.families[council.desk.randrange(len(council.families))]
            children = _free(council, family)
            if children and family.referred < council.day - 380:
                return family, children
    family = new_family(council, council.day)
    return family, list(family.children)


def _free(council: Council, family: Family) -> list[Child]:
    """The children under 18 of a family that is not open, as often as not all of them."""
    if (
        family.unit is not None
        or family.heritage == "alone"
        or any(child.care or child.leaving for child in family.children)
    ):
        return []
    day = council.day
    return [
        child
        for child in family.children
        if child.died is None and child.unit is None and child.referral is None and day - child.born < 17.8 * YEAR
        and child.care_kind != "adopted"
    ]  # fmt: skip


def _other_contact(council: Council) -> None:
    family, is_open = _contact_family(council)
    chance = family.chance
    outcome = (
        "existing_worker"
        if is_open
        else choose(chance, (("early_help", 16), ("advice", 44), ("no_further_action", 40)))
    )
    children = [
        child
        for child in family.children
        if child.died is None and not child.leaving and council.day - child.born < 17.9 * YEAR
    ]
    source = source_of(council, chance)
    for child in children[: 1 + (chance.random() < 0.4)]:
        if chance.random() < TWICE and not is_open:
            child = second_record(council, child)
        key = contact(council, child, outcome=outcome, already_open=is_open, source=source)
        if outcome == "early_help":
            _early_help(council, child, key)


def _contact_family(council: Council) -> tuple[Family, bool]:
    kind = council.desk.random()
    if kind < KNOWN and council.families:
        for _ in range(5):
            family = council.families[council.desk.randrange(len(council.families))]
            if kind < OPEN and family.unit is not None:
                return family, True
            if kind >= OPEN and _free(council, family):
                return family, False
    return new_family(council, council.day), False


def _early_help(council: Council, child: Child, contact_key: str) -> None:
    start = working_after(council.day, 3)
    end = start + int(child.family.chance.lognormvariate(5.0, 0.5))
    workers = list(council.teams["FAM"].workers)
    council.book.write(
        "early_help_episodes",
        early_help_id=contact_key + "E", child_id=child.key, started_on=start, recorded_on=start, ended_on=end,
        end_recorded_on=end, reason="Help for the family early", organisation="Family Partnership",
        team_id=council.teams["FAM"].key, worker_id=council.desk.choice(workers).key if workers else None,
        end_reason="Aims met" if child.family.chance.random() < 0.7 else "Closed, family withdrew",
    )  # fmt: skip


def _decision(council: Council, child: Child, key: str, day: int, moment: int, stage: str, outcome: str) -> None:
    managers = council.teams["MSH"].managers
    council.book.write(
        "front_door_decisions",
        decision_id=key + stage[0].upper(), child_id=child.key, happened_on=day, contact_id=key, decided_at=moment,
        stage=stage, outcome=outcome, screened_by_id=_officer(council), recorded_on=day,
        decided_by_id=managers[0].key if managers else None,
    )  # fmt: skip


def _officer(council: Council) -> str | None:
    here = list(council.teams["MSH"].workers)
    return here[int(council.desk.random() * len(here))].key if here else None


def _moment(chance: random.Random, day: int) -> int:
    """A moment between eight and half past four in London's winter time, in microseconds."""
    return day * 86_400_000_000 + int(chance.uniform(8, 16.5) * 3600) * 1_000_000
