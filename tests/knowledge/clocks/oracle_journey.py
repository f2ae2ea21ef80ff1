"""A child's journey in plain Python: what holds on a day, what happened, and what opens a duty, from the rows alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any

from onechild.knowledge.clocks.terms import read_terms
from onechild.knowledge.workdays.ages import birthday
from onechild.knowledge.workdays.lengths import Length, add
from onechild.knowledge.workdays.schools import SchoolTerms

DAY = timedelta(days=1)
FAR = date(9999, 12, 31)
Row = dict[str, Any]
Event = tuple[date, str | None]


@dataclass(frozen=True)
class Spell:
    """What opens a duty."""

    spell_id: str
    started_on: date
    counted_from: date
    ended_on: date | None


def within(row: Row, day: date, starts: str = "started_on", ends: str = "ended_on") -> bool:
    """Whether the row's spell holds on a day."""
    return row[starts] <= day < (row[ends] or FAR)


class Child:
    """One child's rows of the standard tables, all columns there."""

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self.rows = rows
        self.held: dict[tuple[str, date], bool] = {}

    @cached_property
    def turning_days(self) -> list[date]:
        """Every day on which anything about the child may change."""
        found = {value for rows in self.rows.values() for row in rows for value in row.values() if type(value) is date}
        found |= {add(row["started_on"], Length(1, "year")) for row in self.rows["placements"]}
        told = {row["notified_on"] or row["started_on"] for row in self.rows["private_fostering"]}
        found |= {add(day, Length(1, "year")) for day in told}
        if self.born_on:
            found |= {birthday(self.born_on, age) for age in (3, 4, 5, 14, 15, 16, 17, 18, 21, 25)}
        return sorted(found)

    @cached_property
    def terms(self) -> SchoolTerms | None:
        """The council's school terms."""
        return read_terms(self.rows["school_terms"])

    @property
    def born_on(self) -> date | None:
        """The day of birth."""
        born: date | None = self.rows["children"][0]["born_on"]
        return born

    def standard(self, setting: str, day: date) -> int | None:
        """The council's number in force."""
        held = [row for row in self.rows["settings"] if row["setting"] == setting and within(row, day)]
        return int(max(held, key=lambda row: row["started_on"])["value"]) if held else None

    def own_intervals(self, kind: str | None, day: date) -> list[int]:
        """How often the plans that hold ask for a visit."""
        table = {
            "child_protection_plan_every": "child_protection_plans",
            "child_in_need_plan_every": "child_in_need_plans",
        }
        plans = [row for row in self.rows[table[str(kind)]] if not row.get("of_other_council") and within(row, day)]
        column = table[str(kind)].removesuffix("s") + "_id"
        named = {row["plan_id"] for row in plans}
        later = [row for row in self.rows.get("visit_intervals", []) if row[column] in named and within(row, day)]
        return [row["visit_every_days"] for row in plans if row["visit_every_days"]] + [
            row["every_days"] for row in later
        ]

    def holds(self, kind: str, day: date) -> bool:
        """Whether a kind of condition holds on a day."""
        if kind.endswith("_unreviewed"):
            plain = kind.removesuffix("_unreviewed")
            return self.holds(plain, day) and not self._reviewed(plain, day)
        if (kind, day) not in self.held:
            self.held[kind, day] = _known("CONDITIONS")[kind](self, day)
        return self.held[kind, day]

    def events(self, kind: str) -> Iterable[Event]:
        """The days on which a kind of event happened, with the spell it belongs to."""
        return [(day, about) for day, about in _known("EVENTS")[kind](self) if day]

    def spells(self, kind: str) -> list[Spell]:
        """What opens a duty, ended at the latest with the child's life."""
        died = None if kind in _known("OUTLIVES") else self.rows["children"][0]["died_on"]
        found = [replace(one, ended_on=min(one.ended_on or FAR, died or FAR)) for one in _known("SPELLS")[kind](self)]
        return [replace(one, ended_on=None if one.ended_on == FAR else one.ended_on) for one in found]

    def raw_spells(self, kind: str) -> list[Spell]:
        """Spells of a kind that others are made of, those of no length left out, and not yet ended with a life."""
        found: Iterable[Spell] = _known("SPELLS")[kind](self)
        return [one for one in found if one.started_on < (one.ended_on or FAR)]

    def _reviewed(self, kind: str, day: date) -> bool:
        began = day
        while self.holds(kind, began - DAY):
            began -= DAY
        return any(began < held <= day for held, _ in self.events("looked_after_review_held"))

    @cached_property
    def placements(self) -> list[Row]:
        """Placements, ended with the period of care they name."""
        ends = {row["care_id"]: row["ended_on"] or FAR for row in self.rows["periods_of_care"]}
        return [
            {**row, "ended_on": min(row["ended_on"] or FAR, ends.get(row["care_id"], FAR))}
            for row in self.rows["placements"]
        ]

    def placed(self, day: date, *kinds: str) -> bool:
        """Whether the child is in a placement of a kind."""
        return any(row["placement_kind"] in kinds and within(row, day) for row in self.placements)

    def legal(self, day: date, *statuses: str) -> bool:
        """Whether a legal status holds."""
        recorded = (row for row in self.rows["legal_statuses"] if row["status"] in statuses)
        episodes = (row for row in self.rows["care_episodes"] if row["legal_status"] in statuses)
        return any(within(row, day) for row in (*recorded, *episodes))

    def condition(self, day: date, *conditions: str) -> bool:
        """Whether a condition of a placement holds, within the placement that it names."""
        places = {row["placement_id"]: row for row in self.placements}
        return any(
            row["condition"] in conditions
            and within(row, day)
            and (row["placement_id"] not in places or within(places[row["placement_id"]], day))
            for row in self.rows["placement_conditions"]
        )

    def over_a_year(self, day: date) -> bool:
        """Whether any placement has lasted a year."""
        return any(add(row["started_on"], Length(1, "year")) <= day and within(row, day) for row in self.placements)

    def pieces(self, rows: Iterable[Row], key: str, blocked: Callable[[date], bool]) -> Iterator[Spell]:
        """What is left of spells on the days that nothing blocks."""
        for row in rows:
            last = row["ended_on"] or FAR
            days = [day for day in self.turning_days if row["started_on"] <= day < last]
            began: date | None = None
            for day in days:
                if not blocked(day) and began is None:
                    began = day
                if blocked(day) and began is not None:
                    yield _piece(row, key, began, day)
                    began = None
            if began is not None:
                yield _piece(row, key, began, row["ended_on"])


