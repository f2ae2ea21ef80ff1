"""Counting working days, forwards and back. The day that starts a count is day 0: it is never counted."""

from datetime import date, timedelta

from onechild.knowledge.workdays.days import CalendarName, check_inside, is_working_day, number_of, working_day_numbered


def working_day_after(day: date, n: int, *, calendar: CalendarName = "england") -> date:
    """This function will return working day n after the day: a duty "within n working days" is due by its end.

    The first day counted is the next working day, so a trigger on a weekend or bank holiday has the next
    working day as day 1. With n negative it counts back: the nth working day before, the day itself left out.
    With n nought it is the day itself. Raises OutsideCalendar beyond 1990 to 2060.
    Source: Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 2 (working day).
    """
    if n == 0:
        return check_inside(day)
    start = number_of(check_inside(day), calendar=calendar)
    if n < 0 and not is_working_day(day, calendar=calendar):
        # The number of a non-working day is that of the working day before it, which is the first one back.
        start += 1
    return working_day_numbered(start + n, calendar=calendar)


def working_day_beginning_with(day: date, n: int, *, calendar: CalendarName = "england") -> date:
    """This function will return the last of n working days "beginning with" the day: day 1, if it is one."""
    if n < 1:
        raise ValueError("A period that begins with a day holds at least one day.")
    start = number_of(check_inside(day) - timedelta(days=1), calendar=calendar)
    return working_day_numbered(start + n, calendar=calendar)


def working_days_between(start: date, end: date, *, calendar: CalendarName = "england") -> int:
    """This function will return the working days after the start, up to and including the end.

    Negative where the end comes first. From a day to working day n after it there are n, for n of 1 or more.
    """
    return number_of(check_inside(end), calendar=calendar) - number_of(check_inside(start), calendar=calendar)
