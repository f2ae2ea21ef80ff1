"""School days over a half term, a training day and a summer, from terms that a council gives."""

from datetime import date

import pytest

from onechild.knowledge.workdays import (
    Closure,
    Length,
    OutsideCalendar,
    OutsideTerms,
    SchoolTerm,
    SchoolTerms,
    add,
    school_day_after,
    school_day_beginning_with,
)

AUTUMN = SchoolTerm(
    "Autumn 2026",
    date(2026, 9, 2),
    date(2026, 12, 18),
    closures=(Closure(date(2026, 10, 26), date(2026, 10, 30)), Closure(date(2026, 9, 2), date(2026, 9, 2))),
)
SPRING = SchoolTerm("Spring 2027", date(2027, 1, 4), date(2027, 3, 25))
TERMS = SchoolTerms((AUTUMN, SPRING))


@pytest.mark.parametrize(
    ("day", "n", "due"),
    [
        (date(2026, 9, 2), 1, date(2026, 9, 3)),  # a training day is no school day
        (date(2026, 9, 4), 1, date(2026, 9, 7)),  # over a weekend
        (date(2026, 10, 23), 1, date(2026, 11, 2)),  # over half term
        (date(2026, 10, 28), 1, date(2026, 11, 2)),  # from inside half term
        (date(2026, 12, 18), 2, date(2027, 1, 5)),  # over Christmas
        (date(2027, 1, 4), -1, date(2026, 12, 18)),  # back over Christmas
        (date(2026, 12, 25), -1, date(2026, 12, 18)),
        (date(2026, 9, 4), 0, date(2026, 9, 4)),
    ],
)
def test_school_days_leave_out_whatever_shuts_the_schools(day, n, due):
    assert school_day_after(day, n, terms=TERMS) == due


def test_a_school_day_that_begins_a_period_is_day_one():
    assert school_day_beginning_with(date(2026, 9, 3), 2, terms=TERMS) == date(2026, 9, 4)


def test_add_counts_school_days_where_terms_are_given():
    assert add(date(2026, 10, 23), Length(1, "school_day"), terms=TERMS) == date(2026, 11, 2)


def test_add_counts_school_days_beginning_with_a_day():
    length = Length(1, "school_day")
    assert add(date(2026, 10, 26), length, terms=TERMS, beginning_with=True) == date(2026, 11, 2)


@pytest.mark.parametrize(("day", "n"), [(date(2027, 3, 25), 1), (date(2026, 9, 3), -1)])
def test_a_count_beyond_the_terms_given_is_refused(day, n):
    with pytest.raises(OutsideTerms, match="outside the terms given"):
        school_day_after(day, n, terms=TERMS)


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2027, 3, 26)])
def test_a_day_beyond_the_terms_given_is_refused(day):
    with pytest.raises(OutsideTerms, match="2026-09-02 to 2027-03-25"):
        school_day_after(day, 1, terms=TERMS)


def test_a_caller_that_catches_days_outside_the_calendar_catches_these_too():
    assert issubclass(OutsideTerms, OutsideCalendar)


def test_terms_that_overlap_are_refused():
    with pytest.raises(ValueError, match="Autumn 2026 starts before Spring 2027 has ended"):
        SchoolTerms((SPRING, AUTUMN))


def test_a_term_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="ends before it starts"):
        SchoolTerms((SchoolTerm("Summer 2027", date(2027, 7, 1), date(2027, 4, 1)),))


def test_no_terms_at_all_are_refused():
    with pytest.raises(ValueError, match="at least one term"):
        SchoolTerms(())
