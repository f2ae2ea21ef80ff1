"""The council's own numbers for specially careful work: how often a manager looks; how early an order's end counts."""

from __future__ import annotations

from onechild.knowledge.clocks.local.others import Other

OFTEN, MONTHLY = 7, 28


def _looks(kind: str, default: float, about: str) -> Other:
    return Other(
        setting=f"oversight_days_{kind}",
        unit="day",
        default=default,
        least=1,
        most=92,
        says=f"How long at most between two looks of a manager at work on {about}. It is fixed when the work begins.",
    )


PROTECTED_WORK_STANDARDS: tuple[Other, ...] = (
    _looks("honour_based_abuse", OFTEN, "honour-based abuse"),
    _looks("fgm", OFTEN, "female genital mutilation"),
    _looks("forced_marriage", OFTEN, "forced marriage"),
    _looks("homeless_16_17", OFTEN, "homelessness at 16 or 17"),
    _looks("exploitation", MONTHLY, "exploitation"),
    Other(
        setting="protective_order_ends_days",
        unit="day",
        default=28,
        least=1,
        most=182,
        says="How long before an order that protects a child ends somebody is asked what follows it.",
    ),
)
