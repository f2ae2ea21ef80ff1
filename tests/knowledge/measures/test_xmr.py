"""The control chart: limits from the moves between months, and the three rules that pick a month out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.measures.xmr import FEWEST_MONTHS, Limits, Month, Reading, Rule, broken, read
from onechild.knowledge.workdays.years import month_end

TO_AND_FRO = [10.0, 12.0] * 6
BAND = Limits(low=4.0, average=10.0, high=16.0, reach=6.0)


def months(values: Sequence[float | None]) -> list[Month]:
    """Months from January 2024 on."""
    return [Month(month_end(date(2024 + n // 12, n % 12 + 1, 1)), value) for n, value in enumerate(values)]


def reading(values: Sequence[float | None], *, highest: float | None = None) -> Reading:
    """What these values tell."""
    return read(months(values), highest=highest)


def test_limits_are_the_average_give_or_take_2_66_mean_moves() -> None:
    found = reading(TO_AND_FRO).limits
    assert found
    assert (found.average, round(found.low, 2), round(found.high, 2)) == (11.0, 5.68, 16.32)


def test_eleven_months_have_no_limits_and_break_no_rule() -> None:
    found = reading([1.0] * 10 + [100.0])
    assert found.limits is None
    assert found.broken == ((),) * 11


def test_a_month_without_a_value_is_passed_over() -> None:
    with_a_gap = reading([*TO_AND_FRO[:6], None, *TO_AND_FRO[6:]])
    assert with_a_gap.limits == reading(TO_AND_FRO).limits
    assert with_a_gap.broken[6] == ()


def test_a_share_has_no_limit_above_all_and_a_count_none_below_nought() -> None:
    share = reading([0.9, 1.0] * 6, highest=1.0).limits
    count = reading([0.0, 3.0] * 6).limits
    assert share
    assert count
    assert (share.high, count.low) == (1.0, 0.0)


def test_a_sum_that_goes_below_nought_has_a_limit_below_nought() -> None:
    found = reading([-2.0, 2.0] * 6).limits
    assert found
    assert found.low < 0


@pytest.mark.parametrize(("value", "rules"), [(16.0, ()), (16.1, (Rule.OUTSIDE,)), (3.9, (Rule.OUTSIDE,))])
def test_a_month_is_outside_only_beyond_a_limit(value: float, rules: tuple[Rule, ...]) -> None:
    assert broken(months([9.0, 11.0, value]), BAND)[-1] == rules


def test_eight_in_a_row_on_one_side_stand_out_and_seven_do_not() -> None:
    eight, seven = [9.0, *[11.0] * 8], [9.0, *[11.0] * 7]
    assert broken(months(eight), BAND) == ((), *(((Rule.RUN,),) * 8))
    assert broken(months(seven), BAND) == ((),) * 8


def test_a_month_on_the_average_breaks_a_run() -> None:
    assert broken(months([11.0] * 4 + [10.0] + [11.0] * 4), BAND) == ((),) * 9


def test_three_of_four_near_one_limit_stand_out_and_two_do_not() -> None:
    three, two = [14.0, 10.5, 14.0, 14.0], [14.0, 10.5, 14.0, 11.0]
    assert broken(months(three), BAND) == ((Rule.NEAR,), (), (Rule.NEAR,), (Rule.NEAR,))
    assert broken(months(two), BAND) == ((),) * 4


def test_near_one_limit_and_near_the_other_are_not_put_together() -> None:
    assert broken(months([14.0, 6.0, 14.0, 6.0]), BAND) == ((),) * 4


def test_a_figure_that_never_moves_breaks_no_rule() -> None:
    assert reading([5.0] * 24).broken == ((),) * 24


def test_a_stock_that_drifts_has_no_limits_and_says_so() -> None:
    assert reading([100.0 + 10 * n for n in range(24)]).drifts


@given(st.lists(st.floats(0, 1), min_size=FEWEST_MONTHS, max_size=36))
def test_limits_hold_the_average_and_every_month_has_its_rules(values: list[float]) -> None:
    found = reading(values, highest=1.0)
    assert len(found.broken) == len(values)
    assert found.limits is None or found.limits.low <= found.limits.average <= found.limits.high
