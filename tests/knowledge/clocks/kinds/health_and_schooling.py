"""Health and schooling of children in care, for the oracle."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from onechild.knowledge.workdays.ages import birthday
from onechild.knowledge.workdays.lengths import Length, add
from tests.knowledge.clocks.drawing import a_row, a_spell, an_event
from tests.knowledge.clocks.kinds.holding import any_within, less, until
from tests.knowledge.clocks.oracle_journey import FAR, Child, Event, Spell

Row = dict[str, Any]
Rows = dict[str, list[Row]]
ASSESSMENTS = ("initial_health_assessment", "review_health_assessment", "health_assessment")


def _care(child: Child) -> list[Spell]:
    rows = child.rows["periods_of_care"]
    return list(child.pieces(rows, "care_id", lambda day: child.holds("short_breaks", day)))


def _aged(child: Child, since: int, to: int) -> Iterator[Spell]:
    if child.born_on is None:
        return
    first, after = birthday(child.born_on, since), birthday(child.born_on, to)
    for spell in _care(child):
        begun, ended = max(spell.started_on, first), until(spell.ended_on, after)
        if begun < (ended or FAR):
            yield Spell(spell.spell_id, begun, begun, ended)


def _done(child: Child, *kinds: str) -> list[date]:
    rows = child.rows["health_checks"]
    held = [row for row in rows if row["check_kind"] in kinds and row["check_status"] in (None, "Completed")]
    return [row["happened_on"] for row in held]


def _reviews_owed(child: Child) -> Iterator[Spell]:
    done = _done(child, *ASSESSMENTS)
    for spell in _care(child):
        since = add(spell.started_on, Length(-3, "month"))
        before = [day for day in done if since <= day <= spell.started_on]
        after = [day for day in done if spell.started_on < day < (spell.ended_on or FAR)]
        if before:
            yield Spell(spell.spell_id, spell.started_on, max(before), spell.ended_on)
        elif after:
            yield Spell(spell.spell_id, min(after), min(after), spell.ended_on)


def _reviews_held(child: Child) -> Iterator[Event]:
    for spell in _reviews_owed(child):
        for day in _done(child, *ASSESSMENTS):
            if day > spell.started_on:
                yield day, spell.spell_id


def _under_five(child: Child, day: date) -> bool:
    if child.born_on is None or not child.born_on <= day < birthday(child.born_on, 5):
        return False
    return any_within(child.rows["periods_of_care"], day) and not child.holds("short_breaks", day)


def _terms(child: Child) -> Iterator[Spell]:
    for spell in _aged(child, 5, 18):
        for term in child.rows["school_terms"]:
            day, after = term["started_on"], term["ended_on"]
            if spell.started_on <= day < (spell.ended_on or FAR):
                yield Spell(f"{spell.spell_id}/{term['school_term_id']}", day, after, until(spell.ended_on, after))


def _without_place(child: Child) -> Iterator[Spell]:
    terms = child.rows["school_terms"]
    for spell in less(child, _aged(child, 5, 16), lambda day: any_within(child.rows["school_places"], day)):
        if any(row["started_on"] <= spell.started_on for row in terms) and any(
            spell.started_on < row["ended_on"] for row in terms
        ):
            yield spell


SPELLS = {
    "care_outside_short_breaks": _care,
    "health_review_owed": _reviews_owed,
    "questionnaire_owed": lambda child: _aged(child, 4, 17),
    "personal_education_plan_owed": lambda child: _aged(child, 3, 18),
    "term_in_care": _terms,
    "without_school_place": _without_place,
}
CONDITIONS = {"under_five": _under_five}
EVENTS = {
    "health_review_held": _reviews_held,
    "dental_check_held": lambda child: [(day, None) for day in _done(child, "dental")],
    "questionnaire_scored": lambda child: [
        (row["happened_on"], None) for row in child.rows["strengths_and_difficulties"] if row["score"] is not None
    ],
    "personal_education_plan_made": lambda child: [
        (row["happened_on"], None) for row in child.rows["personal_education_plans"]
    ],
    "school_place_found": lambda child: [(row["started_on"], None) for row in child.rows["school_places"]],
}


def _school_terms() -> Iterator[Row]:
    for year in range(2018, 2027):
        for name, first, after in (
            ("autumn", (9, 3), (12, 20)),
            ("spring", (1, 6), (4, 1)),
            ("summer", (4, 18), (7, 22)),
        ):
            days = {"started_on": date(year, *first), "ended_on": date(year, *after)}
            yield a_row("school_terms", school_term_id=f"{name}-{year}", name=name, **days)


TERMS = tuple(_school_terms())


def draw(chance: random.Random, child: str, rows: Rows) -> None:
    """Checks, questionnaires, education plans and school places; the terms are the council's, the same for all."""

    def some(table: str, key: str, most: int, make: Any) -> None:
        for number in range(chance.randrange(most + 1)):
            rows[table].append(a_row(table, **{key: f"{child}-{table}-h{number}", "child_id": child}, **make()))

    some("health_checks", "health_check_id", 4, lambda: {**an_event(chance), **_check(chance)})
    some("strengths_and_difficulties", "questionnaire_id", 3, lambda: {**an_event(chance), **_questionnaire(chance)})
    some("personal_education_plans", "education_plan_id", 4, lambda: {**an_event(chance), "step": "review"})
    some("school_places", "school_place_id", 3, lambda: a_spell(chance, 500))
    rows["school_terms"] = list(TERMS)


def _check(chance: random.Random) -> Row:
    kind = chance.choice(["review_health_assessment", "review_health_assessment", "dental", "optical"])
    return {"check_kind": kind, "check_status": chance.choice(["Completed", None, "Refused"])}


def _questionnaire(chance: random.Random) -> Row:
    score = chance.choice([None, 3, 17])
    return {"score": score, "no_score_reason": None if score else "SDQ2"}
