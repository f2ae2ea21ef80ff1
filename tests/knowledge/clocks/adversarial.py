"""Children whose rows contradict one another as real rows do: overlaps, ends before starts, days outside a spell."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.tables.contract import TABLES

Row = dict[str, Any]
Rows = dict[str, list[Row]]

FIRST = date(2019, 6, 1)
DAYS = 1200
SETTINGS = (
    ("child_protection_visit_days", 28, date(2016, 1, 1), date(2020, 3, 1)),
    ("child_protection_visit_days", 14, date(2020, 3, 1), None),
    ("child_in_need_visit_working_days", 10, date(2020, 6, 1), date(2021, 1, 1)),
    ("personal_adviser_age", 15, date(2020, 9, 1), None),
)
CONDITIONS = (
    "temporary_approval",
    "extended_temporary_approval",
    "parents_before_assessment",
    "intended_to_18",
    "fewer_visits_agreed",
    "short_breaks",
    "other_arrangements",
)


def council(*, seed: int, children: int) -> dict[str, Rows]:
    """Rows of each child by id, each with the council's settings."""
    chance = random.Random(seed)
    settings = [
        _row("settings", setting_id=str(number), setting=name, value=float(value), started_on=begun, ended_on=ended)
        for number, (name, value, begun, ended) in enumerate(SETTINGS)
    ]
    return {f"{n}": {**_child(chance, f"{n}"), "settings": settings} for n in range(children)}


def together(children: dict[str, Rows]) -> Rows:
    """The rows of all children, the settings once."""
    every = list(children.values())
    found = {name: [row for rows in every for row in rows[name]] for name in TABLES if name != "settings"}
    return {**found, "settings": every[0]["settings"]}


def without_foresight(rows: Rows) -> Rows:
    """The rows, none of which names another that comes after it: nobody can write that down."""
    days = {
        row[TABLES[name].key]: row.get("started_on") or row.get("happened_on")
        for name in ("conferences", "periods_of_care", "placements", "referrals")
        for row in rows[name]
    }
    links = ("conference_id", "care_id", "placement_id", "referral_id")
    return {
        name: [row if name in OWN_KEYS else _unlinked(row, links, days) for row in of_table]
        for name, of_table in rows.items()
    }


OWN_KEYS = ("conferences", "periods_of_care", "referrals")


def _unlinked(row: Row, links: tuple[str, ...], days: dict[str, date]) -> Row:
    day = row.get("started_on") or row.get("happened_on")
    later = {name for name in links if row.get(name) in days and days[row[name]] > day}
    return {name: None if name in later else value for name, value in row.items()}


def as_known_on(rows: Rows, day: date) -> Rows:
    """What had happened by the end of a day: later rows are not there, and what ended later is open."""
    return {name: [_cut(row, day) for row in of_table if not _later(row, day)] for name, of_table in rows.items()}


def _later(row: Row, day: date) -> bool:
    return any((row.get(name) or day) > day for name in ("started_on", "happened_on")) and "setting" not in row


def _cut(row: Row, day: date) -> Row:
    known = {name: None if name in ("ended_on", "died_on") and (row[name] or day) > day else row[name] for name in row}
    if (row.get("conference_decided_on") or day) > day:
        known |= {"conference_decided_on": None, "conference_not_required": None}
    return known | ({"ended_on": row["ended_on"]} if "setting" in row else {})


def _child(chance: random.Random, child: str) -> Rows:
    rows: Rows = {name: [] for name in TABLES}
    born = date(2004, 1, 1) + timedelta(days=chance.randrange(4500))
    died = _day(chance) if chance.random() < 0.03 else None
    rows["children"] = [_row("children", child_id=child, born_on=born, died_on=died)]

    def some(table: str, most: int, make: Callable[[], Row]) -> None:
        key = TABLES[table].key
        for number in range(chance.randrange(most + 1)):
            rows[table].append(_row(table, **{key: f"{child}-{table}-{number}", "child_id": child}, **make()))

    some("periods_of_care", 3, lambda: _spell(chance, 700))
    some("placements", 4, lambda: {**_spell(chance, 800), **_placement(chance, rows)})
    some("placement_conditions", 4, lambda: {**_spell(chance, 500), **_condition(chance, rows)})
    some("legal_statuses", 3, lambda: {**_spell(chance, 500), "status": _legal(chance)})
    some("care_episodes", 2, lambda: {**_spell(chance, 500), "legal_status": _legal(chance)})
    some("looked_after_reviews", 5, lambda: {**_event(chance), "cancelled": _maybe(chance)})
    some("health_checks", 2, lambda: {**_event(chance), **_health_check(chance)})
    some("referrals", 2, lambda: {**_spell(chance, 300), "no_further_action": _maybe(chance)})
    some("outcomes", 2, lambda: {**_outcome(rows)})
    some("contacts", 3, lambda: {**_event(chance), "already_open": _maybe(chance)})
    some("front_door_decisions", 3, lambda: {**_event(chance), **_decision(chance, rows)})
    some("assessments", 3, lambda: {**_spell(chance, 120), "referral_id": _one_of(chance, rows, "referrals")})
    some("section_47_enquiries", 2, lambda: {**_spell(chance, 60), **_enquiry(chance, rows)})
    some("strategy_discussions", 2, lambda: _discussion(chance, rows))
    some("conferences", 5, lambda: {**_event(chance), **_conference(chance, rows)})
    some("child_protection_plans", 2, lambda: {**_spell(chance, 500), **_plan(chance, rows)})
    some("child_in_need_plans", 2, lambda: {**_spell(chance, 500), **_plan(chance, rows, own=False)})
    some("visits", 14, lambda: {**_event(chance), **_visit(chance)})
    some("allocations", 2, lambda: {**_spell(chance, 600), **_allocation(chance, child)})
    rows["employments"] = [
        _row(
            "employments", employment_id=child, worker_id=f"{child}-adviser", role="personal_adviser", started_on=FIRST
        )
    ]
    return rows