@cache
def _known(which: str) -> dict[str, Any]:
    """What this module knows and what each topic adds, which is read only when first asked: a topic reads this one."""
    from tests.knowledge.clocks import kinds

    return {**globals().get(which, {}), **kinds.known(which)}


def _piece(row: Row, key: str, began: date, ended: date | None) -> Spell:
    name = row[key] if began == row["started_on"] else f"{row[key]}/{began.isoformat()}"
    return Spell(name, began, began, ended)


def _plain(table: str, key: str) -> Callable[[Child], list[Spell]]:
    return lambda child: [
        Spell(row[key], row["started_on"], row["started_on"], row["ended_on"]) for row in child.rows[table]
    ]


def _contacts(child: Child) -> Iterator[Spell]:
    open_referrals = [row for row in child.rows["referrals"] if not row["no_further_action"]]
    for row in child.rows["contacts"]:
        day = row["happened_on"]
        worked = any(one["started_on"] < day < (one["ended_on"] or FAR) for one in open_referrals)
        if row["already_open"] is False or (row["already_open"] is None and not worked):
            yield Spell(row["contact_id"], day, day, None)


def _referrals(child: Child) -> Iterator[Spell]:
    assessed = (
        "assessment",
        "continue_assessment",
        "strategy_discussion",
        "section_47_enquiry",
        "looked_after_request",
    )
    for row in child.rows["referrals"]:
        said = [one for one in child.rows["outcomes"] if one["outcome_of_id"] == row["referral_id"] and one["outcome"]]
        other = bool(said) and not any(one["outcome"] in assessed for one in said)
        ends = [row["ended_on"] or FAR, min(one["happened_on"] for one in said) if other else FAR]
        if not row["no_further_action"]:
            yield Spell(row["referral_id"], row["started_on"], row["started_on"], min(ends))


def _enquiries(child: Child) -> Iterator[Spell]:
    closed = {row["referral_id"]: row["ended_on"] or FAR for row in child.rows["referrals"]}
    for row in child.rows["section_47_enquiries"]:
        began = [
            one["happened_on"]
            for one in child.rows["strategy_discussions"]
            if one["enquiry_id"] == row["enquiry_id"] and one["began_enquiry"]
        ]
        day = min(began, default=row["started_on"])
        said = max(day, row["conference_decided_on"] or row["ended_on"] or row["started_on"])
        dropped = said if row["conference_not_required"] or row["no_further_action"] else FAR
        yield Spell(row["enquiry_id"], day, day, min(dropped, closed.get(row["referral_id"], FAR)))


def _plans(child: Child) -> Iterator[Spell]:
    received = {
        row["conference_id"]: row["happened_on"]
        for row in child.rows["conferences"]
        if row["conference_kind"] == "transfer_in"
    }
    for row in child.rows["child_protection_plans"]:
        day = max(row["started_on"], received.get(row["conference_id"], row["started_on"]))
        if not row["of_other_council"]:
            yield Spell(row["plan_id"], day, day, row["ended_on"])


