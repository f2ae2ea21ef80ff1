"""Runs the text-table specifications of clocks: all examples pooled into one build an engine, then read one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.engine import MOMENTS, outcome
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.engines.store import Store
from onechild.knowledge.workdays.hours import LONDON
from tests.spec.tables import blocks, pooled, standard_tables

Rows = dict[str, list[dict[str, Any]]]
DATES = ("started_on", "due_on", "met_on", "ended_on")


@dataclass(frozen=True)
class Example:
    """What an extract holds, and the duties of one clock that follow, as they stood on a day.

    `expect` is a text table: a row for each duty, in order of child and start, with the columns it cares for.
    """

    clock: Clock
    says: str
    holds: str
    expect: str
    as_at: str

    @property
    def name(self) -> str:
        """The clock and the circumstance."""
        return f"{self.clock.key}: {self.says}"

    @property
    def settings(self) -> str:
        """The council's own standards that the example sets: examples are pooled with those that set the same."""
        return repr([rows for name, rows in blocks(self.holds) if name == "settings"])


def check_clock(clock: Clock, says: str, holds: str, *, as_at: str, expect: str) -> Example:
    """An example of a clock, to be collected in the tuple EXAMPLES of its module."""
    return Example(clock, says, holds, expect, as_at)


def tables_of(examples: list[Example]) -> Rows:
    """The rows of examples that set the same standards; each example's ids bear its number."""
    parts = [standard_tables(example.holds, prefix=f"{number}:") for number, example in enumerate(examples)]
    together = pooled(parts)
    together["settings"] = parts[0].get("settings", [])
    return together


def answers(store: Store, examples: list[Example]) -> dict[str, list[dict[str, Any]]]:
    """Build the pooled examples' obligations, and give each example its own, as it asks for them."""
    build(store, clocks=tuple(dict.fromkeys(example.clock for example in examples)))
    asked = store.table("obligations")
    by_day = {day: outcome(asked, date.fromisoformat(day)).to_pyarrow().to_pylist() for day in _days(examples)}
    return {
        example.name: read(
            example, [row for row in by_day[example.as_at] if row["subject_id"].startswith(f"{number}:")]
        )
        for number, example in enumerate(examples)
    }


def read(example: Example, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An example's duties in order, with the columns that its expectation names and no prefix."""
    columns = list(_expected(example)[0]) if _expected(example) else []
    own = sorted(
        (row for row in rows if row["clock"] == example.clock.key),
        key=lambda row: (row["subject_id"], row["started_on"], row["spell_id"], row["sequence"]),
    )
    return [{column: _plain(column, row[column]) for column in columns} for row in own]


def expected(example: Example) -> list[dict[str, Any]]:
    """What the example says, typed."""
    return [
        {column: date.fromisoformat(cell) if column in DATES and cell else cell or None for column, cell in row.items()}
        for row in _expected(example)
    ]


def _expected(example: Example) -> list[dict[str, str]]:
    return next((rows for _, rows in blocks(example.expect)), [])


def _plain(column: str, cell: Any) -> Any:
    if column in ("child_id", "subject_id", "spell_id"):
        return str(cell).partition(":")[2]
    if column in MOMENTS and cell is not None:
        moment = cell if cell.tzinfo else cell.replace(tzinfo=UTC)
        return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"
    return cell if cell is None or column in DATES else str(cell)


def _days(examples: list[Example]) -> set[str]:
    return {example.as_at for example in examples}
