"""What the lists ask: the day, the time they look back, and the tables cut to that day, each read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import polars as pl

from onechild.knowledge.formats.annex_a.writing.sources import Tables, empty, known_on
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.workdays.lengths import Length, add

# Tables whose rows decide who is in a list, with how many months back they are read; 0 is all there is.
DECIDING = {
    "contacts": 6,
    "early_help_episodes": 6,
    "referrals": 12,
    "assessments": 12,
    "section_47_enquiries": 12,
    "child_protection_plans": 6,
    "periods_of_care": 12,
    "leaving_care_eligibility": 6,
    "permanence_cases": 0,
    "adopters": 0,
}
# A child who is only in a contact or early help list needs no more than this.
OF_ALL = ("children", "disabilities")
# Who holds a child, or did when a case of the last six months closed.
NEAR = {"allocations": 6}


@dataclass
class Asking:
    """The tables as at a day. `about` narrows what follows to the children of the lists."""

    tables: Tables
    as_at: date
    council_name: str = ""
    _held: dict[str, pl.DataFrame] = field(default_factory=dict)
    _children: list[str] | None = None
    _core: list[str] | None = None

    def back(self, months: int) -> date:
        """The first day of so many months to the day: six months to 31 March begin on 1 October."""
        return add(self.as_at + timedelta(days=1), Length(-months, "month"))

    def deciding(self, table: str) -> pl.DataFrame:
        """One of the tables that decide who is in a list, cut to the time that it is read for."""
        if table not in self._held:
            months = DECIDING[table]
            found = self.tables.rows(table, since=self.back(months) if months else None)
            self._held[table] = known_on(found, TABLES[table], self.as_at)
        return self._held[table]

    def of_children(self, table: str) -> pl.DataFrame:
        """Rows of a table of the children in the lists, from whenever, or from as far back as `NEAR` says."""
        key = f"{table} of children"
        if key not in self._held:
            children = self._all() if table in OF_ALL else self._those()
            since = self.back(NEAR[table]) if table in NEAR else None
            found = self.tables.rows(table, children=children, since=since) if children else empty(TABLES[table])
            self._held[key] = known_on(found, TABLES[table], self.as_at)
        return self._held[key]

    def whole(self, table: str) -> pl.DataFrame:
        """A small table that is about no child, such as teams."""
        if table not in self._held:
            self._held[table] = self.tables.rows(table)
        return self._held[table]

    def open_on(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The spells that hold at the end of the day; an end on the day has ended."""
        return frame.filter(pl.col("ended_on").is_null())

    def lately(self, frame: pl.DataFrame, column: str, months: int = 6) -> pl.DataFrame:
        """The rows whose day lies in the months to the day."""
        return frame.filter(pl.col(column).is_between(self.back(months), self.as_at))

    def open_or_ended(self, frame: pl.DataFrame, months: int = 6) -> pl.DataFrame:
        """The spells that hold, or ended in the months to the day."""
        ended = pl.col("ended_on")
        return frame.filter(ended.is_null() | (ended >= self.back(months)))

    def _those(self) -> list[str]:
        if self._core is None:
            named = [name for name in DECIDING if name not in ("contacts", "early_help_episodes", "adopters")]
            self._core = _ids([self.deciding(name) for name in named])
        return self._core

    def _all(self) -> list[str]:
        if self._children is None:
            self._children = _ids([self.deciding(name) for name in DECIDING if name != "adopters"])
        return self._children


def latest(frame: pl.DataFrame, *, by: str | list[str] = "child_id", on: str) -> pl.DataFrame:
    """This function will return the last row of each child, or of each of `by`; of one day, the last by key."""
    keys = [by] if isinstance(by, str) else by
    return frame.drop_nulls(on).sort(on, frame.columns[0]).unique(keys, keep="last", maintain_order=True)


def marked(frame: pl.DataFrame, table: str, key: str = "", **named: str) -> pl.DataFrame:
    """This function will keep the child, the row's key as `table#` (or `key`) and columns under new names."""
    chosen = [pl.col(old).alias(new) for new, old in named.items()]
    child = [pl.col("child_id")] if "child_id" in frame.columns and "child_id" not in named else []
    return frame.select(*child, pl.col(TABLES[table].key).alias(key or f"{table}#"), *chosen)


def _ids(frames: list[pl.DataFrame]) -> list[str]:
    return pl.concat([frame["child_id"] for frame in frames]).drop_nulls().unique().sort().to_list()
