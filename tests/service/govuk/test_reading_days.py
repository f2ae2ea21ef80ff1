"""A day typed in three boxes, or pasted into one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.service.govuk.forms.reading_days import NotADay, read_day

FOURTH = date(2026, 12, 4)


@pytest.mark.parametrize(
    "typed",
    [
        ("4", "12", "2026"),
        ("04", "dec", "2026"),
        (" 4 ", "December", "2026 "),
        ("4/12/2026", "", ""),
        ("04-12-2026", "", ""),
        ("4.12.2026", "", ""),
        ("2026-12-04", "", ""),
        ("4 December 2026", "", ""),
        ("Friday 4 December 2026", "", ""),
        ("Friday, 4th Dec 2026", "", ""),
        ("", "", "4/12/2026"),
    ],
)
def test_a_day_is_read_however_it_is_written(typed: tuple[str, str, str]) -> None:
    assert read_day(typed) == FOURTH


def test_nothing_typed_is_no_day() -> None:
    assert read_day(("", " ", "")) is None


@pytest.mark.parametrize(
    ("typed", "words", "boxes"),
    [
        (("4", "12", ""), "must include a year", ("year",)),
        (("", "", "2026"), "must include a day and month", ("day", "month")),
        (("31", "11", "2026"), "must be a real date", ("day", "month", "year")),
        (("32", "12", "2026"), "must be a real date", ("day",)),
        (("4", "13", "2026"), "must be a real date", ("month",)),
        (("4", "Brumaire", "2026"), "must be a real date", ("month",)),
        (("4", "12", "soon"), "must be a real date", ("year",)),
        (("29", "2", "2026"), "must be a real date", ("day", "month", "year")),
        (("4/12/26", "", ""), "Year must include 4 numbers", ("year",)),
        (("4", "12", "0000"), "must be a real date", ("day", "month", "year")),
    ],
)
def test_what_is_wrong_is_said_and_where(typed: tuple[str, str, str], words: str, boxes: tuple[str, ...]) -> None:
    found = read_day(typed)
    assert isinstance(found, NotADay)
    assert (found.words, found.boxes) == (words, boxes)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_is_read_back_from_its_boxes(day: date) -> None:
    assert read_day((str(day.day), str(day.month), str(day.year))) == day


@given(st.lists(st.text(max_size=12), min_size=3, max_size=3))
def test_anything_typed_is_a_day_or_a_refusal_and_never_a_crash(typed: list[str]) -> None:
    assert isinstance(read_day(typed), date | NotADay | None)
