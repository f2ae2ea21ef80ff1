"""Health of children in care: assessments, dentists, immunisations, and the answers of each 31 March."""

from __future__ import annotations

import random
from datetime import date

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import YEAR, number, same_or_next_working, working_after
from onechild.knowledge.invented.records.protection_files import last_day
from onechild.knowledge.invented.rows import Row


def write_health(council: Council, *, until: int) -> None:
    """This function will write the health records of every period of care up to a day."""
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            chance = council.stream("health", care["care_id"])
            _assessments(council, care, chance, until)
            _yearly(council, care, until)


def _assessments(council: Council, care: Row, chance: random.Random, until: int) -> None:
    asked = working_after(care["started_on"], chance.randint(1, 8))
    held = working_after(
        care["started_on"], chance.randint(12, 20) if chance.random() < 0.72 else chance.randint(21, 45)
    )
    day, count = held, 0
    while day < last_day(care, until):
        kind = "initial_health_assessment" if count == 0 else "review_health_assessment"
        _check(council, care, chance, f"H{count}", kind, day, asked)
        under_five = day - council.born.get(care["child_id"], 0) < 5 * YEAR
        asked = day + (140 if under_five else 320)
        day = same_or_next_working(
            day + int(chance.triangular(140, 192, 172) if under_five else chance.triangular(310, 385, 350))
        )
        count += 1
    chance = council.stream("teeth", care["care_id"])
    day, count = care["started_on"] + chance.randint(30, 120), 0
    while day < last_day(care, until):
        _check(council, care, chance, f"T{count}", "dental", same_or_next_working(day), None)
        day += int(chance.triangular(160, 420, 200)) + (
            330 if number(date(2020, 3, 20)) < day < number(date(2020, 12, 1)) else 0
        )
        count += 1


def _check(
    council: Council, care: Row, chance: random.Random, place: str, kind: str, day: int, asked: int | None
) -> None:
    refused = chance.random() < 0.03
    council.book.write(
        "health_checks",
        health_check_id=f"{care['care_id']}{place}", child_id=care["child_id"], happened_on=day, check_kind=kind,
        check_status="Refused" if refused else "Completed", requested_on=asked,
        reported_on=None if refused else day + 6,
        recorded_on=day + lag(chance),
    )  # fmt: skip


def _yearly(council: Council, care: Row, until: int) -> None:
    """The answers as at each 31 March for a child who had been looked after for a year, and what they rest on."""
    for year in range(2016, 2061):
        day = number(date(year, 3, 31))
        if day > until or (care.get("ended_on") is not None and care["ended_on"] <= day):
            return
        if care["started_on"] <= day - 365:
            _year(council, care, day, council.stream("year", care["care_id"], year))


def _year(council: Council, care: Row, day: int, chance: random.Random) -> None:
    years = (day - council.born.get(care["child_id"], 0)) / YEAR
    scored = 4 <= years < 17 and chance.random() < 0.82
    unscored = "SDQ1" if not 4 <= years < 17 else choose(chance, (("SDQ2", 4), ("SDQ4", 4), ("SDQ5", 2)))
    misuse = years > 12 and chance.random() < 0.09
    answers = {
        "sdq_score": max(0, min(40, int(chance.gauss(14.2, 7)))) if scored else None,
        "sdq_reason": None if scored else unscored,
        "substance_misuse": misuse,
        "immunised": chance.random() < 0.8,
        "intervention_offered": chance.random() < 0.8 if misuse else None,
        "intervention_received": chance.random() < 0.5 if misuse else None,
        "convicted": years > 11 and chance.random() < 0.04,
        "development_checked": chance.random() < 0.9 if years < 5 else None,
        "teeth_checked": chance.random() < 0.9,
        "health_assessed": chance.random() < 0.92,
    }
    key = f"{care['care_id']}Y{day}"
    _behind(council, key, care["child_id"], day - chance.randint(5, 200), answers, chance)
    council.book.write(
        "care_year_outcomes",
        care_year_outcome_id=key, child_id=care["child_id"], happened_on=day, recorded_on=day, **answers,
    )  # fmt: skip


def _behind(council: Council, key: str, child: str, day: int, answers: Row, chance: random.Random) -> None:
    """What the year's answers rest on: the questionnaire, immunisations, a problem found, a conviction."""
    write, when = council.book.write, {"child_id": child, "happened_on": day, "recorded_on": day}
    score, reason = answers["sdq_score"], answers["sdq_reason"]
    write("strengths_and_difficulties", questionnaire_id=key + "S", score=score, no_score_reason=reason, **when)
    write("immunisations", immunisation_id=key + "I", up_to_date=answers["immunised"], **when)
    if answers["substance_misuse"]:
        write(
            "substance_misuse",
            substance_misuse_id=key + "M", substance=chance.choice(("Cannabis", "Alcohol", "Nitrous oxide")),
            intervention_offered=answers["intervention_offered"],
            intervention_received=answers["intervention_received"], **when,
        )  # fmt: skip
    if answers["convicted"]:
        offence = chance.choice(("Theft", "Criminal damage", "Possession of a drug", "Assault"))
        write("convictions", conviction_id=key + "C", offence=offence, **when)