def _needs(child: Child) -> Iterator[Spell]:
    blocks = (*child.rows["child_protection_plans"], *child.rows["periods_of_care"])
    return child.pieces(
        child.rows["child_in_need_plans"], "plan_id", lambda day: any(within(row, day) for row in blocks)
    )


def _health(child: Child) -> Iterator[Spell]:
    checks = [day for day, _ in child.events("initial_health_assessment_held")]
    for spell in child.pieces(child.rows["periods_of_care"], "care_id", lambda day: child.holds("short_breaks", day)):
        since = add(spell.started_on, Length(-3, "month"))
        if not any(since <= day < spell.started_on for day in checks):
            yield spell


def _visits(child: Child, *purposes: str) -> list[Row]:
    return [row for row in child.rows["visits"] if row["seen"] and row["purpose"] in purposes]


def _in_person(rows: list[Row]) -> list[Event]:
    return [(row["happened_on"], None) for row in rows if row["method"] in (None, "face_to_face")]


IN_CARE = ("looked_after", "placed_for_adoption")

SPELLS: dict[str, Callable[[Child], Iterable[Spell]]] = {
    "contact_for_decision": _contacts,
    "referral_to_assess": _referrals,
    "assessment": lambda child: [replace(one, ended_on=None) for one in _plain("assessments", "assessment_id")(child)],
    "section_47_enquiry": _enquiries,
    "child_protection_plan": _plans,
    "child_in_need_plan": _needs,
    "placement": lambda child: [
        Spell(row["placement_id"], row["started_on"], row["started_on"], row["ended_on"]) for row in child.placements
    ],
    "looked_after": _plain("periods_of_care", "care_id"),
    "looked_after_not_in_short_breaks": _health,
}

CONDITIONS: dict[str, Callable[[Child, date], bool]] = {
    "short_package": lambda child, day: any(
        row["short_package"] and within(row, day) for row in child.rows["child_in_need_plans"]
    ),
    "placed_for_adoption": lambda child, day: child.placed(day, "A3", "A4", "A5", "A6"),
    "temporary_or_interim": lambda child, day: (
        child.condition(day, "temporary_approval", "extended_temporary_approval")
        or (child.placed(day, "P1") and child.legal(day, "C1"))
    ),
    "parents_before_assessment": lambda child, day: child.condition(day, "parents_before_assessment"),
    "care_order_with_parent": lambda child, day: child.placed(day, "P1") and child.legal(day, "C2"),
    "other_arrangements": lambda child, day: child.condition(day, "other_arrangements"),
    "short_breaks": lambda child, day: child.condition(day, "short_breaks") or child.legal(day, "V3", "V4"),
    "long_term_fewer_visits": lambda child, day: child.over_a_year(day) and child.condition(day, "fewer_visits_agreed"),
    "over_a_year_until_18": lambda child, day: (
        child.over_a_year(day) and (child.placed(day, "U1", "U4") or child.condition(day, "intended_to_18"))
    ),
}

EVENTS: dict[str, Callable[[Child], Iterable[Event]]] = {
    "contact_decided": lambda child: [
        (row["happened_on"], row["contact_id"])
        for row in child.rows["front_door_decisions"]
        if row["outcome"] != "screening"
    ],
    "assessment_of_referral_authorised": lambda child: [
        (row["ended_on"], row["referral_id"]) for row in child.rows["assessments"]
    ],
    "assessment_authorised": lambda child: [
        (row["ended_on"], row["assessment_id"]) for row in child.rows["assessments"]
    ],
    "initial_conference_held": lambda child: [
        (row["happened_on"], row["enquiry_id"])
        for row in child.rows["conferences"]
        if row["conference_kind"] in ("initial", "transfer_in")
    ],
    "review_conference_held": lambda child: [
        (row["happened_on"], None) for row in child.rows["conferences"] if row["conference_kind"] == "review"
    ],
    "child_protection_visit_seen": lambda child: _in_person(_visits(child, "child_protection", "section_47")),
    "child_in_need_visit_seen": lambda child: _in_person(_visits(child, "child_in_need")),
    "looked_after_visit_seen": lambda child: _in_person(_visits(child, *IN_CARE)),
    "looked_after_visit_at_a_distance": lambda child: [
        (row["happened_on"], None)
        for row in _visits(child, *IN_CARE)
        if row["method"] in ("video", "telephone") and row["video_reason"] is not None
    ],
    "looked_after_review_held": lambda child: [
        (row["happened_on"], None) for row in child.rows["looked_after_reviews"] if not row["cancelled"]
    ],
    "initial_health_assessment_held": lambda child: [
        (row["happened_on"], None)
        for row in child.rows["health_checks"]
        if row["check_kind"] in ("initial_health_assessment", "health_assessment")
        and row["check_status"] in (None, "Completed")
    ],
}
