"""Looked-after children who go missing, and whether children who come back are offered, and have, an interview."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.hours.seen_and_missing import RETURN_INTERVIEW_HELD, RETURN_INTERVIEW_OFFERED
from onechild.knowledge.measures.model import Better, Measure
from onechild.knowledge.measures.rows.in_care.reviews import length_of
from onechild.knowledge.measures.topics.care.shared import (
    CARE_HEAD,
    NEITHER_IS_GOOD,
    SHORT_BREAKS,
    YEAR_TO_31_MARCH,
    lait,
    limited_by,
    period_share,
    twin,
)

HEARD = "Somebody independent who listens soon hears what pushed or pulled the child away, and from whom to protect."
KNOWN_WHERE = "Absence without authorisation where the carers knew where the child was."
RETURNS = (
    "Returns of which only the day is told, or of which it is told that an interview was offered and not when. "
    f"{KNOWN_WHERE}"
)
HOURS = length_of(RETURN_INTERVIEW_OFFERED, rule=-1)
OF_RETURNS = f"Of children's returns from being missing, the {HOURS} after which ended in the period,"

MISSING = Measure(
    key="looked-after-children-missing",
    title="Looked-after children who were missing",
    reference="LA32",
    **period_share("children in care during", "to_on"),
    counts=_.missing,
    better=Better.NEITHER,
    says="Of children looked after at some time in the period, those who were missing from care at least once in it. "
    "An episode that was open as the period began counts. Each child counts once.",
    excludes=f"{SHORT_BREAKS} {KNOWN_WHERE}",
    why_it_matters=f"{NEITHER_IS_GOOD} A rise may be harm, or carers who report sooner; a fall may be silence.",
    sources=lait("Children_missing"),
    standing="DfE statistic",
    needs=("periods_of_care", "missing_episodes"),
    twin=twin(
        "Children_missing",
        f"{YEAR_TO_31_MARCH} Many councils record every absence as missing, as the publication says.",
    ),
)

AWAY = Measure(
    key="looked-after-children-away",
    title="Looked-after children who were away without authorisation",
    reference="LA32",
    **period_share("children in care during", "to_on"),
    counts=_.away,
    better=Better.NEITHER,
    says="Of children looked after at some time in the period, those who were away without authorisation at least once "
    "in it: the carers knew where the child was, and were concerned.",
    excludes=SHORT_BREAKS,
    why_it_matters=f"{NEITHER_IS_GOOD} Beside the children missing it shows how a council tells the two apart.",
    sources=lait("Children_missing"),
    standing="DfE statistic",
    needs=("periods_of_care", "missing_episodes"),
)


def _interviews(key: str, *, title: str, reference: str, says: str, **more: Any) -> Measure:
    """Of children's returns in a period, a share."""
    shape = period_share("returns from missing", "due_on") | {"unit": "row_id", "value_unit": "share of returns"}
    said = shape | {"breakdowns": ("home_or_care", "team"), "kept_by": CARE_HEAD} | more
    return Measure(
        key=key,
        title=title,
        reference=reference,
        says=says,
        better=Better.HIGHER,
        excludes=RETURNS,
        why_it_matters=HEARD,
        **said,
    )


OFFERED_IN_TIME = _interviews(
    "return-interviews-offered-in-time",
    title="Return interviews offered within 72 hours",
    reference="LA33",
    says=f"{OF_RETURNS} those of which an interview was offered by then, from home and from care alike.",
    counts=_.offered_in_time,
    clocks=(RETURN_INTERVIEW_HELD.key,),
    **limited_by(RETURN_INTERVIEW_OFFERED),
)

HELD_IN_TIME = _interviews(
    "return-interviews-held-in-time",
    title="Return interviews held within 72 hours",
    reference="LA34",
    says=f"{OF_RETURNS} those of which the interview was held by then. Children who did not want one are among them.",
    counts=_.held_in_time,
    clocks=(RETURN_INTERVIEW_OFFERED.key,),
    **limited_by(RETURN_INTERVIEW_HELD),
)

TAKEN_UP = _interviews(
    "return-interviews-taken-up",
    title="Return interviews offered and held",
    reference="LA34",
    says=f"{OF_RETURNS} and of which an interview was offered, however late, those of which it was held.",
    out_of=_.offered,
    counts=_.held,
    clocks=(RETURN_INTERVIEW_OFFERED.key,),
    **limited_by(RETURN_INTERVIEW_HELD),
)

MEASURES: tuple[Measure, ...] = (MISSING, AWAY, OFFERED_IN_TIME, HELD_IN_TIME, TAKEN_UP)
