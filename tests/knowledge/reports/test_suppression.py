"""Small numbers kept back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.reports.suppression import HIDDEN, SMALL, suppressed


def test_one_small_count_takes_the_next_smallest_with_it() -> None:
    assert suppressed([10, 3, 7, 0], 20) == (["10", SMALL, HIDDEN, "0"], "20")


def test_two_small_counts_hide_each_other() -> None:
    assert suppressed([10, 3, 4], 17) == (["10", SMALL, SMALL], "17")


def test_one_small_count_alone_hides_the_total() -> None:
    assert suppressed([0, 3, 0], 3) == (["0", SMALL, "0"], SMALL)


def test_a_small_count_whose_total_counts_more_hides_the_total() -> None:
    assert suppressed([0, 3], 9) == (["0", SMALL], HIDDEN)


def test_nought_is_shown() -> None:
    assert suppressed([0, 0], 0) == (["0", "0"], "0")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_no_small_count_can_be_had_by_taking_away(counts: list[int]) -> None:
    cells, total = suppressed(counts, sum(counts))
    assert all(cell == SMALL for cell, count in zip(cells, counts, strict=True) if 0 < count < 6)
    unknown = [cell for cell in (*cells, total) if cell in (SMALL, HIDDEN)]
    assert len(unknown) != 1
