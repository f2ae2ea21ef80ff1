"""Keeps small numbers back from whoever may not open the children behind them.

A count of 1 to 5 is shown as "1 to 5". Where the rest of a column and its total would give one such count away, the
next smallest is hidden too. Nought is shown, for it points to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from onechild.knowledge.reports.words import FEWEST_SHOWN

SMALL = "1 to 5"
HIDDEN = "hidden"


def is_small(count: int) -> bool:
    """Whether a count could point to somebody."""
    return 0 < count < FEWEST_SHOWN


def suppressed(counts: Sequence[int], total: int) -> tuple[list[str], str]:
    """A column of counts that add up to its total, and the total, as they may be published."""
    cells = [SMALL if is_small(count) else f"{count:,}" for count in counts]
    whole = SMALL if is_small(total) else f"{total:,}"
    if cells.count(SMALL) == 1 and whole != SMALL:
        others = [(count, place) for place, count in enumerate(counts) if cells[place] != SMALL and count]
        if others:
            cells[min(others)[1]] = HIDDEN
        else:
            whole = HIDDEN
    return cells, whole
