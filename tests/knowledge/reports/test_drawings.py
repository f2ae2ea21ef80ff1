"""Drawings: one SVG element with its title, nothing that a strict policy stops, and marks that tell months apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.xmr import Month, limits
from onechild.knowledge.reports.page.spark import spark
from onechild.knowledge.reports.page.trend_chart import NARROW_TREND, WIDE_TREND, Canvas, trend
from onechild.knowledge.workdays.years import month_end
from onechild.service.govuk.charts import safe_drawing

SHARE = MEASURES["child-protection-visits-in-time"]
VALUES = [0.96, 0.97, 0.95, 0.96, 0.97, 0.96, 0.95, 0.97, 0.96, 0.95, 0.96, 0.97, 0.80]


def months(values: Sequence[float | None]) -> list[Month]:
    """Months from January 2025 on."""
    return [Month(month_end(date(2025 + n // 12, n % 12 + 1, 1)), value) for n, value in enumerate(values)]


def drawn(values: Sequence[float | None], canvas: Canvas = WIDE_TREND, target: float | None = None) -> str:
    """The chart of these months."""
    found = limits(months(values), highest=1.0)
    return trend(SHARE, months(values), found, title="A < B", name="wide", canvas=canvas, target=target)


@pytest.mark.parametrize("canvas", [WIDE_TREND, NARROW_TREND])
def test_a_strict_policy_lets_a_drawing_through(canvas: Canvas) -> None:
    assert safe_drawing(drawn(VALUES, canvas))


def test_the_title_is_escaped_and_named() -> None:
    assert '<title id="wide-title">A &lt; B</title>' in drawn(VALUES)


def test_one_month_outside_is_a_diamond_and_the_others_are_dots() -> None:
    svg = drawn(VALUES)
    assert (svg.count("<polygon"), svg.count("<circle")) == (1, len(VALUES) - 1)


def test_the_aim_is_dashed_and_named_beside_its_line() -> None:
    svg = drawn(VALUES, target=0.98)
    assert "stroke-dasharray" in svg
    assert "Aim 98.0%" in svg


def test_no_mark_stands_outside_the_drawing() -> None:
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', drawn(VALUES))]
    assert heights
    assert 0 < min(heights) <= max(heights) < WIDE_TREND.height


def test_months_without_any_value_have_no_drawing() -> None:
    assert drawn([None] * 12) == ""
    assert spark(months([None, 1.0]), None, title="", name="s") == ""


def test_a_small_drawing_shows_a_month_outside_as_a_diamond() -> None:
    found = limits(months(VALUES), highest=1.0)
    assert spark(months(VALUES), found, title="Falls", name="s").count("<polygon") == 1
    assert safe_drawing(spark(months(VALUES), found, title="Falls", name="s"))
