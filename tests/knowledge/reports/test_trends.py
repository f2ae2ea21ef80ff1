"""What a row of months says: ordinary up and down, a month that stands out, a run, a drift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.reports.page.trends import Month, limits, trend_sentence
from onechild.knowledge.workdays.years import month_end

VISITS, CASES = MEASURES["child-protection-visits-in-time"], MEASURES["cases-held"]
STEADY = [0.96, 0.97, 0.95, 0.96, 0.97, 0.96, 0.95, 0.97, 0.96, 0.95, 0.96, 0.97]


def months(values: Sequence[float]) -> list[Month]:
    """Months from January 2025 on."""
    return [Month(month_end(date(2025 + n // 12, n % 12 + 1, 1)), value) for n, value in enumerate(values)]


def said(values: Sequence[float]) -> str:
    """What the months of a share say."""
    return trend_sentence(VISITS, months(values), limits(months(values), highest=1.0))


def test_ordinary_up_and_down_is_steady() -> None:
    assert said(STEADY).startswith("Steady, about 96.")


def test_a_last_month_outside_the_limits_is_asked_about_and_said_to_be_worse() -> None:
    assert said([*STEADY, 0.80]) == (
        "January 2026 is below what ordinary up and down would give, and that is the worse way. Ask why."
    )


def test_an_earlier_month_outside_the_limits_is_named() -> None:
    assert "July 2025 stood outside" in said([0.90, 0.99] * 3 + [0.50] + [0.99, 0.90] * 5)


def test_eight_months_on_one_side_are_said() -> None:
    assert "Each of the last eight months is above" in said([0.94, 0.93] * 4 + [0.95, 0.96] * 4)


def test_too_few_months_tell_no_trend() -> None:
    assert "too few" in said(STEADY[:11])


def test_a_stock_that_drifts_is_given_no_limits() -> None:
    drifting = months([1800.0 + 20 * n for n in range(24)])
    assert limits(drifting) is None
    assert trend_sentence(CASES, drifting, None).startswith(
        "The figure drifts from month to month, between 1,800 and 2,260"
    )


def test_a_share_has_no_limit_above_all() -> None:
    found = limits(months([1.0, 0.95] * 6), highest=1.0)
    assert found
    assert found.high == 1.0
