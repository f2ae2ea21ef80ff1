"""The standards that time no clock: opening hours, hours of work, how long a visit takes, caseloads."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.knowledge.codesets import codeset

NO_LAW = "No law sets it: local standard, check."
VISIT_MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class Other:
    """A number that no clock names: its unit, what holds where none is set (if anything), its limits, its use."""

    setting: str
    unit: str
    default: float | None
    least: float
    most: float
    says: str
    source: str = NO_LAW
    whole: bool = True


def _visit(purpose: str) -> Other:
    return Other(
        setting=f"visit_minutes_{purpose}",
        unit="minute",
        default=VISIT_MINUTES,
        least=5,
        most=480,
        says="What a visit of this purpose takes, with the journey and the note. The forecast of what can be done "
        "counts by it.",
    )


OTHERS: tuple[Other, ...] = (
    Other(
        setting="front_door_opens_hour",
        unit="time",
        default=9,
        least=0,
        most=12,
        whole=False,
        says="When the front door opens on a working day. Out of hours a contact is with the emergency duty team; its "
        "clock runs on.",
    ),
    Other(
        setting="front_door_closes_hour",
        unit="time",
        default=17,
        least=12,
        most=24,
        whole=False,
        says="When the front door closes on a working day.",
    ),
    Other(
        setting="front_door_red_hours",
        unit="hour",
        default=4,
        least=0.5,
        most=24,
        whole=False,
        says="From the arrival of a red contact to its decision, by the clock: day and night, weekends too.",
    ),
    Other(
        setting="front_door_amber_hours",
        unit="hour",
        default=8.5,
        least=1,
        most=40,
        whole=False,
        says="From the arrival of an amber contact to its decision, in the hours that the front door is open.",
    ),
    Other(
        setting="front_door_second_looks",
        unit="decision",
        default=5,
        least=1,
        most=50,
        says="How many decisions that sent a child to early help, or did no more, are drawn each week for a second "
        "look by somebody else.",
    ),
    Other(
        setting="childhood_record_days",
        unit="day",
        default=14,
        least=1,
        most=28,
        says="For how long a manager’s decision opens the record of an adult’s own childhood to the worker who asked.",
    ),
    Other(
        setting="supervision_weeks",
        unit="week",
        default=4,
        least=1,
        most=26,
        says="How long at most between two supervisions of a worker.",
    ),
    Other(
        setting="pre_proceedings_weeks",
        unit="week",
        default=16,
        least=1,
        most=52,
        says="How long pre-proceedings last at most, from the decision.",
    ),
    Other(
        setting="working_hours_a_day",
        unit="hour",
        default=7.4,
        least=1,
        most=12,
        whole=False,
        says="What a full-time worker works in a day. The forecast of what can be done counts by it.",
    ),
    *(_visit(code.code) for code in codeset("visit_purpose").codes),
    Other(
        setting="caseload_target",
        unit="case",
        default=18,
        least=1,
        most=60,
        whole=False,
        says="How many children a full-time worker should hold at most; fewer for part-time, by the share of full "
        "time. A team or a role may have a target of its own, which goes before this.",
    ),
    Other(
        setting="caseload_target_newly_qualified_share",
        unit="share",
        default=1,
        least=0.1,
        most=1,
        whole=False,
        says="The part of the target that a worker in the protected first year should hold.",
    ),
)
