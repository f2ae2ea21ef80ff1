"""The explorer's drawings: every value has its mark, gaps stay gaps, labels keep apart, nothing breaks the policy."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onechild.service.desk.explorer.drawing import dots, lines
from onechild.service.desk.explorer.drawing.dots import Dot
from onechild.service.desk.explorer.drawing.lines import Line
from onechild.service.desk.explorer.drawing.svg import Look, apart, runs, tick_words, ticks
from onechild.service.govuk.charts import safe_drawing

LOOK = Look("#106165", "circle")


def _number(value: float) -> str:
    return f"{value:.1f}%"


def _lines(some: list[Line], *, narrow: bool = False) -> str:
    canvas = lines.NARROW if narrow else lines.WIDE
    return lines.lines(
        some, years=["2023", "2024", "2025"], number=_number, floor=0, title="Up & down", name="x", canvas=canvas
    )


def test_a_drawing_says_its_finding_and_is_let_into_a_page() -> None:
    drawn = _lines([Line("Luton", {0: 1.0, 1: 2.0, 2: 3.0}, LOOK)])
    assert safe_drawing(drawn) == drawn
    assert "<title" in drawn
    assert "Up &amp; down" in drawn


@pytest.mark.parametrize("narrow", [False, True])
def test_each_line_is_named_with_its_last_value(narrow: bool) -> None:
    drawn = _lines([Line("Luton", {0: 1.0, 2: 3.0}, LOOK), Line("England", {0: 2.0, 1: 2.5}, LOOK)], narrow=narrow)
    assert "Luton 3.0%" in drawn
    assert "England 2.5%" in drawn


def test_a_year_without_a_figure_breaks_the_line() -> None:
    assert _lines([Line("Luton", {0: 1.0, 2: 3.0}, LOOK)]).count("<polyline") == 0
    assert _lines([Line("Luton", {0: 1.0, 1: 2.0}, LOOK)]).count("<polyline") == 1
    assert runs([(0, 1.0), (1, 2.0), (3, 4.0)]) == [[(0, 1.0), (1, 2.0)], [(3, 4.0)]]


def test_nothing_is_drawn_of_nothing() -> None:
    assert _lines([Line("Luton", {}, LOOK)]) == ""
    assert dots.dots([], number=_number, floor=0, title="x", name="x", canvas=dots.WIDE) == ""


def test_labels_that_would_touch_are_kept_apart_and_inside() -> None:
    placed = apart([(100, 20), (101, 20), (102, 20)], top=0, bottom=120)
    assert [round(after - before) for before, after in pairwise(placed)] == [20, 20]
    assert max(placed) <= 110


def test_ticks_are_round_hold_every_value_and_never_go_below_the_floor() -> None:
    assert ticks([17.0, 26.0]) == [15.0, 17.5, 20.0, 22.5, 25.0, 27.5]
    assert min(ticks([0.0, 0.4], floor=0)) == 0
    assert ticks([5.0]) != []
    assert tick_words([0.0, 10.0], _number) == ["0%", "10%"]
    assert tick_words([0.0, 2.5], _number) == ["0.0%", "2.5%"]


def test_an_area_without_a_figure_is_there_in_words() -> None:
    some = [Dot("Luton", 18.9, "", LOOK, bold=True), Dot("Slough", None, "not shown", LOOK)]
    drawn = dots.dots(some, number=_number, floor=0, title="x", name="x", canvas=dots.NARROW)
    assert "not shown" in drawn
    assert len(re.findall("<circle", drawn)) == 1
