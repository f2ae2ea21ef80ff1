"""Children whose rows contradict one another as real rows do: overlaps, ends before starts, days outside a spell."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.workdays.hours import london
from tests.knowledge.clocks import kinds
from tests.knowledge.clocks.drawing import DAYS, FIRST, a_day, a_row, a_spell, an_event

__all__ = ["DAYS", "FIRST", "as_known_on", "council", "together", "without_foresight"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]

SETTINGS = (
    ("child_protection_visit_days", 28, date(2016, 1, 1), date(2020, 3, 1)),
    ("child_protection_visit_days", 14, date(2020, 3, 1), None),
    ("child_in_need_visit_working_days", 10, date(2020, 6, 1), date(2021, 1, 1)),
    ("personal_adviser_age", 15, date(2020, 9, 1), None),
    ("family_group_offer_days", 1, date(2019, 9, 1), date(2021, 6, 1)),
    ("family_group_meeting_working_days", 10, date(2019, 9, 1), None),
    ("conference_report_initial_working_days", 3, date(2020, 9, 1), None),
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
        a_row("settings", setting_id=str(number), setting=name, value=float(value), started_on=begun, ended_on=ended)
        for number, (name, value, begun, ended) in enumerate(SETTINGS)
    ]
    drawn = {f"{n}": {**_child(chance, f"{n}"), "settings": settings} for n in range(children)}
    for child, rows in drawn.items():
        kinds.draw(f"{seed} {child}", child, rows)
    return drawn


def together(children: dict[str, Rows]) -> Rows:
    """The rows of all children, those of the council once."""
    every = list(children.values())
    found = {name: [row for rows in every for row in rows[name]] for name in TABLES if name not in OF_COUNCIL}
    return {**found, **{name: every[0][name] for name in OF_COUNCIL}}


OF_COUNCIL = ("settings", "school_terms")


def without_foresight(rows: Rows) -> Rows:
    """The rows, none of which names another that comes after it: nobody can write that down.

    A private fostering arrangement is known from the day the council was told of it.
    """
    days = {
        row[TABLES[name].key]: row.get("started_on") or row.get("happened_on")
        for name in ("conferences", "periods_of_care", "placements", "referrals")
        for row in rows[name]
    }
    links = ("conference_id", "care_id", "placement_id", "referral_id")
    private = [{**row, "started_on": row["notified_on"] or row["started_on"]} for row in rows["private_fostering"]]
    return {
        name: [row if name in OWN_KEYS else _unlinked(row, links, days) for row in of_table]
        for name, of_table in ({**rows, "private_fostering": private}).items()
    }


OWN_KEYS = ("conferences", "periods_of_care", "referrals")


def _unlinked(row: Row, links: tuple[str, ...], days: dict[str, date]) -> Row:
    day = row.get("started_on") or row.get("happened_on")
    later = {name for name in links if day and row.get(name) in days and days[row[name]] > day}
    return {name: None if name in later else value for name, value in row.items()}


def as_known_on(rows: Rows, day: date) -> Rows:
    """What had happened by the end of a day: later rows are not there, and what ended later is open."""
    known = {name: [_cut(row, day) for row in of_table if not _later(row, day)] for name, of_table in rows.items()}
    offered_later = {row["missing_id"] for row in rows.get("return_interviews", ()) if _later(row, day)}
    for episode in known.get("missing_episodes", ()):
        if episode["missing_id"] in offered_later:
            episode["interview_offered"] = None
    return known


def _later(row: Row, day: date) -> bool:
    return any(
        (row.get(name) or day) > day for name in ("started_on", "happened_on", "offered_on")
    ) and not _of_council(row)


def _day_of(value: Any, day: date) -> date:
    """The day of a date or a moment; of all else a day that is not later."""
    if isinstance(value, datetime):
        return london(value)
    return value if isinstance(value, date) else day


def _of_council(row: Row) -> bool:
    """Whether the row is the council's own, known in advance."""
    return "setting" in row or "school_term_id" in row


