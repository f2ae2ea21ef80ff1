"""The shape that all measures of duties share: of the duties that fell due, those done in time."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.model import Clock, Standard
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.workdays.lengths import Length

DUE_IN_THE_PERIOD = (
    "Of the duties that fell due in the period, those done in time. One still undone is late; one that stopped being "
    "owed before it was late is left out."
)


def of_clock(clock: Clock, *also: Source) -> dict[str, Any]:
    """What a measure takes from the clock whose limit it reads: the key, the standing and the source, and `also`."""
    return {
        "clock": clock.key,
        "standing": clock.standing.value.replace("_", " "),
        "sources": (Source(str(clock.source), clock.confidence.value), *also),
    }


def default_of(clock: Clock) -> Length:
    """The length that a clock has where the council has set none: that of its last rule, in the end."""
    length = clock.rules[-1].lengths[-1]
    if isinstance(length, Length):
        return length
    if isinstance(length, Standard):
        return length.of(length.default or 1)
    raise TypeError(f"the last rule of {clock.key} holds for every child, and so is no plan's own interval")


def duties_in_time(clock: Clock, *, key: str, title: str, why: str, **more: Any) -> Measure:
    """Of the duties of a clock due in a period, the share done in time; still open and overdue ones count as late.

    `more` is what the measure says otherwise or besides, such as its reference and breakdowns.
    """
    said = {
        "rows": "duties",
        "unit": "row_id",
        "counted_on": "due_on",
        "out_of": (_.clock == clock.key) & _.required,
        "counts": _.outcome == "met",
        "better": Better.HIGHER,
        "value_unit": "share of duties",
        "says": DUE_IN_THE_PERIOD,
        **of_clock(clock),
    }
    return Measure(key=key, title=title, basis=Basis.PERIOD, shape=Shape.SHARE, why_it_matters=why, **(said | more))


def completed_in_time(
    clock: Clock, *, key: str, title: str, says: str, why: str, source: Source, **more: Any
) -> Measure:
    """Of what was completed in a period, the share completed in time: how the DfE counts, leaving the undone out.

    `more` is what the measure says otherwise or besides, such as its reference and twin.
    """
    said = {
        "rows": "duties",
        "unit": "row_id",
        "counted_on": "met_on",
        "out_of": _.clock == clock.key,
        "counts": _.outcome == "met",
        "better": Better.HIGHER,
        "value_unit": "share of those completed",
        **of_clock(clock),
        "sources": (source,),
        "standing": "DfE statistic",
    }
    return Measure(
        key=key, title=title, basis=Basis.PERIOD, shape=Shape.SHARE, says=says, why_it_matters=why, **(said | more)
    )
