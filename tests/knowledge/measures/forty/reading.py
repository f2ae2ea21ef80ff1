"""The council of forty invented children: its facts as text tables, read into the standard tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from tests.spec.measures.examples import tables_of

FACTS = Path(__file__).with_name("council")
AS_AT = date(2026, 3, 31)
YEAR = (date(2025, 4, 1), date(2026, 3, 31))


@dataclass(frozen=True)
class Answer:
    """What a person works out by hand for one measure: as at 31 March 2026, or over the year to it.

    `because` is the arithmetic: the children (or workers, households) counted, and out of whom. `value` is given where
    it is no plain quotient: a rate, a median, a mean.
    """

    key: str
    numerator: float
    denominator: float | None
    because: str
    value: float | None = None


def council() -> dict[str, pa.Table]:
    """The forty children's facts as standard tables."""
    return tables_of(facts())


def facts() -> str:
    """All blocks of the text tables; a table told in two files is one table."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(FACTS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            name, header, *lines = block.splitlines()
            blocks[name, header] += lines
    return "\n\n".join("\n".join(lines) for lines in _joined(blocks))


def _joined(blocks: dict[tuple[str, str], list[str]]) -> list[list[str]]:
    """Of a table told with different columns, each row is written with all of them."""
    tables: dict[str, list[dict[str, str]]] = defaultdict(list)
    for (name, header), lines in blocks.items():
        columns = [cell.strip() for cell in header.split("|")]
        tables[name] += [dict(zip(columns, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines]
    found = []
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        cells = [" | ".join(row.get(column, "") for column in columns) for row in rows]
        found.append([name, " | ".join(columns), *cells])
    return found
