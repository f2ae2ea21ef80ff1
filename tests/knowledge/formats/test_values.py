"""One raw text at a time: what it means, or why it means nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.formats.values import (
    ANY_FORM,
    BRITISH,
    ISO,
    SERIAL,
    as_text,
    code_reader,
    read_day,
    read_instant,
    read_integer,
    read_number,
    read_yes_no,
)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-01",
        "2026-05-01T00:00:00",
        "2026-05-01 00:00:00.000",
        "01/05/2026",
        "1/5/2026",
        "1 May 2026",
        "01-May-2026",
    ],
)
def test_a_day_is_read_in_the_forms_met_in_returns(text: str) -> None:
    assert read_day(text).value == date(2026, 5, 1)


@pytest.mark.parametrize("text", ["2026-02-29", "31/04/2026", "1 Foo 2026", "26-05-01", "20260501", "soon"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert read_day(text).refused


@pytest.mark.parametrize("text", ["1899-12-31", "2101-01-01", "1066-04-13"])
def test_a_day_outside_1900_to_2100_is_refused(text: str) -> None:
    assert read_day(text).refused == "lies outside the years 1900 to 2100"


def test_a_form_that_was_not_named_is_not_read() -> None:
    assert read_day("01/05/2026", forms=(ISO,)).refused


def test_an_excel_serial_number_is_a_day_only_where_asked_for() -> None:
    assert read_day("46143", forms=(BRITISH, SERIAL)).value == date(2026, 5, 1)
    assert read_day("46143").refused


def test_a_moment_in_summer_is_an_hour_earlier_in_utc() -> None:
    assert read_instant("2026-07-01 09:30:00").value == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)


def test_a_moment_with_its_own_zone_keeps_it() -> None:
    assert read_instant("2026-07-01T09:30:00Z").value == datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


def test_a_day_alone_is_no_moment() -> None:
    assert read_instant("2026-07-01").refused


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("3.0", 3), ("-1", -1)])
def test_a_whole_number_is_read(text: str, value: int) -> None:
    assert read_integer(text).value == value


@pytest.mark.parametrize("text", ["3.5", "three", "nan", "inf", "1e400", "9" * 30, "1_0"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    assert read_integer(text).refused


def test_a_fraction_is_read() -> None:
    assert read_number("0.5").value == 0.5


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("Yes", True), ("a) Yes", True), ("false", False), ("N", False)]
)
def test_yes_and_no_are_read_as_they_are_written(text: str, value: bool) -> None:
    assert read_yes_no(text).value is value


def test_not_known_is_neither_and_no_refusal() -> None:
    assert read_yes_no("Not known").value is None
    assert not read_yes_no("Not known").refused


def test_maybe_is_refused() -> None:
    assert read_yes_no("maybe").refused


def test_a_code_out_of_its_years_is_read_with_a_note() -> None:
    found = code_reader("sex", on=date(2026, 3, 31))("1")
    assert found.value == "M"
    assert found.note is not None


def test_a_code_of_another_list_is_read_through_the_map() -> None:
    assert code_reader("abuse_category", read_by="annexa_abuse_category")("b) Physical abuse").value == "PHY"


def test_a_code_nobody_knows_is_refused() -> None:
    assert code_reader("ethnicity")("XXXX").refused == "is not in the code set ethnicity"


def test_cells_of_a_workbook_become_text() -> None:
    cells = [" a ", "", None, 3.0, 2.5, True, date(2026, 5, 1), datetime(2026, 5, 1), datetime(2026, 5, 1, 9, 30)]  # noqa: DTZ001
    expected = ["a", None, None, "3", "2.5", "true", "2026-05-01", "2026-05-01", "2026-05-01 09:30:00"]
    assert as_text(cells).to_pylist() == expected


def test_cells_in_chunks_are_read_too() -> None:
    assert as_text(pa.chunked_array([["a "], [" "]])).to_pylist() == ["a", None]


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    readers = (
        lambda raw: read_day(raw, forms=(*ANY_FORM, SERIAL)),
        lambda raw: read_instant(raw, forms=(*ANY_FORM, SERIAL)),
        read_integer,
        read_number,
        read_yes_no,
        code_reader("ethnicity"),
    )
    assert all((found.value is None) or not found.refused for found in (reader(text) for reader in readers))
