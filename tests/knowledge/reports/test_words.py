"""How the report says numbers, dates and lists."""

from __future__ import annotations

from datetime import date

import pytest

from onechild.knowledge.reports.words import does, length, listed, name_days, number, per_cent, things
from onechild.knowledge.workdays.lengths import Length


@pytest.mark.parametrize(("count", "words"), [(0, "none"), (1, "one"), (10, "ten"), (11, "11"), (1954, "1,954")])
def test_numbers_one_to_ten_stand_in_words(count: int, words: str) -> None:
    assert number(count) == words


@pytest.mark.parametrize(("count", "words"), [(0, "none"), (1, "between one and five"), (6, "six")])
def test_numbers_one_to_five_are_not_told_apart_for_publication(count: int, words: str) -> None:
    assert number(count, publish=True) == words


@pytest.mark.parametrize(("count", "words"), [(0, "no child"), (1, "one child"), (2, "two children")])
def test_nouns_agree_with_their_number(count: int, words: str) -> None:
    assert things(count, "child", "children") == words


def test_verb_is_plural_where_one_to_five_are_not_told_apart() -> None:
    assert (does(1, "was", "were"), does(1, "was", "were", publish=True)) == ("was", "were")


@pytest.mark.parametrize(("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), ("ABC", "A, B and C")])
def test_names_in_a_row_end_with_and(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_two_month_ends_are_called_by_their_months() -> None:
    assert name_days(date(2020, 5, 31), date(2021, 5, 31)) == ("May 2020", "May 2021")


def test_any_other_two_days_are_called_in_full() -> None:
    assert name_days(date(2020, 5, 31), date(2021, 5, 30)) == ("31 May 2020", "30 May 2021")


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(240, 240, "100%"), (1999, 2000, "over 99.9%"), (0, 3, "0%"), (1, 3000, "under 0.1%"), (1, 8, "12.5%")],
)
def test_a_share_is_never_rounded_up_to_all_or_down_to_none(part: int, whole: int, words: str) -> None:
    assert per_cent(part, whole) == words


def test_a_length_of_time_says_its_number_in_words() -> None:
    assert (length(Length(6, "week")), length(Length(28, "day"))) == ("six weeks", "28 days")
