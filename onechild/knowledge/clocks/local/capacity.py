"""The council's own numbers for what duties take: minutes of each kind, and the share of time there is."""

from __future__ import annotations

from onechild.knowledge.clocks.local.others import Other


def _minutes(setting: str, default: float, says: str) -> Other:
    counted = "The forecast of what can be done counts by it."
    return Other(setting=setting, unit="minute", default=default, least=5, most=4800, says=f"{says} {counted}")


FORECAST_STANDARDS: tuple[Other, ...] = (
    _minutes("meeting_minutes", 180, "What a review, conference or core group takes, with the report and the note."),
    _minutes("assessment_minutes", 900, "What an assessment takes, from the first reading to the authorised text."),
    _minutes("plan_minutes", 180, "What it takes to make a plan, or to make it again."),
    _minutes("court_minutes", 600, "What a duty to the court takes: a statement, a care plan, a hearing."),
    _minutes("other_duty_minutes", 60, "What any other duty takes."),
    Other(
        setting="working_hours_direct_share",
        unit="share",
        default=0.5,
        least=0.1,
        most=1,
        whole=False,
        says="The part of the working day that there is for visits, reviews, assessments and plans, when meetings, "
        "training, travel between offices and everything unforeseen are taken off. The forecast counts by it.",
    ),
)
