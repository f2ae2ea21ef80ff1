"""The sentences on visits, true in the singular, the plural and at nought."""

from __future__ import annotations

import pytest

from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.visits import Share, VisitFigure, Visits, visit_sentences

SAYING = Saying("May 2020", "May 2021")


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ((238, 240), (250, 260), "238 of the 240 children (99.2%) on a plan were seen in time at May 2021; "
         "at May 2020 it was 250 of 260 (96.2%)."),
        ((240, 240), (0, 0), "All 240 children (100%) on a plan were seen in time at May 2021."),
        ((2, 2), (2, 2), "Both children (100%) on a plan were seen in time at May 2021; "
         "at May 2020 it was both (100%)."),
        ((1, 1), (0, 3), "The one child on a plan was seen in time at May 2021; "
         "at May 2020 it was none of three (0%)."),
        ((0, 1), (0, 0), "The one child on a plan was not seen in time at May 2021."),
        ((1, 8), (0, 0), "One of the eight children (12.5%) on a plan was seen in time at May 2021."),
        ((0, 8), (0, 0), "None of the eight children (0%) on a plan was seen in time at May 2021."),
        ((0, 0), (1, 2), "No child was on a plan at May 2021, so nothing can be said of who was seen in time."),
    ],
)  # fmt: skip
def test_a_share_is_said_with_its_numbers(now: tuple[int, int], then: tuple[int, int], words: str) -> None:
    assert _said(now, then, SAYING) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ((238, 240), "All but between one and five of the 240 children on a plan were seen in time at May 2021."),
        ((3, 240), "Between one and five of the 240 children on a plan were seen in time at May 2021."),
        ((1, 1), "Too few children were on a plan at May 2021 to say who was seen in time."),
        ((230, 240), "230 of the 240 children (95.8%) on a plan were seen in time at May 2021."),
    ],
)
def test_a_few_children_are_not_counted_out_for_publication(now: tuple[int, int], words: str) -> None:
    assert _said(now, (0, 0), Saying("May 2020", "May 2021", publish=True)) == words


def _said(now: tuple[int, int], then: tuple[int, int], saying: Saying) -> str:
    figure = VisitFigure("key", "Title", "", "on a plan", "seen in time", Share(*now), Share(*then))
    return visit_sentences(Visits((figure,), {}), saying)[0]
