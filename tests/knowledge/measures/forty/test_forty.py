"""Every measure's answer for forty invented children, worked out by hand, is what the engine counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.measures.answers import Asked
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.moments import usual
from tests.knowledge.measures.forty.page import ANSWERS, page
from tests.knowledge.measures.forty.reading import AS_AT, Answer, council

DOCS = Path(__file__).parents[4] / "docs" / "forty-children.md"


@pytest.fixture(scope="module")
def answers() -> Iterator[Asked]:
    with open_memory(council()) as store:
        yield Asked(store, MEASURES.values())


def test_there_are_forty_children() -> None:
    assert council()["children"].num_rows == 40


def test_every_measure_is_worked_out_by_hand_once() -> None:
    assert sorted(answer.key for answer in ANSWERS) == sorted(MEASURES)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.key)
def test_a_measure_gives_what_was_worked_out_by_hand(answer: Answer, answers: Asked) -> None:
    measure = MEASURES[answer.key]
    [found] = answers.figures(measure, usual(measure, AS_AT))
    assert (found.numerator, found.denominator) == (answer.numerator, answer.denominator)
    if answer.value is not None:
        assert found.value == pytest.approx(answer.value, abs=0.0005)


def test_the_page_says_what_the_answers_say() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run python -m tests.knowledge.measures.forty.page"
