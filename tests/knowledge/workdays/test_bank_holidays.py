"""England's bank holidays and the table of days, against the package `holidays` and the days anyone remembers."""

from datetime import date

import holidays
import pyarrow.compute as pc
import pytest

from onechild.knowledge.workdays import (
    FIRST_DAY,
    LAST_DAY,
    OutsideCalendar,
    bank_holidays,
    calendar_table,
    is_working_day,
    making,
    standing,
)

PROCLAIMED = range(1990, making.LAST_PROCLAIMED_YEAR + 1)


def published(*, parts: tuple[str, ...], years: range) -> set[date]:
    """The weekdays that the package holds as bank holidays in any of these parts of the UK."""
    return {
        day for part in parts for day in holidays.country_holidays("GB", subdiv=part, years=years) if day.weekday() < 5
    }


def ours(*, calendar: str, years: range) -> set[date]:
    return {day for day in bank_holidays(calendar=calendar) if day.year in years}


def test_every_proclaimed_year_agrees_with_the_published_list():
    assert ours(calendar="england", years=PROCLAIMED) == published(parts=("ENG",), years=PROCLAIMED)


def test_projected_years_follow_the_same_rules_as_the_package():
    projected = range(making.LAST_PROCLAIMED_YEAR + 1, 2061)
    assert ours(calendar="england", years=projected) == published(parts=("ENG",), years=projected)


def test_any_part_of_the_uk_agrees_but_for_st_andrews_day_before_its_act():
    # The package has 30 November 2006; the St Andrew's Day Bank Holiday (Scotland) Act is of January 2007.
    parts = ("ENG", "WLS", "SCT", "NIR")
    assert ours(calendar="uk_any", years=PROCLAIMED) == published(parts=parts, years=PROCLAIMED) - {date(2006, 11, 30)}


@pytest.mark.parametrize("calendar", ["england", "uk_any"])
def test_the_committed_file_is_what_the_rules_make(calendar, project_root):
    path = project_root / "onechild/knowledge/workdays" / f"bank_holidays_{calendar}.csv"
    assert path.read_text(encoding="utf-8") == making.bank_holidays_csv(calendar=calendar)


@pytest.mark.parametrize(
    ("one_off", "instead_of"),
    [
        (date(1995, 5, 8), date(1995, 5, 1)),
        (date(1999, 12, 31), None),
        (date(2002, 6, 3), None),
        (date(2002, 6, 4), date(2002, 5, 27)),
        (date(2011, 4, 29), None),
        (date(2012, 6, 4), date(2012, 5, 28)),
        (date(2012, 6, 5), None),
        (date(2020, 5, 8), date(2020, 5, 4)),
        (date(2022, 6, 2), date(2022, 5, 30)),
        (date(2022, 6, 3), None),
        (date(2022, 9, 19), None),
        (date(2023, 5, 8), None),
    ],
)
def test_a_one_off_is_a_holiday_with_a_source_and_the_day_it_replaced_is_not(one_off, instead_of):
    assert bank_holidays()[one_off].one_off
    assert instead_of is None or is_working_day(instead_of)


def test_no_other_day_is_marked_as_a_one_off():
    assert sum(bool(day.one_off) for day in bank_holidays().values()) == 12


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 28), "Boxing Day (substitute day)"),  # Boxing Day is a Saturday
        (date(2027, 12, 27), "Christmas Day (substitute day)"),  # Christmas is a Saturday
        (date(2027, 12, 28), "Boxing Day (substitute day)"),
        (date(2022, 12, 26), "Boxing Day"),  # Christmas is a Sunday
        (date(2022, 12, 27), "Christmas Day (substitute day)"),
        (date(2028, 1, 3), "New Year's Day (substitute day)"),
    ],
)
def test_a_holiday_on_a_weekend_has_its_substitute(day, name):
    assert bank_holidays()[day].name == name


@pytest.mark.parametrize("good_friday", [date(2026, 4, 3), date(2027, 3, 26), date(2038, 4, 23), date(2008, 3, 21)])
def test_easter_is_found_early_late_and_between(good_friday):
    assert bank_holidays()[good_friday].name == "Good Friday"


def test_a_scottish_holiday_is_a_working_day_in_england_alone():
    assert is_working_day(date(2026, 1, 2))
    assert not is_working_day(date(2026, 1, 2), calendar="uk_any")


def test_the_world_cup_holiday_of_2026_is_known_only_to_the_uk_calendar():
    assert "Scotland" in bank_holidays(calendar="uk_any")[date(2026, 6, 15)].name
    assert date(2026, 6, 15) not in bank_holidays()


def test_each_year_says_whether_it_is_proclaimed_or_projected():
    assert [standing(year) for year in (1990, 2028, 2029, 2060)] == [
        "proclaimed",
        "proclaimed",
        "projected",
        "projected",
    ]


def test_the_table_has_each_day_once_from_the_first_to_the_last():
    days = calendar_table()["date"].to_pylist()
    assert (days[0], days[-1], len(days)) == (FIRST_DAY, LAST_DAY, (LAST_DAY - FIRST_DAY).days + 1)


def test_the_running_number_grows_by_one_on_working_days_and_on_no_other():
    table = calendar_table()
    steps = pc.pairwise_diff(table["number"].combine_chunks())[1:]
    assert steps.equals(table["working"].combine_chunks().cast("int32")[1:])


def test_the_table_names_the_holiday_and_leaves_other_days_blank():
    rows = {row["date"]: row for row in calendar_table().to_pylist()[:10]}
    assert rows[date(1990, 1, 1)]["holiday"] == "New Year's Day"
    assert rows[date(1990, 1, 2)]["holiday"] is None
    assert (rows[date(1990, 1, 1)]["number"], rows[date(1990, 1, 2)]["number"]) == (0, 1)


def test_no_weekend_is_a_working_day():
    table = calendar_table()
    weekend = pc.greater_equal(pc.day_of_week(table["date"]), 5)
    assert not pc.any(pc.and_(weekend, table["working"])).as_py()


def test_a_day_outside_the_calendar_is_refused_in_one_plain_line():
    with pytest.raises(OutsideCalendar, match=r"^2061-01-01 is outside the calendar \(1990 to 2060\)\.$"):
        is_working_day(date(2061, 1, 1))
