"""What Hatterton is held to: each published series with the tolerance that we state, and the comparison of the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean

import pyarrow as pa

from onechild.knowledge.invented.measuring import COUNTS, frames
from onechild.knowledge.invented.published import series

FIRST_YEAR, LAST_YEAR = 2017, 2025


@dataclass(frozen=True)
class Tolerance:
    """How far from the published figure a year may lie: a share of it, or so much in its own unit.

    A figure too small for a year to mean much is held to the mean of all years instead (`yearly=False`).
    """

    series: str
    share: float = 0.0
    units: float = 0.0
    yearly: bool = True

    def allows(self, *, published: float, measured: float) -> bool:
        """This function will say whether the measured figure lies within the tolerance."""
        return abs(measured - published) <= max(self.share * published, self.units) + 1e-9

    @property
    def words(self) -> str:
        """The tolerance as a reader should see it."""
        far = f"{self.share:.0%}" if self.share else f"{self.units:g}"
        return far if self.yearly else f"{far} of the mean of all years"


# Sources: published.csv names the publication of each figure. The tolerances are our own (local standard, check).
TOLERANCES = (
    Tolerance("referrals", share=0.05),
    Tolerance("re_referred_pct", units=3),
    Tolerance("no_further_action_pct", units=1),
    Tolerance("not_in_need_pct", units=4),
    Tolerance("assessed_in_45_pct", units=4),
    Tolerance("enquiries_per_10000", share=0.06),
    Tolerance("initial_conferences_per_10000", share=0.06),
    Tolerance("initial_conferences_in_15_pct", units=4),
    Tolerance("plans_started", share=0.10),
    Tolerance("plans_open", share=0.15),
    Tolerance("repeat_plans_pct", units=4),
    Tolerance("looked_after", share=0.04),
    Tolerance("care_started", share=0.06),
    Tolerance("care_ceased", share=0.08),
    Tolerance("adopted", share=0.30, yearly=False),
    Tolerance("unaccompanied_looked_after", units=14),
    Tolerance("three_placements_pct", units=6),
    Tolerance("children_in_need_per_10000", share=0.15),
    Tolerance("former_relevant_19_21", share=0.30),
    Tolerance("care_applications_per_10000", units=4.5),
    Tolerance("in_post_fte", share=0.06),
    Tolerance("agency_fte", share=0.08),
    Tolerance("vacancy_fte", share=0.08),
    Tolerance("agency_pct", units=3),
    Tolerance("vacancy_pct", units=3),
    Tolerance("caseholder_fte", share=0.09),
    Tolerance("cases", share=0.07),
    Tolerance("caseload", share=0.10),
)


@dataclass(frozen=True)
class Compared:
    """One figure of one year: published, measured in the invented tables, and whether the two are near enough."""

    series: str
    year: int
    published: float
    measured: float
    tolerance: Tolerance

    @property
    def within(self) -> bool:
        """Whether the measured figure lies within the tolerance."""
        return self.tolerance.allows(published=self.published, measured=self.measured)


def compare(tables: Mapping[str, pa.Table]) -> Iterator[Compared]:
    """This function will set every published figure from 2017 to 2025 beside the same count in the tables."""
    known = frames(tables)
    for tolerance in TOLERANCES:
        published = {
            year: value for year, value in sorted(series(tolerance.series).items()) if FIRST_YEAR <= year <= LAST_YEAR
        }
        measured = {year: COUNTS[tolerance.series](known, year) for year in published}
        if tolerance.yearly:
            for year, value in published.items():
                yield Compared(tolerance.series, year, value, measured[year], tolerance)
        else:
            yield Compared(tolerance.series, LAST_YEAR, fmean(published.values()), fmean(measured.values()), tolerance)
