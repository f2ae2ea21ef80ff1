"""The one place where dates are counted: working and school days, lengths of time, ages, reporting years."""

from onechild.knowledge.workdays.ages import LeapBirthday, age_on, birthday
from onechild.knowledge.workdays.counting import working_day_after, working_day_beginning_with, working_days_between
from onechild.knowledge.workdays.days import (
    CALENDAR_SCHEMA,
    FIRST_DAY,
    LAST_DAY,
    BankHoliday,
    CalendarName,
    OutsideCalendar,
    bank_holidays,
    calendar_table,
    is_working_day,
    standing,
)
from onechild.knowledge.workdays.hours import LONDON, add_hours, london
from onechild.knowledge.workdays.lengths import Length, Unit, add, parse_length
from onechild.knowledge.workdays.schools import (
    Closure,
    OutsideTerms,
    SchoolTerm,
    SchoolTerms,
    school_day_after,
    school_day_beginning_with,
)
from onechild.knowledge.workdays.years import YearKind, month_end, month_ends, reporting_year, year_bounds, year_name

__all__ = [
    "CALENDAR_SCHEMA",
    "FIRST_DAY",
    "LAST_DAY",
    "LONDON",
    "BankHoliday",
    "CalendarName",
    "Closure",
    "LeapBirthday",
    "Length",
    "OutsideCalendar",
    "OutsideTerms",
    "SchoolTerm",
    "SchoolTerms",
    "Unit",
    "YearKind",
    "add",
    "add_hours",
    "age_on",
    "bank_holidays",
    "birthday",
    "calendar_table",
    "is_working_day",
    "london",
    "month_end",
    "month_ends",
    "parse_length",
    "reporting_year",
    "school_day_after",
    "school_day_beginning_with",
    "standing",
    "working_day_after",
    "working_day_beginning_with",
    "working_days_between",
    "year_bounds",
    "year_name",
]
