"""Small numbers kept back: a linear programme over what is shown can narrow no hidden number further than promised."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.knowledge.reports.suppressing.ranges import NARROWEST
from onechild.knowledge.reports.suppression import HIDDEN, SMALL, suppressed
from tests.knowledge.reports.attack import Attack, told

columns = st.lists(st.one_of(st.integers(0, 8), st.integers(0, 60)), min_size=1, max_size=11)


def test_one_small_count_takes_another_with_it() -> None:
    assert suppressed([10, 3, 12, 0], 25) == ([HIDDEN, SMALL, "12", "0"], "25")


def test_a_count_that_could_not_give_way_is_not_enough_to_hide_another() -> None:
    assert suppressed([10, 3, 7, 0], 20) == ([HIDDEN, SMALL, "7", "0"], "20")


def test_two_small_counts_that_hide_each_other_need_no_other() -> None:
    assert suppressed([10, 3, 3], 16) == (["10", SMALL, SMALL], "16")


def test_two_small_counts_whose_sum_would_narrow_them_take_a_third_with_them() -> None:
    assert suppressed([20, 5, 5], 30) == ([HIDDEN, SMALL, SMALL], "30")


def test_one_small_count_alone_hides_the_total() -> None:
    assert suppressed([0, 3, 0], 3) == (["0", SMALL, "0"], SMALL)


def test_parts_of_a_small_total_are_not_shown() -> None:
    assert suppressed([0, 2, 1], 3) == ([HIDDEN, HIDDEN, HIDDEN], SMALL)


def test_a_column_that_nothing_makes_safe_shows_its_total_alone() -> None:
    assert suppressed([3, 4, 0], 7) == ([HIDDEN, HIDDEN, HIDDEN], "7")


def test_a_small_count_whose_total_counts_more_hides_the_total() -> None:
    assert suppressed([0, 3], 9) == (["0", SMALL], HIDDEN)


def test_nought_is_shown() -> None:
    assert suppressed([0, 0], 0) == (["0", "0"], "0")


@settings(max_examples=150, deadline=None)
@given(columns)
def test_no_reader_can_narrow_a_hidden_count_further_than_promised(counts: list[int]) -> None:
    assert narrowest(counts, sum(counts), whole=False) >= NARROWEST


@settings(max_examples=60, deadline=None)
@given(columns)
def test_no_reader_who_tries_whole_numbers_can_either(counts: list[int]) -> None:
    assert narrowest(counts, sum(counts), whole=True) >= NARROWEST


def test_the_attack_finds_what_a_careless_table_gives_away() -> None:
    attack = Attack()
    attack.knows(("A",), 1, 5)
    attack.knows(("B",), 7, 7)
    attack.knows(("all",), 10, 10)
    attack.adds_up([("A",), ("B",)], ("all",))
    assert attack.range(("A",)) == (3, 3)


def narrowest(counts: list[int], total: int, *, whole: bool) -> float:
    """The narrowest that any hidden count can be pinned to; no bound where none is hidden."""
    cells, all_of_them = suppressed(counts, total)
    attack, names = Attack(), [(str(place),) for place in range(len(cells))]
    hidden = [name for name, cell in zip(names, cells, strict=True) if not told(attack, name, cell)]
    hidden += [("all",)] if not told(attack, ("all",), all_of_them) else []
    attack.adds_up(names, ("all",))
    found = [attack.range(name, whole=whole) for name in hidden]
    return min((most - least for least, most in found), default=NARROWEST)
