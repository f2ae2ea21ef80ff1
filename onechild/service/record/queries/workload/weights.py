"""How much a child counts in a weighted load: the council's own dated standards, shown as local.

No measure counts by it: whether a worker is over target is counted in children.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.service.record.models import Setting

# A child in several of these is counted once by the database, in the first.
ORDER = ("proceedings", "protection", "assessed", "looked_after")
SAID = {
    "proceedings": "in care proceedings",
    "protection": "on a child protection plan",
    "assessed": "being assessed",
    "looked_after": "looked after",
}
PREFIX = "caseload_weight_"
DEFAULTS = {one.setting: float(one.default or 1) for one in CASELOAD_STANDARDS if one.setting.startswith(PREFIX)}


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What a child adds to a load on a day, by how things stand; 1 where nothing of it applies."""

    by_standing: Mapping[str, float]
    since: date | None
    label: str = "local standard, check"

    def load(self, cases: int, counts: Mapping[str, int]) -> float:
        """This function will return a load: each case by its weight. `counts` has the cases of each standing, once."""
        return cases + sum((self.by_standing[key] - 1) * counts.get(key, 0) for key in ORDER)

    @property
    def said(self) -> str:
        """ "1.5 for a child in care proceedings or on a child protection plan, 1.25 for …; 1 for any other." """
        values = sorted({self.by_standing[key] for key in ORDER}, reverse=True)
        parts = [
            f"{value:g} for a child {' or '.join(SAID[key] for key in ORDER if self.by_standing[key] == value)}"
            for value in values
        ]
        return f"{', '.join(parts)}; 1 for any other"


def weights(*, today: date) -> Weights:
    """This function will return the weights in force at the end of the day: one query."""
    rows = Setting.objects.filter(setting__in=list(DEFAULTS), started_on__lte=today, team=None, role=None)
    set_ = {row.setting: row for row in rows.order_by("started_on", "pk") if not row.ended_on or row.ended_on > today}
    values = {key: set_[PREFIX + key].value if PREFIX + key in set_ else DEFAULTS[PREFIX + key] for key in ORDER}
    return Weights(by_standing=values, since=max((row.started_on for row in set_.values()), default=None))
