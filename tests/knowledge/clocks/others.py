"""Subjects that are no children for the oracle: their kinds in plain Python, and contradictory rows drawn of each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from onechild.knowledge.clocks.subjects import OTHERS
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.workdays import is_working_day
from onechild.knowledge.workdays.lengths import Length, add
from tests.knowledge.clocks.drawing import a_day, a_row, a_spell, an_event
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell, within

DAY = timedelta(days=1)
Row = dict[str, Any]
Rows = dict[str, list[Row]]


class Subject(Child):
    """One subject's rows, asked as a child's are."""

    @cached_property
    def turning_days(self) -> list[date]:
        """Every day on which anything may change."""
        found = {value for rows in self.rows.values() for row in rows for value in row.values() if type(value) is date}
        years = [row["started_on"] for row in self.rows["assessed_years"]]
        found |= {add(day, length) for day in years for length in (Length(6, "week"), Length(6, "month"))}
        found |= {row["started_on"] + 14 * DAY for row in self.rows["absences"]}
        return sorted(found)

    def holds(self, kind: str, day: date) -> bool:
        """Whether a kind of condition holds on a day."""
        return CONDITIONS[kind](self, day)

    def events(self, kind: str) -> Iterable[Event]:
        """The days on which a kind of event happened, with the spell it belongs to."""
        return [(day, about) for day, about in EVENTS[kind](self) if day]

    def spells(self, kind: str) -> list[Spell]:
        """What opens a duty."""
        return [one for one in SPELLS[kind](self) if one.started_on < (one.ended_on or FAR)]


def _of(table: str, starts: str, *ends: str) -> Callable[[Subject], Iterator[Spell]]:
    def found(subject: Subject) -> Iterator[Spell]:
        for row in subject.rows[table]:
            last = min((row[end] or FAR for end in ends), default=FAR)
            if row[starts]:
                yield Spell(row[TABLES[table].key], row[starts], row[starts], None if last == FAR else last)

    return found


def _household(subject: Subject) -> list[Spell]:
    rows = [row for row in subject.rows["fostering_households"] if row["household_kind"] != "supported_lodgings"]
    return [Spell(row["household_id"], row["started_on"], row["started_on"], row["ended_on"]) for row in rows]


def _counted_from_the_last(check: str) -> Callable[[Subject], Iterator[Spell]]:
    def found(subject: Subject) -> Iterator[Spell]:
        for one in _household(subject):
            before = [day for day, _ in _checked(check)(subject) if day < one.started_on]
            yield Spell(one.spell_id, one.started_on, max(before, default=one.started_on), one.ended_on)

    return found


def _checked(check: str) -> Callable[[Subject], list[Event]]:
    return lambda subject: [
        (row["happened_on"], None) for row in subject.rows["household_checks"] if row["check_kind"] == check
    ]


def _in_training(subject: Subject) -> list[Spell]:
    done = [day for day, _ in _checked("training_standards")(subject)]
    return [one for one in _household(subject) if not any(day < one.started_on for day in done)]


def _minutes(subject: Subject) -> Iterator[Spell]:
    for row in subject.rows["fostering_applications"]:
        day = row["panel_minutes_on"] or row["panel_on"]
        if day:
            yield Spell(row["fostering_application_id"], day, day, row["withdrawn_on"])


def _to_supervise(subject: Subject) -> Iterator[Spell]:
    roles = ("student", "service_manager", "other")
    posts = [row for row in subject.rows["employments"] if row["role"] not in roles]
    absences, years = subject.rows["absences"], subject.rows["assessed_years"]

    def away(day: date) -> bool:
        long = any(row["started_on"] + 14 * DAY <= day < (row["ended_on"] or FAR) for row in absences)
        return long or any(within(row, day) for row in years)

    return subject.pieces(_employed(subject, posts), "id", away)


def _employed(subject: Subject, posts: list[Row]) -> list[Row]:
    """The unbroken times in any of the posts, each by its first day."""
    found: list[Row] = []
    began: date | None = None
    for day in subject.turning_days:
        held = any(within(row, day) for row in posts)
        if held and began is None:
            began = day
        if not held and began is not None:
            found.append({"id": began.isoformat(), "started_on": began, "ended_on": day})
            began = None
    if began is not None:
        found.append({"id": began.isoformat(), "started_on": began, "ended_on": None})
    return found


def _registrations(subject: Subject) -> Iterator[Spell]:
    if not subject.rows["workers"][0]["registered"]:
        return
    for post in _employed(subject, subject.rows["employments"]):
        for year in range(1990, 2061):
            opens, closes = date(year, 9, 1), date(year + 1, 9, 1) if year < 2060 else FAR
            if post["started_on"] <= opens < (post["ended_on"] or FAR):
                last = min(closes, post["ended_on"] or FAR)
                yield Spell(opens.isoformat(), opens, opens, None if last == FAR else last)


def _waiting(subject: Subject, day: date, *kinds: str) -> bool:
    return any(within(row, day) and row["pause_kind"] in kinds for row in subject.rows["request_pauses"])


WAITS = ("clarification", "identity", "fee")


def _subject_access(subject: Subject) -> Iterator[Spell]:
    (row,) = subject.rows["information_requests"]
    if row["request_kind"] != "subject_access":
        return
    paused = any(pause["pause_kind"] == "identity" for pause in subject.rows["request_pauses"])
    valid = row["happened_on"] if paused else max(row["identity_on"] or row["happened_on"], row["happened_on"])
    key, done = row["information_request_id"], min(row["withdrawn_on"] or FAR, row["answered_on"] or FAR)
    told = row["extended_on"]
    parts = [({"id": key, "started_on": valid, "ended_on": min(done, told or FAR)}, Length(1, "month"))]
    if told:
        longer = {"id": f"{key}/extended", "started_on": max(told, valid), "ended_on": done}
        parts.append((longer, Length(3, "month")))
    for part, length in parts:
        for piece in subject.pieces([part], "id", lambda day: _waiting(subject, day, *WAITS)):
            days = ((valid + n * DAY) for n in range((piece.started_on - valid).days))
            due = add(valid, length) + DAY * sum(_waiting(subject, day, *WAITS) for day in days)
            while not is_working_day(due):
                due += DAY
            yield Spell(piece.spell_id, piece.started_on, due, None if piece.ended_on == FAR else piece.ended_on)


def _freedom(subject: Subject) -> Iterator[Spell]:
    (row,) = subject.rows["information_requests"]
    if row["request_kind"] != "freedom_of_information":
        return
    asked, done = row["happened_on"], min(row["withdrawn_on"] or FAR, row["answered_on"] or FAR)
    whole = {"id": row["information_request_id"], "started_on": asked, "ended_on": done}
    for piece in subject.pieces([whole], "id", lambda day: _waiting(subject, day, "fee")):
        ended = None if piece.ended_on == FAR else piece.ended_on
        counted = asked if piece.started_on == asked else _twentieth(subject, asked, piece.started_on)
        yield Spell(piece.spell_id, piece.started_on, counted, ended)


def _twentieth(subject: Subject, asked: date, resumed: date) -> date:
    """The twentieth working day after, no day counted on which a fee was awaited or noticed or paid."""
    fees = [
        (row["started_on"], row["ended_on"])
        for row in subject.rows["request_pauses"]
        if row["pause_kind"] == "fee" and row["ended_on"] and row["started_on"] < row["ended_on"] <= resumed
    ]
    day, left = asked, 20
    while left:
        day += DAY
        awaited = any(noticed <= day <= paid for noticed, paid in fees)
        left -= is_working_day(day, calendar="uk_any") and not awaited
    return day


def _after_a_fee(subject: Subject, day: date) -> bool:
    fees = [
        row["ended_on"]
        for row in subject.rows["request_pauses"]
        if row["pause_kind"] == "fee" and row["ended_on"] and row["started_on"] < row["ended_on"]
    ]
    return any(paid <= day for paid in fees)


def _on(table: str, column: str, *, about: bool = True) -> Callable[[Subject], list[Event]]:
    key = TABLES[table].key
    return lambda subject: [(row[column], row[key] if about else None) for row in subject.rows[table]]


def _seen(*kinds: str) -> Callable[[Subject], list[Event]]:
    return lambda subject: [
        (row["happened_on"], None) for row in subject.rows["household_reviews"] if row["review_kind"] in kinds
    ]


def _earlier(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


def _first_of(length: Length) -> Callable[[Subject, date], bool]:
    return lambda subject, day: any(
        within(row, day) and day < add(row["started_on"], length) for row in subject.rows["assessed_years"]
    )


SPELLS: dict[str, Callable[[Subject], Iterable[Spell]]] = {
    "fostering_household": _household,
    "household_certified": _counted_from_the_last("certificate"),
    "household_examined": _counted_from_the_last("medical"),
    "household_in_training": _in_training,
    "fostering_application": _of("fostering_applications", "happened_on", "withdrawn_on", "decided_on"),
    "fostering_panel_minutes": _minutes,
    "adopter_stage_1": _of("adopters", "stage_1_started_on", "left_on", "stage_2_started_on"),
    "adopter_stage_2": _of("adopters", "stage_2_started_on", "left_on", "approved_on"),
    "complaint_stage_1": _of("complaints", "happened_on", "closed_on", "stage_2_requested_on"),
    "complaint_stage_2": _of("complaints", "stage_2_requested_on", "closed_on", "panel_requested_on"),
    "complaint_panel_requested": _of("complaints", "panel_requested_on", "closed_on"),
    "complaint_panel_met": _of("complaints", "panel_met_on", "closed_on"),
    "complaint_panel_reported": _of("complaints", "panel_reported_on", "closed_on"),
    "allegation_to_report": _of("allegations", "happened_on", "resolved_on"),
    "allegation_with_officer": _of("allegations", "reported_on"),
    "worker_to_supervise": _to_supervise,
    "assessed_year": _of("assessed_years", "started_on", "ended_on"),
    "registration_to_renew": _registrations,
    "subject_access": _subject_access,
    "freedom_of_information": _freedom,
}
CONDITIONS: dict[str, Callable[[Subject, date], bool]] = {
    "connected_household": lambda subject, day: any(
        row["household_kind"] == "connected" and within(row, day) for row in subject.rows["fostering_households"]
    ),
    "complaint_stage_1_extended": lambda subject, day: any(
        row["stage_1_extended_on"] and row["stage_1_extended_on"] <= day < (row["closed_on"] or FAR)
        for row in subject.rows["complaints"]
    ),
    "complaint_stage_2_extended": lambda subject, day: any(
        row["stage_2_extended_on"] and row["stage_2_extended_on"] <= day < (row["closed_on"] or FAR)
        for row in subject.rows["complaints"]
    ),
    "assessed_year_to_six_weeks": _first_of(Length(6, "week")),
    "assessed_year_to_six_months": _first_of(Length(6, "month")),
    "freedom_of_information_after_a_fee": _after_a_fee,
}
EVENTS: dict[str, Callable[[Subject], Iterable[Event]]] = {
    "household_reviewed": _seen("review"),
    "household_visited_unannounced": _seen("unannounced_visit"),
    "household_visited": _seen("supervising_visit", "unannounced_visit"),
    "household_certificate_given": _checked("certificate"),
    "household_medical_held": _checked("medical"),
    "household_training_completed": _checked("training_standards"),
    "fostering_panel_recommended": _on("fostering_applications", "panel_on"),
    "fostering_application_decided": _on("fostering_applications", "decided_on"),
    "adopter_stage_1_ended": lambda subject: [
        (_earlier(row["stage_1_ended_on"], row["stage_2_started_on"]), row["adopter_id"])
        for row in subject.rows["adopters"]
    ],
    "adopter_stage_2_ended": lambda subject: [
        (_earlier(row["stage_2_ended_on"], row["approved_on"]), row["adopter_id"]) for row in subject.rows["adopters"]
    ],
    "complaint_stage_1_answered": _on("complaints", "stage_1_answered_on"),
    "complaint_stage_2_answered": _on("complaints", "stage_2_answered_on"),
    "complaint_panel_held": _on("complaints", "panel_met_on"),
    "complaint_panel_told": _on("complaints", "panel_reported_on"),
    "complaint_panel_answered": _on("complaints", "panel_answered_on"),
    "allegation_reported": _on("allegations", "reported_on"),
    "allegation_resolved": _on("allegations", "resolved_on"),
    "worker_supervised": lambda subject: [
        (row["happened_on"], None)
        for row in subject.rows["supervisions"]
        if row["supervision_kind"] == "own" or (row["supervision_kind"] is None and row["child_id"] is None)
    ],
    "assessed_year_reviewed": lambda subject: [
        (row["happened_on"], row["assessed_year_id"]) for row in subject.rows["assessed_year_reviews"]
    ],
    "registration_renewed": _on("registration_renewals", "happened_on", about=False),
    "information_request_answered": _on("information_requests", "answered_on", about=False),
}


def others(*, seed: int, each: int) -> dict[str, Rows]:
    """Rows of each subject by its id, so many of each kind, without settings."""
    return {f"{kind}-{n}": _drawn(f"{kind}-{n}", kind, seed) for kind in OTHERS for n in range(each)}


def _drawn(key: str, kind: str, seed: int) -> Rows:
    chance = random.Random(f"{seed} {key}")
    rows: Rows = {name: [] for name in TABLES}

    def put(table: str, most: int, owner: str, make: Callable[[], Row], *, least: int = 0) -> None:
        for number in range(max(least, chance.randrange(most + 1))):
            own = {TABLES[table].key: f"{key}-{table}-{number}", owner: key}
            rows[table].append(a_row(table, **{**own, **make()}))

    def one(table: str, **said: Any) -> None:
        rows[table].append(a_row(table, **{TABLES[table].key: key, **said}))

    def some(*columns: str, least: float = 0.6) -> Row:
        return {column: a_day(chance) if chance.random() < least else None for column in columns}

    if kind == "household":
        one("fostering_households", **a_spell(chance, 900), household_kind=chance.choice(KINDS))
        put("household_reviews", 9, "household_id", lambda: {**an_event(chance), "review_kind": chance.choice(REVIEWS)})
        put("household_checks", 5, "household_id", lambda: {**an_event(chance), "check_kind": chance.choice(CHECKS)})
    elif kind == "application":
        one("fostering_applications", **an_event(chance), **some(*STEPS_TO_FOSTER, least=0.4))
    elif kind == "adopter":
        one("adopters", **some(*STEPS_TO_ADOPT, least=0.5))
    elif kind == "complaint":
        steps = [column.name for column in TABLES["complaints"].columns if column.name.endswith("_on")]
        told = [name for name in steps if name not in ("happened_on", "recorded_on", "closed_on")]
        one("complaints", **an_event(chance), **some(*told), **some("closed_on", least=0.3))
    elif kind == "allegation":
        one("allegations", **an_event(chance), **some("reported_on", "resolved_on"))
    elif kind == "request":
        law = chance.choice(["subject_access", "freedom_of_information"])
        dates = some("identity_on", "extended_on", "answered_on", "withdrawn_on", least=0.3)
        one("information_requests", **an_event(chance), **dates, request_kind=law)
        owner = "information_request_id"
        put("request_pauses", 3, owner, lambda: {**a_spell(chance, 60), "pause_kind": chance.choice(WAITS)})
    else:
        one("workers", registered=chance.choice([True, True, None, False]))
        put("employments", 3, "worker_id", lambda: {**a_spell(chance, 900), "role": chance.choice(ROLES)})
        put("absences", 3, "worker_id", lambda: a_spell(chance, 60))
        put("assessed_years", 1, "worker_id", lambda: a_spell(chance, 400))
        put("supervisions", 14, "worker_id", lambda: {**an_event(chance), "supervision_kind": chance.choice(HOW)})
        put("assessed_year_reviews", 4, "worker_id", lambda: {**an_event(chance), **_of_year(chance, rows)})
        put("registration_renewals", 3, "worker_id", lambda: an_event(chance))
    rows["children"] = []
    return rows


def _of_year(chance: random.Random, rows: Rows) -> Row:
    return {"assessed_year_id": chance.choice([None, *(row["assessed_year_id"] for row in rows["assessed_years"])])}


KINDS = ("mainstream", "connected", "supported_lodgings", None)
REVIEWS = ("review", "unannounced_visit", "supervising_visit")
CHECKS = ("certificate", "medical", "training_standards")
STEPS_TO_FOSTER = ("panel_on", "panel_minutes_on", "decided_on", "withdrawn_on")
STEPS_TO_ADOPT = (
    "stage_1_started_on",
    "stage_1_ended_on",
    "stage_2_started_on",
    "stage_2_ended_on",
    "approved_on",
    "left_on",
)
ROLES = ("social_worker", "newly_qualified", "service_manager", None)
HOW = ("own", "own", "case", "group", None)
