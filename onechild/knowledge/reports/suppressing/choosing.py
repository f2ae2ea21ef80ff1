"""Chooses the rows of a table to keep back: those with small numbers, and as few others as make them safe.

A row is kept back whole. Every column adds up to a total that is shown, so the sum of what is kept back is known; rows
go on being added until no reader can narrow a hidden number to less than the promise of `ranges`. Where that can't be
had, the table is not shown by row at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from onechild.knowledge.reports.suppressing.ranges import FEWEST_SHOWN, Hidden, safe

Columns = Sequence[Sequence[int]]  # each column's counts, row by row


def is_small(count: int) -> bool:
    """Whether a count could point to somebody."""
    return 0 < abs(count) < FEWEST_SHOWN


def kept_back(columns: Columns, *, caps: Sequence[Sequence[float]] = ()) -> frozenset[int] | None:
    """This function will return the places of the rows to keep back; None where no choice of rows is safe.

    `caps` has for each column the most that it can be in each row, such as the whole that it is part of.
    """
    rows = range(len(columns[0]))
    chosen = frozenset(row for row in rows if any(is_small(column[row]) for column in columns))
    while chosen and not _safe(columns, chosen, caps):
        others = sorted(set(rows) - chosen, key=lambda row: (max(column[row] for column in columns), row))
        if not others:
            return None
        enough = next((row for row in others if _safe(columns, chosen | {row}, caps)), None)
        chosen |= {others[-1] if enough is None else enough}
    return chosen


def _safe(columns: Columns, chosen: frozenset[int], caps: Sequence[Sequence[float]]) -> bool:
    return all(
        safe([Hidden(column[row], caps[place][row] if caps else inf) for row in sorted(chosen)])
        for place, column in enumerate(columns)
    )
