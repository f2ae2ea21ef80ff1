"""The table of who could take children, as the page draws it: each worker's radio, load after, and what to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField

from onechild.service.govuk.parts import Load, Tag
from onechild.service.record.queries.workforce import A_HAIR
from onechild.service.record.queries.workload.candidates import Candidate


@dataclass(frozen=True, kw_only=True)
class Line:
    """One worker of the table, with the radio that chooses them."""

    radio: Any
    candidate: Candidate
    bar: Load
    now: str
    after: str
    over: Tag | None


def lines(field: BoundField, found: Sequence[Candidate]) -> list[Line]:
    """This function will return a line for each candidate, in order; the bars share one scale."""
    scale = max((max(one.load_after, one.held.target) for one in found), default=1.0) or 1.0
    radios = {str(one.data["value"]): one for one in field}
    return [
        Line(
            radio=radios[one.worker_id],
            candidate=one,
            bar=Load(held=one.load_after, target=one.held.target, scale=scale),
            now=f"{one.held.load:.1f} of {one.held.target:.1f}",
            after=room(one.over_after),
            over=Tag(f"{one.over_after:.1f} over", "over") if one.over_after > A_HAIR else None,
        )
        for one in found
    ]


def room(over: float) -> str:
    """ "room for 2.2", "at target"."""
    return f"room for {-over:.1f}" if over < -A_HAIR else "at target"
