"""What a measure is: one declaration that says what is counted, out of what, when, why, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

Expression = Any  # an Ibis deferred expression over the rows, such as `_.met_on <= _.due_on`; Ibis is untyped

Confidence = Literal["V", "V2", "K"]
By = str  # the key of a cut; see `cuts.py`

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

    COUNT: the numerator itself. SHARE: a share of the denominator, which may be a sum, as of hours. RATIO: the
    numerator for each unit of another thing, as cases for each worker. MEAN: the sum of a number over the denominator.
    MEDIAN: the middle of the numbers, the mean of the two in the middle where they are even; numerator and denominator
    are how many there are. SUM: the numbers added up, as pounds, or +1 for each opened and -1 for each closed. RATE:
    the numerator for each so many of the council's population, which is a dated setting and never counted from rows.
    """

    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    MEAN = "mean"
    MEDIAN = "median"
    SUM = "sum"
    RATE = "rate"


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
class Twin:
    """The figure that DfE publishes of the same thing: its code there, the table it stands in, and how ours differs.

    `differs` is a sentence for readers; empty where the definitions are the same. `scale` takes our value to the
    published one's: 100 for a share published in per cent.
    """

    code: str
    table: Literal["lait", "workforce"] = "lait"
    scale: float = 1
    differs: str = ""


@dataclass(frozen=True)
class Target:
    """What the council or a published standard aims at, on the measure's own scale, and on whose word."""

    value: float
    source: str


@dataclass(frozen=True)
class Measure:
    """One measure. `rows` names what is counted (see `rows/`); a distinct `unit` among the rows counts once.

    `reference` is its row in the list of 149 that the project answers to; variants of one row share it. A measure over
    a period is read over the twelve months to a day, and month by month. A measure that is better NEITHER way has no
    target and no colour.
    """

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
    clocks: tuple[str, ...] = ()  # further clocks whose duties it reads
    standing: str = "none"  # of that limit: statute, regulation, statutory guidance, DfE statistic or local
    breakdowns: tuple[By, ...] = ("team",)
    reference: str = ""
    excludes: str = ""  # who or what is left out, in words; empty where nothing is
    needs: tuple[str, ...] = ()  # tables without which nothing can be said (an absent table is not an empty one)
    population: str = ""  # of a RATE: the setting that holds it
    per_how_many: int = 10_000
    twin: Twin | None = None
    target: Target | None = None
    kept_by: str = "head of data"
    checked_by: str = ""
    review_by: date = date(2027, 4, 1)
    version: int = 1

    def __post_init__(self) -> None:
        """Refuse a target where neither way is better, and a rate of nobody."""
        if self.target and self.better is Better.NEITHER:
            raise ValueError(f"{self.key}: a measure that is better neither way has no target")
        if (self.shape is Shape.RATE) != bool(self.population):
            raise ValueError(f"{self.key}: a rate, and only a rate, names its population")

    @property
    def two_sums(self) -> bool:
        """Whether it is a sum out of another sum, as pounds a week, or the agency's part of all hours worked."""
        return self.per is not None and self.adds is not None

    @property
    def all_clocks(self) -> tuple[str, ...]:
        """Every clock whose duties it reads."""
        return tuple(dict.fromkeys(key for key in (self.clock, *self.clocks) if key))

    @property
    def needs_clocks(self) -> bool:
        """Whether it reads what the clocks build (obligations, journey spells and events)."""
        return bool(self.all_clocks)

    @property
    def local(self) -> bool:
        """Whether its definition is the sector's own and unchecked: pages say "local standard, check"."""
        return any(source.confidence == "K" for source in self.sources)


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
