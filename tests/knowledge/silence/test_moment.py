"""The days before which something should have happened: exact over month ends, working days and 29 February."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.live import install_sql
from onechild.knowledge.silence.moment import before, moment
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.workdays.lengths import Length, add

LENGTHS = st.sampled_from(
    [Length(3, "month"), Length(6, "month"), Length(10, "working_day"), Length(8, "week"), Length(3, "day")]
)


@given(st.dates(date(2010, 1, 1), date(2040, 12, 31)), LENGTHS, st.integers(-5, 5))
def test_what_began_before_the_mark_has_had_its_time_and_nothing_else_has(
    day: date, length: Length, around: int
) -> None:
    mark = before(day, length)
    began = mark + timedelta(days=around)
    assert (began < mark) == (add(began, length) < day)


def test_three_months_from_the_end_of_november_are_over_on_the_first_of_march() -> None:
    assert date(2026, 11, 30) < before(date(2027, 3, 1), Length(3, "month"))


def test_a_child_born_on_29_february_is_16_on_1_march() -> None:
    assert moment(date(2026, 2, 28))["aged_16_mark"] == date(2010, 3, 1)
    assert not date(2012, 2, 29) < moment(date(2028, 2, 28))["aged_16_mark"]
    assert date(2012, 2, 29) < moment(date(2028, 2, 29))["aged_16_mark"]


def test_the_standard_of_the_day_is_used_and_not_a_later_one() -> None:
    standards = [InForce("silence_visit_weeks", 6, date(2026, 6, 1), date(2026, 9, 1))]
    assert moment(date(2026, 8, 31), standards)["visit_mark"] == date(2026, 7, 20)
    assert moment(date(2026, 9, 1), standards)["visit_mark"] == date(2026, 7, 7)


def test_every_need_of_a_check_is_in_the_contract() -> None:
    needs = [need for check in CHECKS for need in check.needs]
    assert [need for need in needs if need.table not in TABLES] == []
    assert [need for need in needs if need.column and need.column not in TABLES[need.table].names] == []


def test_no_two_checks_have_one_key() -> None:
    assert len({check.key for check in CHECKS}) == len(CHECKS)


def test_every_check_stands_in_the_functions_of_the_record() -> None:
    text = install_sql()
    assert [check.key for check in CHECKS if f"check_key = '{check.key}'" not in text] == []
    assert text.count("«") == 1
