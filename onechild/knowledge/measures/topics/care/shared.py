"""What the measures of looked-after children have in common: their breakdowns, sources and stewards."""

from __future__ import annotations

from typing import Any

from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.measures.model import Basis, Shape, Source, Twin
from onechild.knowledge.measures.topics.timeliness import of_clock

IN_CARE = ("team", "worker", "age", "sex", "ethnicity", "legal_status", "placement", "uasc", "disability")
CHILDREN = "share of children"
SHORT_BREAKS = "Children in a series of short breaks (legal statuses V3 and V4)."
NEITHER_IS_GOOD = "Neither more nor fewer is good in itself: a target here would push the wrong decision."
AT_31_MARCH = "Published as at 31 March only; here on any day."
YEAR_TO_31_MARCH = "Published for the year to 31 March only; here for any twelve months."
LOCAL = Source("Local practice; the Department for Education publishes no such figure", "K")
PERCENT = 100
CARE_HEAD, SCHOOL_HEAD = "head of service for looked-after children", "virtual school head"


def lait(name: str) -> tuple[Source, ...]:
    """The source of a definition that was read in the published tool's data dictionary."""
    return (Source(f"DfE, Local Authority Interactive Tool data dictionary, {name}", "V"),)


def twin(code: str, differs: str, *, scale: float = PERCENT) -> Twin:
    """The figure published of the same thing; a share is published in per cent."""
    return Twin(code=code, table="lait", scale=scale, differs=differs)


def as_at_share(rows: str) -> dict[str, Any]:
    """Of children as at a day, a share of children."""
    return {
        "basis": Basis.AS_AT,
        "shape": Shape.SHARE,
        "rows": rows,
        "value_unit": CHILDREN,
        "breakdowns": IN_CARE,
        "kept_by": CARE_HEAD,
    }


def period_share(rows: str, counted_on: str) -> dict[str, Any]:
    """Of children over a period, a share of children."""
    return as_at_share(rows) | {"basis": Basis.PERIOD, "counted_on": counted_on}


def limited_by(clock: Clock, **others: Any) -> dict[str, Any]:
    """What a measure takes from the clock whose limit it reads, with anything that it says otherwise."""
    return of_clock(clock) | others
