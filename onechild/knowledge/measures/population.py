"""The population that a rate is out of: the council's dated setting, never counted from rows."""

from __future__ import annotations

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import FOREVER, Question


def setting_at(question: Question, setting: str, moment: int) -> float | None:
    """A general setting of the council in force at the end of a moment; None where none is; of two the later stands."""
    day = question.moments[moment].to_on
    found = [
        row
        for row in question.read("settings")
        if row["setting"] == setting
        and row["team_id"] is None
        and row["role"] is None
        and row["started_on"] <= day < (row["ended_on"] or FOREVER)
    ]
    return float(max(found, key=lambda row: (row["started_on"], row["setting_id"]))["value"]) if found else None


def population_at(question: Question, measure: Measure, moment: int) -> float | None:
    """How many people a rate is out of at a moment; None where no such figure is set, and for any other measure."""
    return setting_at(question, measure.population, moment) if measure.population else None
