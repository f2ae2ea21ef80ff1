"""What a measure is: one declaration that says what is counted, out of what, when, why, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

Expression = Any  # an Ibis deferred expression over the rows, such as `_.met_on <= _.due_on`; Ibis is untyped

Confidence = Literal["V", "V2", "K"]
By = Literal["team", "worker"]

CONFIDENCE_WORDS: dict[str, str] = {
    "V": "read in the source",
    "V2": "read in a second-hand source",
    "K": "local standard, check",
}


class Basis(StrEnum):
    """Counted as at the end of a day, or over a period, first and last day included."""

    AS_AT = "as at"
    PERIOD = "period"


class Shape(StrEnum):
    """How numerator and denominator make the value.

    COUNT: the numerator itself. SHARE: a share of the denominator. RATIO: the numerator for each unit of another
    thing, as cases for each worker. MEAN: the sum of a number over the denominator.
    """

    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    MEAN = "mean"


class Better(StrEnum):
    """Which way is better; NEITHER where a target would push the wrong decision."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True)
class Source:
    """Where a definition was read, and how sure it is: V read, V2 second-hand, K the sector's own knowledge."""

    title: str
    confidence: Confidence

    @property
    def words(self) -> str:
        """The source with its standing in words."""
        return f"{self.title} ({CONFIDENCE_WORDS[self.confidence]})"


@dataclass(frozen=True)
class Per:
    """The denominator of a RATIO: each distinct `unit` among the rows counts 1, or adds its `adds`.

    Where one `adds` is unknown the sum is unknown too, and so is the value.
    """

    unit: str
    adds: Expression = None


@dataclass(frozen=True)
class Measure:
    """One measure. `rows` names what is counted (see `rows/`); a distinct `unit` among the rows counts once."""

    key: str
    title: str
    basis: Basis
    shape: Shape
    rows: str
    why_it_matters: str
    sources: tuple[Source, ...]
    better: Better
    says: str  # the definition in a sentence or two, as it stands beside the figure
    value_unit: str
    unit: str = "child_id"
    counted_on: str = ""
    out_of: Expression = None
    counts: Expression = None
    adds: Expression = None
    per: Per | None = None
    clock: str = ""  # the key of the clock that its limit is read from
    standing: str = "none"  # of that limit: statute, regulation, statutory guidance, DfE statistic or local
    breakdowns: tuple[By, ...] = ("team",)
    checked_by: str = ""
    review_by: date = date(2027, 4, 1)
    version: int = 1

    @property
    def needs_clocks(self) -> bool:
        """Whether it reads what the clocks build (obligations, journey spells and events)."""
        return bool(self.clock)


@dataclass(frozen=True)
class Figure:
    """One result. `from_on` is empty as at a day; `group` holds what it was broken down by, in order, with labels.

    A denominator of 0 gives no value; so does an unknown one (a worker whose hours are not recorded).
    """

    from_on: date | None
    to_on: date
    numerator: float
    denominator: float | None
    value: float | None
    group: tuple[tuple[str, str | None], ...] = ()

    def of(self, name: str) -> str | None:
        """The label of one thing it was broken down by, such as `team` or `team_id`."""
        return dict(self.group)[name]
