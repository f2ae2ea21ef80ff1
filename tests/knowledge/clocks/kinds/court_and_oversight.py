"""Pre-proceedings, proceedings, private fostering, supervision, changes of worker, danger, for the oracle."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from onechild.knowledge.workdays.lengths import Length, add
from tests.knowledge.clocks.drawing import a_day, a_row, a_spell, an_event
from tests.knowledge.clocks.kinds.front_door import happened, seen, steps
from tests.knowledge.clocks.kinds.holding import any_within, first_after, times, until
from tests.knowledge.clocks.kinds.steps import work_ended, work_ends, worked_with
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

DAY = timedelta(days=1)
Row = dict[str, Any]
Rows = dict[str, list[Row]]
LEFT_CARE = ("Relevant", "Former Relevant", "Qualifying")


def _pre_ended(row: Row) -> date | None:
    return until(row["ended_on"], row["decided_on"], row["application_on"])


def _pre(day: str) -> Any:
    return lambda child: [
        Spell(row["pre_proceedings_id"], row[day], row[day], _pre_ended(row))
        for row in child.rows["pre_proceedings"]
        if row[day]
    ]


def _offers(child: Child) -> Iterator[tuple[date, str]]:
    for row in child.rows["pre_proceedings"]:
        if row["letter_on"] is None:
            continue
        if row["family_group_offered"]:
            yield row["letter_on"], row["pre_proceedings_id"]
        for one in steps(child, "family_group_offered"):
            if row["started_on"] <= one["happened_on"] <= (_pre_ended(row) or FAR):
                yield max(one["happened_on"], row["letter_on"]), row["pre_proceedings_id"]


def _to_hold(child: Child) -> Iterator[Spell]:
    for row in child.rows["pre_proceedings"]:
        days = [day for day, about in _offers(child) if about == row["pre_proceedings_id"]]
        if days:
            yield Spell(row["pre_proceedings_id"], min(days), min(days), _pre_ended(row))


def _asked(child: Child) -> list[Row]:
    return [row for row in child.rows["proceedings"] if row["application"] in (None, "care", "supervision")]


def _proceedings(child: Child) -> Iterator[Spell]:
    for row in _asked(child):
        yield Spell(row["proceedings_id"], row["started_on"], row["started_on"], row["ended_on"])


def _extensions(child: Child, row: Row) -> list[Row]:
    found = [
        one
        for one in steps(child, "proceedings_extended")
        if one["set_for_on"]
        and one["about_id"] in (None, row["proceedings_id"])
        and row["started_on"] < one["happened_on"] < (row["ended_on"] or FAR)
    ]
    return sorted(found, key=lambda one: (one["happened_on"], one["step_id"]))


def _first_time(child: Child) -> Iterator[Spell]:
    for row in _asked(child):
        first = [one["happened_on"] for one in _extensions(child, row)[:1]]
        yield Spell(row["proceedings_id"], row["started_on"], row["started_on"], until(row["ended_on"], *first))


def _extended_time(child: Child) -> Iterator[Spell]:
    for row in _asked(child):
        found = _extensions(child, row)
        for one, following in zip_longest(found, found[1:]):
            ends = until(row["ended_on"], following["happened_on"] if following else None)
            name = f"{row['proceedings_id']}/{one['step_id']}"
            yield Spell(name, one["happened_on"], one["set_for_on"], ends)


def _extended_concluded(child: Child) -> Iterator[Event]:
    for row in _asked(child):
        for one in _extensions(child, row):
            yield row["ended_on"], f"{row['proceedings_id']}/{one['step_id']}"


def _supervision_orders(child: Child) -> Iterator[Spell]:
    extended = [row["happened_on"] for row in steps(child, "supervision_order_extended")]
    for row in child.rows["proceedings"]:
        day = row["ended_on"]
        if row["final_order"] == "supervision" and day:
            year = add(day, Length(1, "year"))
            ends = until(year, first_after(day, extended), work_ended(child, day))
            yield Spell(row["proceedings_id"], day, day, ends)


def _extended_orders(child: Child) -> Iterator[Spell]:
    found = sorted(
        (row for row in steps(child, "supervision_order_extended") if row["set_for_on"]),
        key=lambda row: (row["happened_on"], row["step_id"]),
    )
    for row, following in zip_longest(found, found[1:]):
        day = row["happened_on"]
        ends = until(row["set_for_on"] + DAY, following["happened_on"] if following else None, work_ended(child, day))
        yield Spell(row["step_id"], day, row["set_for_on"], ends)


def _private(child: Child) -> Iterator[Spell]:
    for row in child.rows["private_fostering"]:
        day = row["notified_on"] or row["started_on"]
        yield Spell(row["private_fostering_id"], day, day, row["ended_on"])


def _after_a_year(child: Child, day: date) -> bool:
    return any(add(one.started_on, Length(1, "year")) <= day < (one.ended_on or FAR) for one in _private(child))


def _leads(child: Child) -> list[Row]:
    return [row for row in child.rows["allocations"] if row["role"] == "lead" and row["worker_id"]]


def _gone(child: Child) -> Iterator[Spell]:
    for row in _leads(child):
        day = row["ended_on"]
        if day is None or not worked_with(child, day):
            continue
        others = [one for one in _leads(child) if one["started_on"] < day < (one["ended_on"] or FAR)]
        if not others:
            yield Spell(row["allocation_id"], day, day, work_ends(child, day))


def _work_began(child: Child, day: date) -> date:
    return max(
        one
        for one in child.turning_days
        if one <= day and worked_with(child, one) and not worked_with(child, one - DAY)
    )


def _new_leads(child: Child) -> Iterator[Spell]:
    for row in _leads(child):
        day = row["started_on"]
        if not worked_with(child, day):
            continue
        began = _work_began(child, day)
        before = [
            one
            for one in _leads(child)
            if one["worker_id"] != row["worker_id"] and one["started_on"] < day and (one["ended_on"] or FAR) > began
        ]
        if before:
            yield Spell(row["allocation_id"], day, day, until(row["ended_on"], work_ends(child, day)))


def _seen_by_lead(child: Child) -> Iterator[Event]:
    for row in filter(seen, child.rows["visits"]):
        if row["worker_id"] is None:
            yield row["happened_on"], None
        for one in _leads(child):
            if one["worker_id"] == row["worker_id"]:
                yield row["happened_on"], one["allocation_id"]


def _missing_again(child: Child) -> Iterator[Spell]:
    episodes = sorted(child.rows["missing_episodes"], key=lambda row: (row["started_on"], row["missing_id"]))
    for number, row in enumerate(episodes):
        day = row["started_on"]
        long_on = day + 3 * DAY
        if number >= 2 and day - episodes[number - 2]["started_on"] < 90 * DAY:
            yield Spell(row["missing_id"], day, day, work_ends(child, day))
        elif (row["ended_on"] or FAR) >= long_on:
            yield Spell(row["missing_id"], long_on, long_on, work_ends(child, long_on))


def _incidents(day: str, *kinds: str) -> Any:
    return lambda child: [
        Spell(row["serious_incident_id"], row[day], row[day], None)
        for row in child.rows["serious_incidents"]
        if row[day] and (not kinds or row["incident_kind"] in kinds)
    ]


def _of_itself(table: str, key: str, on: str) -> Any:
    return lambda child: [(row[on], row[key]) for row in child.rows[table]]


SPELLS = {
    "pre_proceedings": _pre("started_on"),
    "pre_proceedings_letter_sent": _pre("letter_on"),
    "pre_proceedings_met": _pre("first_meeting_on"),
    "family_group_to_hold": _to_hold,
    "proceedings": _proceedings,
    "proceedings_in_first_time": _first_time,
    "proceedings_in_extended_time": _extended_time,
    "supervision_order": _supervision_orders,
    "supervision_order_in_extended_time": _extended_orders,
    "private_fostering": _private,
    "worked_with": lambda child: times(child, lambda day: worked_with(child, day)),
    "visit_to_write_up": lambda child: [
        Spell(row["visit_id"], row["happened_on"], row["happened_on"], None)
        for row in child.rows["visits"]
        if row["recorded_on"]
    ],
    "lead_worker_gone": _gone,
    "new_lead_worker": _new_leads,
    "missing_again": _missing_again,
    "serious_incident": _incidents("happened_on"),
    "rapid_review_owed": _incidents("notified_on", "harm"),
}
OUTLIVES = {"serious_incident": True, "rapid_review_owed": True}
CONDITIONS = {
    "private_fostering_after_a_year": _after_a_year,
    "looked_after": lambda child, day: any_within(child.rows["periods_of_care"], day),
    "care_leaver_supported": lambda child, day: any(
        row["eligibility"] in LEFT_CARE and within(row, day) for row in child.rows["leaving_care_eligibility"]
    ),
}
EVENTS = {
    "letter_before_proceedings": _of_itself("pre_proceedings", "pre_proceedings_id", "letter_on"),
    "pre_proceedings_meeting": _of_itself("pre_proceedings", "pre_proceedings_id", "first_meeting_on"),
    "pre_proceedings_concluded": lambda child: [
        (_pre_ended(row), row["pre_proceedings_id"]) for row in child.rows["pre_proceedings"]
    ],
    "family_group_offered_by_letter": _offers,
    "proceedings_concluded": lambda child: [(row["ended_on"], row["proceedings_id"]) for row in _asked(child)],
    "extended_proceedings_concluded": _extended_concluded,
    "case_management_hearing_held": lambda child: [
        (row["happened_on"], row["proceedings_id"])
        for row in child.rows["hearings"]
        if row["hearing_kind"] == "case_management" and row["held"]
    ],
    "private_fostering_visit_seen": happened("visits", lambda row: row["purpose"] == "private_fostering" and seen(row)),
    "case_supervised": happened("supervisions", lambda row: row["supervision_kind"] in (None, "case")),
    "visit_written_up": lambda child: [
        (max(row["recorded_on"], row["happened_on"]), row["visit_id"])
        for row in child.rows["visits"]
        if row["recorded_on"]
    ],
    "lead_worker_begun": lambda child: [(row["started_on"], None) for row in _leads(child)],
    "seen_by_lead_worker": _seen_by_lead,
    "serious_incident_notified": _of_itself("serious_incidents", "serious_incident_id", "notified_on"),
    "rapid_review_sent": _of_itself("serious_incidents", "serious_incident_id", "rapid_review_on"),
}


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """The rows of court and oversight; and who visited, when that was written, for visits that are there already."""

    def some(table: str, key: str, most: int, make: Any) -> None:
        for number in range(chance.randrange(most + 1)):
            ids = {key: f"{child}-more-{table}-{number}", "child_id": child}
            rows[table].append(a_row(table, **ids, **make()))

    def soon(day: date, chances: float = 0.7) -> date | None:
        return day + timedelta(days=chance.randrange(80)) if chance.random() < chances else None

    def pre() -> Row:
        row = a_spell(chance, 250)
        days = {name: soon(row["started_on"], 0.6) for name in ("letter_on", "first_meeting_on")}
        ends = {name: soon(row["started_on"], 0.2) for name in ("decided_on", "application_on")}
        return {**row, **days, **ends, "family_group_offered": chance.choice([True, False, None])}

    def court() -> Row:
        asked = chance.choice(["care", "supervision", "secure", None])
        return {**a_spell(chance, 400), "application": asked, "final_order": chance.choice(["supervision", "care"])}

    def hearing() -> Row:
        about = chance.choice([*(row["proceedings_id"] for row in rows["proceedings"]), "none"])
        kind = chance.choice(["case_management", "final"])
        return {**an_event(chance), "proceedings_id": about, "hearing_kind": kind, "held": chance.choice([True, None])}

    def private() -> Row:
        row = a_spell(chance, 900)
        return {**row, "notified_on": chance.choice([None, row["started_on"], a_day(chance)])}

    def incident() -> Row:
        row = an_event(chance)
        kind = chance.choice(["harm", "care_leaver_death"])
        days = {name: soon(row["happened_on"]) for name in ("notified_on", "rapid_review_on")}
        return {**row, "incident_kind": kind, **days}

    some("pre_proceedings", "pre_proceedings_id", 2, pre)
    some("proceedings", "proceedings_id", 2, court)
    some("hearings", "hearing_id", 2, hearing)
    some("private_fostering", "private_fostering_id", 1, private)
    some("serious_incidents", "serious_incident_id", 1, incident)
    some("missing_episodes", "missing_id", 4, lambda: a_spell(chance, 20))
    some(
        "supervisions",
        "supervision_id",
        3,
        lambda: {**an_event(chance), "worker_id": "w", "supervision_kind": chance.choice(["case", "group", None])},
    )
    some(
        "allocations",
        "allocation_id",
        3,
        lambda: {**a_spell(chance, 400), "role": "lead", "worker_id": chance.choice(["one", "two", "somebody", None])},
    )
    for row in rows["visits"]:
        row["worker_id"] = chance.choice(["somebody", "one", "two", f"{child}-adviser", None])
        row["recorded_on"] = soon(row["happened_on"] - 3 * DAY, 0.6)
        if chance.random() < 0.1:
            row["purpose"] = "private_fostering"
    for number, row in enumerate(rows["proceedings"]):
        if chance.random() < 0.5:
            row_id = chance.choice([row["proceedings_id"], None])
            day = row["started_on"] + timedelta(days=chance.randrange(1, 300))
            said = {"step": "proceedings_extended", "set_for_on": day + timedelta(days=56), "about_id": row_id}
            key = {"step_id": f"{child}-extended-{number}", "child_id": child, "happened_on": day}
            rows["steps_taken"].append(a_row("steps_taken", **key, **said))
