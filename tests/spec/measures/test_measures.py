"""Every example of a measure, on DuckDB one by one; and its figures added up again from the children behind them."""

from __future__ import annotations

import pytest

from onechild.knowledge.measures.behind import behind, tally
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.model import Figure
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Question, moments_of
from tests.spec.measures import caseload_examples, children_examples, duty_examples, visit_examples
from tests.spec.measures.examples import Example, Pair, store_of

EXAMPLES = (
    *caseload_examples.EXAMPLES,
    *children_examples.EXAMPLES,
    *duty_examples.EXAMPLES,
    *visit_examples.EXAMPLES,
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.measure.key}: {example.says}")
def test_measure_counts_the_example_as_stated(example: Example) -> None:
    with store_of(example.holds) as store:
        prepare(store, [example.measure])
        question = Question(store, moments_of(**example.asked), example.target)
        in_all, by_team = figures(question, example.measure), figures(question, example.measure, by="team")
        assert _pair(in_all) == example.expect
        assert not example.by_team or _by_team(by_team) == example.by_team
        rows = behind(question, example.measure)[example.measure.key]
        assert tally(question, example.measure, rows) == in_all
        assert tally(question, example.measure, rows, by="team") == by_team


def test_every_measure_has_an_example() -> None:
    assert {example.measure.key for example in EXAMPLES} == set(MEASURES)


def _pair(found: list[Figure]) -> Pair:
    [one] = found
    return one.numerator, one.denominator


def _by_team(found: list[Figure]) -> dict[str, Pair]:
    return {one.of("team") or "": (one.numerator, one.denominator) for one in found}
