"""Runs the text-table specifications of checks: examples of one day and the same settings pooled into one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.knowledge.clocks.standards import read_standards
from onechild.knowledge.engines.store import Store
from onechild.knowledge.silence.catalogue import check
from onechild.knowledge.silence.finding import silences
from tests.spec.tables import blocks, pooled, standard_tables

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Example:
    """What an extract holds, and the children for whom one check finds a silence at the end of a day.

    `expect` is a text table of child and since_on, and what else it cares for; an empty text is nothing found.
    """

    check: str
    says: str
    holds: str
    expect: str
    as_at: str

    @property
    def name(self) -> str:
        """The check and the circumstance."""
        return f"{self.check}: {self.says}"

    @property
    def pool(self) -> str:
        """Examples are asked together that are of one day and set the same standards."""
        return self.as_at + repr([rows for name, rows in blocks(self.holds) if name == "settings"])


def quiet(key: str, says: str, holds: str, *, as_at: str = "2026-11-20", expect: str = "") -> Example:
    """An example of a check, to be collected in the tuple EXAMPLES of its module."""
    return Example(key, says, holds, expect, as_at)


def tables_of(examples: list[Example]) -> Rows:
    """The rows of a pool; each example's ids bear its number."""
    parts = [standard_tables(example.holds, prefix=f"{number}:") for number, example in enumerate(examples)]
    together = pooled(parts)
    together["settings"] = parts[0].get("settings", [])
    return together


def answers(store: Store, examples: list[Example]) -> dict[str, list[dict[str, str]]]:
    """Ask the checks of the pool, and give each example its own."""
    day = date.fromisoformat(examples[0].as_at)
    settings = tables_of(examples)["settings"]
    asked = tuple(dict.fromkeys(check(example.check) for example in examples))
    found = silences(store, day=day, standards=read_standards(_whole(settings)), checks=asked)
    return {
        example.name: [
            _plain(row, _columns(example))
            for row in found
            if row["check_key"] == example.check and str(row["child_id"]).startswith(f"{number}:")
        ]
        for number, example in enumerate(examples)
    }


def expected(example: Example) -> list[dict[str, str]]:
    """What the example says."""
    return [rows for _, found in blocks(example.expect) for rows in found]


def _whole(settings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    columns = ("team_id", "role", "ended_on")
    return [dict.fromkeys(columns) | row for row in settings]


def _columns(example: Example) -> list[str]:
    return list(expected(example)[0]) if expected(example) else ["child_id", "since_on"]


def _plain(row: dict[str, object], columns: list[str]) -> dict[str, str]:
    return {name: str(row[name] or "").rpartition(":")[2] for name in columns}
