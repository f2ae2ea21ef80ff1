"""What the census adds up to, from its rows alone: the figures that DfE publishes of a council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Full-time equivalents, but for `cases`; rates are None where there is nobody to count."""

    in_post: float
    agency: float
    vacant: float
    left: float
    began: int
    holders: float
    cases: int
    days_lost: float

    @property
    def agency_rate(self) -> float | None:
        """Agency out of all."""
        return _share(self.agency, self.agency + self.in_post)

    @property
    def vacancy_rate(self) -> float | None:
        """Vacant out of it and of those in post."""
        return _share(self.vacant, self.vacant + self.in_post)

    @property
    def turnover(self) -> float | None:
        """Left in the year out of those in post at its end."""
        return _share(self.left, self.in_post)

    @property
    def cases_each(self) -> float | None:
        """Cases for each full-time social worker who holds one."""
        return _share(self.cases, self.holders)


def totals_of(workers: Iterable[Mapping[str, str]], *, vacant: float) -> Totals:
    """This function will add up workers as the census tells them; `vacant` is its NumberOfVacancies.

    Cases of somebody whose hours are nought count in nothing; hours that are not told add nothing.
    """
    rows = list(workers)
    here = [row for row in rows if "RoleEndDate" not in row]
    own, hired = ([row for row in here if row["AgencyWorker"] == kind] for kind in ("0", "1"))
    of_number: dict[str, list[Mapping[str, str]]] = {}
    for place, row in enumerate(here):
        of_number.setdefault(row.get("SWENo") or f"row {place}", []).append(row)
    people = [rows for rows in of_number.values() if sum(int(row.get("Cases30", 0)) for row in rows)]
    holding = [rows for rows in people if not all("FTE30" in row for row in rows) or _sum(rows, "FTE30") > 0]
    return Totals(
        in_post=_sum(own, "FTE30"),
        agency=_sum(hired, "FTE30"),
        vacant=vacant,
        left=_sum((row for row in rows if "RoleEndDate" in row), "FTE"),
        began=sum("StartOrigin" in row for row in rows),
        holders=sum(_sum(rows, "FTE30") for rows in holding),
        cases=sum(int(row.get("Cases30", 0)) for rows in holding for row in rows),
        days_lost=_sum(own, "WorkingDaysLost"),
    )


def _sum(rows: Iterable[Mapping[str, str]], name: str) -> float:
    return sum(float(row[name]) for row in rows if name in row)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
