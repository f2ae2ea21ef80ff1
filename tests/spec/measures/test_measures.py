"""Every example of a measure, on DuckDB one by one; and its figures added up again from the children behind them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from onechild.knowledge.measures.behind import behind, tally
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.model import Figure
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Question, moments_of
from tests.spec.measures.examples import Example, Pair, store_of

# Every module here whose name ends so holds examples.
MODULES = sorted(path.stem for path in Path(__file__).parent.glob("*_examples.py"))
EXAMPLES: tuple[Example, ...] = tuple(
    example for name in MODULES for example in import_module(f"tests.spec.measures.{name}").EXAMPLES
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.measure.key}: {example.says}")
def test_measure_counts_the_example_as_stated(example: Example) -> None:
    with store_of(example.holds) as store:
        prepare(store, [example.measure])
        question = Question(store, moments_of(**example.asked), example.target)
        in_all = figures(question, example.measure)
        assert _pair(in_all) == example.expect
        assert example.value is None or in_all[0].value == pytest.approx(example.value)
        found = {cut: _by(figures(question, example.measure, by=cut), cut) for cut in example.by_cut}
        assert found == example.by_cut
        rows = behind(question, example.measure)[example.measure.key]
        assert tally(question, example.measure, rows) == in_all
        by_team = figures(question, example.measure, by="team") if "team" in example.measure.breakdowns else []
        assert not example.by_team or _by(by_team, "team") == example.by_team
        assert not by_team or tally(question, example.measure, rows, by="team") == by_team


def test_every_measure_has_an_example() -> None:
    assert {example.measure.key for example in EXAMPLES} == set(MEASURES)


def _pair(found: list[Figure]) -> Pair:
    [one] = found
    return one.numerator, one.denominator


def _by(found: list[Figure], cut: str) -> dict[str, Pair]:
    return {one.of(cut) or "": (one.numerator, one.denominator) for one in found}
