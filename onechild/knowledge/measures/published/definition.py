"""What is kept of a measure with a figure it gave: its words, what it reads, and a fingerprint of how it counts."""

from __future__ import annotations

import hashlib
from typing import Any

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.measures.model import Measure

COUNTING = (
    *("key", "version", "basis", "shape", "rows", "unit", "counted_on", "out_of", "counts", "adds", "per"),
    *("population", "per_how_many"),
)


def definition_of(measure: Measure) -> dict[str, Any]:
    """This function will return the measure's own words, as they are kept with a published figure."""
    return {
        "key": measure.key,
        "version": measure.version,
        "title": measure.title,
        "says": measure.says,
        "excludes": measure.excludes,
        "basis": measure.basis.value,
        "shape": measure.shape.value,
        "value_unit": measure.value_unit,
        "per_how_many": measure.per_how_many,
        "better": measure.better.value,
        "why_it_matters": measure.why_it_matters,
        "standing": measure.standing,
        "clocks": list(measure.all_clocks),
        "reference": measure.reference,
        "sources": [source.words for source in measure.sources],
        "kept_by": measure.kept_by,
        "checked_by": measure.checked_by,
    }


def mark_of(measure: Measure) -> str:
    """This function will return a fingerprint of how a measure counts: another one, another count.

    It takes in every version of the clocks it reads, and none of the words that only readers see.
    """
    counting = [getattr(measure, name) for name in COUNTING]
    clocks = [clock(key) for key in measure.all_clocks]
    return hashlib.sha256(repr((counting, clocks)).encode()).hexdigest()[:16]


def changed_since(measure: Measure | None, *, version: int, mark: str) -> str:
    """This function will say in words how the definition has changed since a figure was told; empty if it has not."""
    if measure is None:
        return "The measure is no longer in the catalogue."
    if measure.version != version:
        return (
            f"The definition has changed since: this was version {version}, and now there is version {measure.version}."
        )
    if mark_of(measure) != mark:
        return f"The way it counts, or a clock it reads, has changed since, and the version still says {version}."
    return ""
