"""What a check is given: the standard tables as at a day, the marks of that day, and parts that many share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import ibis
from ibis import _

if TYPE_CHECKING:
    import ibis.expr.types as ir

# What a check finds: one row for each silence, unique by child and row.
COLUMNS = ("child_id", "row_id", "since_on", "detail")
SHORT_BREAKS = ("V3", "V4")


@dataclass(frozen=True)
class Reading:
    """The standard tables by name, and `moment`: one row with the day and its marks; `keep` may store rows."""

    table: Callable[[str], ir.Table]
    moment: ir.Table
    keep: Callable[[str, ir.Table], ir.Table]
    kept: dict[str, ir.Table] = field(default_factory=dict)

    def mark(self, name: str) -> ir.DateValue:
        """The day itself, or a mark counted back from it."""
        return self.moment.select(name)[name].as_scalar()

    @property
    def day(self) -> ir.DateValue:
        """The day that is looked at; its end is meant."""
        return self.mark("day")

    def now(self, name: str) -> ir.Table:
        """Rows of a table of spells that hold at the end of the day."""
        rows = self.table(name)
        return rows.filter(rows.started_on <= self.day, rows.ended_on.isnull() | (rows.ended_on > self.day))

    def past(self, name: str, *, on: str = "happened_on") -> ir.Table:
        """Rows of a table of events that had happened by the end of the day."""
        rows = self.table(name)
        return rows.filter(rows[on] <= self.day)

    def shared(self, read: Callable[[Reading], ir.Table]) -> ir.Table:
        """This function will return what `read` makes, made only once."""
        name = read.__name__
        if name not in self.kept:
            self.kept[name] = self.keep(name, read(self))
        return self.kept[name]


def living(reading: Reading) -> ir.Table:
    """Children who had not died by the day, with their day of birth."""
    rows = reading.table("children")
    return rows.filter(rows.died_on.isnull() | (rows.died_on > reading.day)).select("child_id", "born_on")


def in_care(reading: Reading) -> ir.Table:
    """Children looked after on the day, short breaks left out: child_id, care_id, started_on."""
    statuses = reading.now("legal_statuses")
    breaks = statuses.filter(statuses.status.isin(SHORT_BREAKS)).select("child_id")
    care = reading.now("periods_of_care").anti_join(breaks, "child_id")
    return care.semi_join(reading.shared(living), "child_id").select("child_id", "care_id", "started_on")


def protected(reading: Reading) -> ir.Table:
    """Our own child protection plans in force: child_id, plan_id, started_on."""
    plans = reading.now("child_protection_plans").filter(~_.of_other_council.fill_null(False))
    return plans.semi_join(reading.shared(living), "child_id").select("child_id", "plan_id", "started_on")


def in_need(reading: Reading) -> ir.Table:
    """Child in need plans in force: child_id, plan_id, started_on."""
    plans = reading.now("child_in_need_plans").semi_join(reading.shared(living), "child_id")
    return plans.select("child_id", "plan_id", "started_on")


def leaving_care(reading: Reading) -> ir.Table:
    """Care leavers, relevant and former relevant, on the day: child_id, eligibility_id, started_on."""
    rows = reading.now("leaving_care_eligibility").filter(_.eligibility.isin(("Relevant", "Former Relevant")))
    return rows.semi_join(reading.shared(living), "child_id").select("child_id", "eligibility_id", "started_on")


def referred(reading: Reading) -> ir.Table:
    """Open episodes of need: child_id, referral_id, started_on."""
    rows = reading.now("referrals").filter(~_.no_further_action.fill_null(False))
    return rows.semi_join(reading.shared(living), "child_id").select("child_id", "referral_id", "started_on")


def planned_for(reading: Reading) -> ir.Table:
    """Children with a plan or in care on the day, each once, from the earliest day of those: child_id, started_on."""
    parts = [reading.shared(read) for read in (in_care, protected, in_need)]
    together = ibis.union(*(part.select("child_id", "started_on") for part in parts))
    return together.group_by("child_id").agg(started_on=_.started_on.min())


def silence(rows: ir.Table, *, row: str = "child_id", since: str = "started_on", detail: str | None = None) -> ir.Table:
    """This function will return rows as a check must: child_id, row_id, since_on, detail; one for each row."""
    found = rows.select(
        child_id=rows.child_id,
        row_id=rows[row],
        since_on=rows[since],
        detail=rows[detail] if detail else ibis.null("string"),
    )
    return found.select(*COLUMNS)


def first_of(rows: ir.Table, *, by: str = "child_id", order: tuple[str, ...], down: bool = False) -> ir.Table:
    """This function will return the first row of each, in an order that leaves no choice; `down` from the greatest."""
    in_turn = ibis.window(group_by=by, order_by=[ibis.desc(name) if down else name for name in order])
    return rows.mutate(turn=ibis.row_number().over(in_turn)).filter(_.turn == 0).drop("turn")


def last_on(rows: ir.Table, *, by: str = "child_id", on: str = "happened_on") -> ir.Table:
    """This function will return the latest day for each: `by` and last_on."""
    return rows.group_by(by).agg(last_on=rows[on].max())


def with_last(rows: ir.Table, events: ir.Table, *, by: str = "child_id") -> ir.Table:
    """This function will add `last_on`, null where there was none."""
    last = last_on(events, by=by)
    return rows.left_join(last, by).select(*rows.columns, "last_on")
