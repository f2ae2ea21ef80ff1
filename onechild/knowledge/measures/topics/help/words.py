"""What the measures of help and protection say alike: their sources, what they are broken down by, how rates differ."""

from __future__ import annotations

from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.measures.model import Source, Twin

PEOPLE = ("team", "worker", "age", "sex", "ethnicity")
PROTECTED = (*PEOPLE, "category")
POPULATION = "population_0_17"
RATE_UNIT = "for each 10,000 children under 18"
OUT_OF_THE_POPULATION = " Out of the population under 18 that the council has set for the year."
NEITHER_WAY = "Neither more nor less is good in itself: a target here would push the wrong decision."
DEMAND = "Every later piece of work begins with one of these; a change here is felt in every team some weeks on."
RATE_DIFFERS = (
    "DfE divides by the estimate of the population in the middle of the year before; ours by the number that the "
    "council has set."
)

LOCAL = Source("Local practice", "K")


def kept_locally(clock: Clock) -> tuple[Source, ...]:
    """The source of the limit, and that the count of it is local practice, to be checked."""
    return (Source(str(clock.source), clock.confidence.value), LOCAL)


def lait(code: str) -> Source:
    """The definition that DfE gives of a published figure, as read in its dictionary."""
    return Source(f"DfE, Local Authority Interactive Tool data dictionary, {code}", "V")


def percent(code: str, differs: str = "") -> Twin:
    """The published figure of a share, in per cent."""
    return Twin(code, scale=100, differs=differs)


def rate(code: str, differs: str = RATE_DIFFERS) -> Twin:
    """The published figure of a rate."""
    return Twin(code, differs=differs)
