"""What a measure is asked: the store, the days or periods, and the rows drawn for them, each drawn once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.model import Basis, Measure

FOREVER = date(9999, 12, 31)
LONGEST_NAME = 55
MOMENTS = pa.schema([("moment", pa.int64()), ("from_on", pa.date32()), ("to_on", pa.date32())])


@dataclass(frozen=True)
class Moment:
    """The end of a day (`from_on` empty), or a period with its first and last day."""

    from_on: date | None
    to_on: date


@dataclass
class Question:
    """Moments asked of a store. Rows and look-back days are put into the store once and used by every measure.

    `target` replaces the council's general caseload target; a target set for a team or a role still beats it.
    """

    store: Store
    moments: tuple[Moment, ...]
    target: float | None = None
    _kept: dict[str, ir.Table] = field(default_factory=dict)
    _read: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def asked(self) -> ir.Table:
        """The moments as a table: moment (number), from_on, to_on."""
        facts = [
            {"moment": number, "from_on": moment.from_on, "to_on": moment.to_on}
            for number, moment in enumerate(self.moments)
        ]
        return self.keep("moments", lambda: pa.Table.from_pylist(facts, schema=MOMENTS))

    def table(self, name: str) -> ir.Table:
        """A table of the store: a standard table, or one that the clocks built."""
        return self.store.table(name)

    def read(self, name: str) -> list[dict[str, Any]]:
        """A small standard table, such as the teams or the settings, as plain rows."""
        if name not in self._read:
            self._read[name] = self.table(name).to_pyarrow().to_pylist()
        return self._read[name]

    def caseholding_teams(self, moment: Moment) -> set[str]:
        """The ids of the teams that hold cases and are open at a moment."""
        return {
            row["team_id"]
            for row in self.read("teams")
            if row["caseholding"]
            and (row["started_on"] is None or row["started_on"] <= moment.to_on)
            and (row["ended_on"] or FOREVER) > moment.to_on
        }

    @property
    def caseholding(self) -> ir.Table:
        """Those teams at every moment: moment, team_id."""
        facts = [
            {"moment": number, "team_id": team}
            for number, moment in enumerate(self.moments)
            for team in sorted(self.caseholding_teams(moment))
        ]
        schema = pa.schema([("moment", pa.int64()), ("team_id", pa.string())])
        return self.keep("caseholding", lambda: pa.Table.from_pylist(facts, schema=schema))

    def days(self, name: str, of: Callable[[Moment], date]) -> ir.Table:
        """A day for each moment, counted in Python because no engine may count days: moment, day."""
        facts = [{"moment": number, "day": of(moment)} for number, moment in enumerate(self.moments)]
        schema = pa.schema([("moment", pa.int64()), ("day", pa.date32())])
        return self.keep(f"days_{name}", lambda: pa.Table.from_pylist(facts, schema=schema))

    def keep(self, name: str, make: Callable[[], ir.Table | pa.Table]) -> ir.Table:
        """Put what `make` gives into the store the first time it is asked for, and hand that back ever after."""
        if name not in self._kept:
            self._kept[name] = self.store.put(_short(f"asked_{self._stamp}_{name}"), make())
        return self._kept[name]

    def refuse_what_cannot_be_counted(self, measure: Measure) -> None:
        """Raise CannotProceed where a measure counted over a period is asked as at a day, or the other way round; and
        where the extract lacks what its clock needs, for no visits in a file is not the same as nobody visited.
        """
        missing = [name for name in needs(measure) if not self.store.has(name)]
        if missing:
            raise CannotProceed(
                f"the measure {measure.key} can't be counted: the extract holds no {' and no '.join(missing)}"
            )
        over_periods = any(moment.from_on for moment in self.moments)
        if over_periods and measure.basis is Basis.AS_AT:
            raise CannotProceed(f"the measure {measure.key} is counted as at a day: give --as-at, not --from and --to")
        if not over_periods and self.moments and measure.basis is Basis.PERIOD:
            raise CannotProceed(
                f"the measure {measure.key} is counted over a period: give --from and --to, not --as-at"
            )

    def can_count(self, measure: Measure) -> bool:
        """Whether the measure can be counted at these moments from what the extract holds."""
        try:
            self.refuse_what_cannot_be_counted(measure)
        except CannotProceed:
            return False
        return True

    @property
    def _stamp(self) -> str:
        """Tells the tables of one question from those of another in the same store."""
        return hashlib.sha256(repr((self.moments, self.target)).encode()).hexdigest()[:12]


def _short(name: str) -> str:
    """A name that every engine takes: Spark wants letters, digits and underscores, and PostgreSQL cuts it at 63."""
    plain = re.sub(r"\W+", "_", name)
    if len(plain) <= LONGEST_NAME:
        return plain
    told_apart = hashlib.sha256(name.encode()).hexdigest()[:12]
    return f"{plain[: LONGEST_NAME - len(told_apart) - 1]}_{told_apart}"


def needs(measure: Measure) -> tuple[str, ...]:
    """The tables without which nothing can be said: those of its clocks, and its own."""
    of_clocks = [name for key in measure.all_clocks for name in clock(key).needs]
    return tuple(dict.fromkeys([*of_clocks, *measure.needs]))


def moments_of(*, as_ats: Sequence[date] = (), periods: Sequence[tuple[date, date]] = ()) -> tuple[Moment, ...]:
    """The moments for days, or for periods; CannotProceed where a period ends before it begins."""
    for first, last in periods:
        if last < first:
            raise CannotProceed(f"the period ends on {last.isoformat()}, before it begins on {first.isoformat()}")
    return (*(Moment(None, day) for day in as_ats), *(Moment(first, last) for first, last in periods))


def whole(number: int) -> ir.FloatingValue:
    """A number as every engine takes for a float; PostgreSQL takes 1.0 for a decimal."""
    return ibis.literal(number).cast("float64")


def holding(moments: ir.Table, spells: ir.Table) -> ir.Table:
    """Each moment beside each spell that holds at its end; an unknown start is taken as always there.

    The end is compared as one range and not as "or unknown", so that engines can join by ranges.
    """
    return moments.join(
        spells,
        [
            ibis.coalesce(spells.started_on, date(1, 1, 1)) <= moments.to_on,
            ibis.coalesce(spells.ended_on, FOREVER) > moments.to_on,
        ],
    )
