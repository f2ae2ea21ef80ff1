"""Complaints under section 26 of the Children Act 1989, of which few go past the first stage."""

from __future__ import annotations

import random

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.asked.arriving import arriving
from onechild.knowledge.invented.records.steps.taking import done
from onechild.knowledge.invented.rows import Row

A_YEAR = 48
EXTENDED, TO_STAGE_2, LONGER_STAGE_2, TO_PANEL = 0.3, 0.14, 0.7, 0.35


def write_complaints(council: Council, *, until: int) -> None:
    """This function will write complaints, up to a day."""
    for count, day in arriving(council, "complaints", A_YEAR, until=until):
        chance = council.stream("complaint", count)
        row: Row = {"complaint_id": f"CO{count:05d}", "happened_on": day, "recorded_on": day}
        row.update(_first(chance, day))
        answered = row["stage_1_answered_on"]
        if answered is not None:
            row["closed_on"] = working_after(answered, 20)
            if chance.random() < TO_STAGE_2:
                row.update(_second(chance, working_after(answered, chance.randint(3, 18))))
        council.book.write("complaints", **{name: row.get(name) for name in COLUMNS})


COLUMNS = (
    "complaint_id", "happened_on", "recorded_on", "stage_1_extended_on", "stage_1_answered_on", "stage_2_requested_on",
    "stage_2_extended_on", "stage_2_answered_on", "panel_requested_on", "panel_met_on", "panel_reported_on",
    "panel_answered_on", "closed_on",
)  # fmt: skip


def _first(chance: random.Random, day: int) -> Row:
    extended = chance.random() < EXTENDED
    answered = done(chance, working_after(day, 2), working_after(day, 20 if extended else 10), late=0.16, never=0.04)
    told = working_after(day, chance.randint(6, 10))
    return {
        "stage_1_extended_on": told if extended and (answered is None or told < answered) else None,
        "stage_1_answered_on": answered,
    }


def _second(chance: random.Random, asked: int) -> Row:
    extended = chance.random() < LONGER_STAGE_2
    answered = done(chance, working_after(asked, 15), working_after(asked, 65 if extended else 25), never=0.03, over=30)
    told = working_after(asked, chance.randint(15, 25))
    row: Row = {
        "stage_2_requested_on": asked,
        "stage_2_extended_on": told if extended and (answered is None or told < answered) else None,
        "stage_2_answered_on": answered,
        "closed_on": None if answered is None else working_after(answered, 20),
    }
    if answered is not None and chance.random() < TO_PANEL:
        row.update(_panel(chance, working_after(answered, chance.randint(5, 18))))
    return row


def _panel(chance: random.Random, asked: int) -> Row:
    met = done(chance, working_after(asked, 15), working_after(asked, 30), late=0.2, never=0.0)
    met = met or working_after(asked, 30)
    reported = done(chance, met + 1, working_after(met, 5), late=0.15, never=0.0, over=6) or working_after(met, 5)
    answered = done(chance, reported + 1, working_after(reported, 15), late=0.15, never=0.04)
    return {
        "panel_requested_on": asked,
        "panel_met_on": met,
        "panel_reported_on": reported,
        "panel_answered_on": answered,
        "closed_on": answered,
    }