def _row(table: str, **said: Any) -> Row:
    return {**dict.fromkeys(TABLES[table].names), **said}


def _day(chance: random.Random) -> date:
    """Days come in clumps, so that things coincide."""
    day = chance.randrange(DAYS)
    return FIRST + timedelta(days=day - day % 7 if chance.random() < 0.5 else day)


def _event(chance: random.Random) -> Row:
    return {"happened_on": _day(chance)}


def _spell(chance: random.Random, longest: int) -> Row:
    begun = _day(chance)
    lasts = chance.choice([0, 1, 7, 28, chance.randrange(longest), chance.randrange(longest), -3])
    return {"started_on": begun, "ended_on": None if chance.random() < 0.25 else begun + timedelta(days=lasts)}


def _maybe(chance: random.Random) -> bool | None:
    return chance.choice([True, False, False, None])


def _one_of(chance: random.Random, rows: Rows, table: str) -> str | None:
    found = [row[TABLES[table].key] for row in rows[table]]
    return chance.choice([*found, None])


def _legal(chance: random.Random) -> str:
    return chance.choice(["C1", "C2", "V2", "V3", "V4", "E1"])


def _placement(chance: random.Random, rows: Rows) -> Row:
    kind = chance.choice(["P1", "P1", "U1", "U4", "U6", "A3", "K2"])
    return {"placement_kind": kind, "care_id": _one_of(chance, rows, "periods_of_care")}


def _condition(chance: random.Random, rows: Rows) -> Row:
    return {"condition": chance.choice(CONDITIONS), "placement_id": _one_of(chance, rows, "placements")}


def _health_check(chance: random.Random) -> Row:
    kind = chance.choice(["initial_health_assessment", "health_assessment", "dental"])
    return {"check_kind": kind, "check_status": chance.choice(["Completed", None, "Refused"])}


def _outcome(rows: Rows) -> Row:
    """One day for all outcomes of a referral: they are one decision."""
    referral = next(iter(rows["referrals"]), None)
    number = len(rows["outcomes"])
    return {
        "happened_on": (referral["started_on"] if referral else FIRST) + timedelta(days=9),
        "outcome_of": "referral",
        "outcome_of_id": referral["referral_id"] if referral else None,
        "outcome": ("advice", "assessment")[number % 2],
    }


def _decision(chance: random.Random, rows: Rows) -> Row:
    return {
        "contact_id": _one_of(chance, rows, "contacts"),
        "outcome": chance.choice(["screening", "referral", None]),
    }


def _enquiry(chance: random.Random, rows: Rows) -> Row:
    decided = _day(chance) if chance.random() < 0.3 else None
    return {
        "conference_not_required": True if decided else None,
        "conference_decided_on": decided,
        "referral_id": _one_of(chance, rows, "referrals"),
    }


def _discussion(chance: random.Random, rows: Rows) -> Row:
    """An enquiry is not written down before the discussion that began it."""
    enquiry = chance.choice([*rows["section_47_enquiries"], None])
    if enquiry is None:
        return _event(chance)
    happened = enquiry["started_on"] - timedelta(days=chance.choice([0, 0, 3]))
    return {"happened_on": happened, "enquiry_id": enquiry["enquiry_id"], "began_enquiry": _maybe(chance)}


def _conference(chance: random.Random, rows: Rows) -> Row:
    kind = chance.choice(["initial", "transfer_in", "review", "review"])
    return {"conference_kind": kind, "enquiry_id": _one_of(chance, rows, "section_47_enquiries")}


def _plan(chance: random.Random, rows: Rows, *, own: bool = True) -> Row:
    every = chance.choice([None, None, 5, 14, 20, 60])
    if not own:
        return {"visit_every_days": every, "short_package": _maybe(chance)}
    other = chance.random() < 0.1
    return {"visit_every_days": every, "of_other_council": other, "conference_id": _one_of(chance, rows, "conferences")}


def _visit(chance: random.Random) -> Row:
    method = chance.choice(["face_to_face", "face_to_face", None, "video"])
    return {
        "purpose": chance.choice(["child_protection", "section_47", "child_in_need", "looked_after", "looked_after"]),
        "seen": chance.random() < 0.85,
        "method": method,
        "video_reason": "isolating" if method == "video" and chance.random() < 0.5 else None,
    }


def _allocation(chance: random.Random, child: str) -> Row:
    return {
        "role": chance.choice(["lead", "personal_adviser"]),
        "worker_id": chance.choice(["somebody", None, f"{child}-adviser"]),
    }