def _cut(row: Row, day: date) -> Row:
    """A row as it stood: no day after that one, but days set for something to come, and nothing said on one."""
    if _of_council(row):
        return row
    if "expected_on" in row and (row["born_on"] or day) > day:
        row = {**row, "expected_on": row["born_on"]}
    later = {name for name, value in row.items() if name not in SET_FOR and _day_of(value, day) > day}
    return {name: None if name in later or SAID_ON.get(name) in later else value for name, value in row.items()}


SET_FOR = (
    "born_on",
    *(
        "set_for_on",
        "target_on",
        "conference_target_on",
        "planned_on",
        "expected_on",
        "due_on",
        "expires_on",
        "expires_at",
    ),
    # What had happened is known here from its day, whenever it was written down.
    *("recorded_on", "end_recorded_on"),
)
# What is said on a day of its own, by that day's column.
SAID_ON = {
    "conference_not_required": "conference_decided_on",
    "outcome": "decided_on",
    "assessment_outcome": "assessment_decided_on",
}


def _child(chance: random.Random, child: str) -> Rows:
    rows: Rows = {name: [] for name in TABLES}
    born = date(2004, 1, 1) + timedelta(days=chance.randrange(4500))
    died = a_day(chance) if chance.random() < 0.03 else None
    rows["children"] = [a_row("children", child_id=child, born_on=born, died_on=died)]

    def some(table: str, most: int, make: Callable[[], Row]) -> None:
        key = TABLES[table].key
        for number in range(chance.randrange(most + 1)):
            rows[table].append(a_row(table, **{key: f"{child}-{table}-{number}", "child_id": child}, **make()))

    some("periods_of_care", 3, lambda: a_spell(chance, 700))
    some("placements", 4, lambda: {**a_spell(chance, 800), **_placement(chance, rows)})
    some("placement_conditions", 4, lambda: {**a_spell(chance, 500), **_condition(chance, rows)})
    some("legal_statuses", 3, lambda: {**a_spell(chance, 500), "status": _legal(chance)})
    some("care_episodes", 2, lambda: {**a_spell(chance, 500), "legal_status": _legal(chance)})
    some("looked_after_reviews", 5, lambda: {**an_event(chance), "cancelled": _maybe(chance)})
    some("health_checks", 2, lambda: {**an_event(chance), **_health_check(chance)})
    some("referrals", 2, lambda: {**a_spell(chance, 300), "no_further_action": _maybe(chance)})
    some("outcomes", 2, lambda: {**_outcome(rows)})
    some("contacts", 3, lambda: {**an_event(chance), "already_open": _maybe(chance)})
    some("front_door_decisions", 3, lambda: {**an_event(chance), **_decision(chance, rows)})
    some("assessments", 3, lambda: {**a_spell(chance, 120), "referral_id": _one_of(chance, rows, "referrals")})
    some("section_47_enquiries", 2, lambda: {**a_spell(chance, 60), **_enquiry(chance, rows)})
    some("strategy_discussions", 2, lambda: _discussion(chance, rows))
    some("conferences", 5, lambda: {**an_event(chance), **_conference(chance, rows)})
    some("child_protection_plans", 2, lambda: {**a_spell(chance, 500), **_plan(chance, rows)})
    some("child_in_need_plans", 2, lambda: {**a_spell(chance, 500), **_plan(chance, rows, own=False)})
    some("visits", 14, lambda: {**an_event(chance), **_visit(chance)})
    some("allocations", 2, lambda: {**a_spell(chance, 600), **_allocation(chance, child)})
    rows["employments"] = [
        a_row(
            "employments", employment_id=child, worker_id=f"{child}-adviser", role="personal_adviser", started_on=FIRST
        )
    ]
    return rows


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
    decided = a_day(chance) if chance.random() < 0.3 else None
    return {
        "conference_not_required": True if decided else None,
        "conference_decided_on": decided,
        "referral_id": _one_of(chance, rows, "referrals"),
    }


def _discussion(chance: random.Random, rows: Rows) -> Row:
    """An enquiry is not written down before the discussion that began it."""
    enquiry = chance.choice([*rows["section_47_enquiries"], None])
    if enquiry is None:
        return an_event(chance)
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
