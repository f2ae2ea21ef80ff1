"""Keeps small numbers back from whoever may not open the children behind them.

A count of 1 to 5 is shown as "1 to 5". Others go with it, as "hidden", until nobody can work it out (`suppressing`
chooses them). Nought is shown, for it points to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from onechild.knowledge.reports.suppressing.choosing import is_small, kept_back

__all__ = ["HIDDEN", "KEPT_BACK", "SMALL", "is_small", "suppressed"]

SMALL = "1 to 5"
HIDDEN = "hidden"
KEPT_BACK = (SMALL, HIDDEN)
WHY = (
    "“1 to 5” means a count too small to publish, because somebody could be recognised. “Hidden” means a number that, "
    "shown, would help to work one of those out. From everything shown here, nobody can narrow a hidden number to "
    "fewer than five values. Nought may be seen: it points to nobody."
)


def suppressed(counts: Sequence[int], total: int) -> tuple[list[str], str]:
    """A column of counts that add up to its total, and the total, as they may be published.

    Where the total is small, or no choice of cells is safe, no part is shown; where the parts together are few and
    the total counts more than them, neither is the total.
    """
    if not any(counts):
        return ["0"] * len(counts), SMALL if is_small(total) else f"{total:,}"
    if is_small(total):
        alone = sum(1 for count in counts if count) == 1
        return [_alone(count) if alone else HIDDEN for count in counts], SMALL
    chosen = kept_back([counts])
    if chosen is not None:
        return [_cell(count, place in chosen) for place, count in enumerate(counts)], f"{total:,}"
    if is_small(sum(counts)):
        return [_cell(count, is_small(count)) for count in counts], HIDDEN
    return [HIDDEN] * len(counts), f"{total:,}"


def _alone(count: int) -> str:
    return SMALL if count else "0"


def _cell(count: int, hidden: bool) -> str:
    if is_small(count):
        return SMALL
    return HIDDEN if hidden else f"{count:,}"
