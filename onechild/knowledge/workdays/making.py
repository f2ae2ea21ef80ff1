"""Makes the two committed bank holiday files from the rules of the Banking and Financial Dealings Act 1971.

Run `python -m onechild.knowledge.workdays.making` after a new year is proclaimed or a one-off announced;
nothing reads this module while the product runs, so no upgrade of a package can move a due date.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 1990, 2060
# The published list reaches 2028 (November 2026, by way of the package `holidays` 0.109).
LAST_PROCLAIMED_YEAR = 2028
# St Andrew's Day Bank Holiday (Scotland) Act 2007, asp 2: Royal Assent 15 January 2007.
FIRST_ST_ANDREWS_DAY = 2007
SATURDAY = 5
HERE = Path(__file__).parent


@dataclass(frozen=True)
class OneOff:
    """A bank holiday added or moved for one year only."""

    day: date
    calendar: str
    name: str
    instead_of: date | None
    source: str


def bank_holidays_csv(*, calendar: str) -> str:
    """This function will return the text of one committed file: date, name, standing, one_off.

    Weekdays only, as gov.uk lists them: a holiday that falls on a weekend appears as its substitute day.
    `one_off` holds the source of a day added or moved for one year, and is empty for the days of every year.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["date", "name", "standing", "one_off"])
    one_offs = {one.day: one for one in read_one_offs() if one.calendar in ("england", calendar)}
    for day, name in sorted(_bank_holidays(calendar=calendar, one_offs=list(one_offs.values())).items()):
        standing = "proclaimed" if day.year <= LAST_PROCLAIMED_YEAR else "projected"
        rows.writerow([day, name, standing, one_offs[day].source if day in one_offs else ""])
    return text.getvalue()


def read_one_offs() -> list[OneOff]:
    """This function will return every day added or moved for one year, each with its source."""
    with (HERE / "one_offs.csv").open(encoding="utf-8", newline="") as lines:
        return [
            OneOff(
                day=date.fromisoformat(row["date"]),
                calendar=row["calendar"],
                name=row["name"],
                instead_of=date.fromisoformat(row["instead_of"]) if row["instead_of"] else None,
                source=row["source"],
            )
            for row in csv.DictReader(lines)
        ]


def _bank_holidays(*, calendar: str, one_offs: list[OneOff]) -> dict[date, str]:
    days: dict[date, str] = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days |= _yearly(year)
        if calendar == "uk_any":
            # England's name stands where a day is a holiday in both.
            days = dict(_only_elsewhere(year)) | days
    for one in one_offs:
        if one.instead_of:
            del days[one.instead_of]
        days[one.day] = one.name
    return days


def _yearly(year: int) -> dict[date, str]:
    easter = _easter_sunday(year)
    named = {
        easter - timedelta(days=2): "Good Friday",
        easter + timedelta(days=1): "Easter Monday",
        _first_monday(year, 5): "Early May bank holiday",
        _last_monday(year, 5): "Spring bank holiday",
        _last_monday(year, 8): "Summer bank holiday",
    }
    _observe(named, date(year, 1, 1), "New Year's Day")
    # Boxing Day keeps its own Monday when Christmas falls on a Sunday: Christmas then moves to the Tuesday.
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    for day, name in sorted([(christmas, "Christmas Day"), (boxing, "Boxing Day")], key=_weekend_last):
        _observe(named, day, name)
    return named


def _only_elsewhere(year: int) -> Iterator[tuple[date, str]]:
    """Bank holidays of Scotland and Northern Ireland that England has not got. Wales keeps England's."""
    named: dict[date, str] = {_first_monday(year, 8): "Summer bank holiday (Scotland)"}
    _observe(named, date(year, 3, 17), "St Patrick's Day (Northern Ireland)")
    _observe(named, date(year, 7, 12), "Battle of the Boyne (Northern Ireland)")
    if year >= FIRST_ST_ANDREWS_DAY:
        _observe(named, date(year, 11, 30), "St Andrew's Day (Scotland)")
    new_year: dict[date, str] = {}
    for day, name in sorted([(date(year, 1, 1), ""), (date(year, 1, 2), "2 January (Scotland)")], key=_weekend_last):
        _observe(new_year, day, name)
    # When 1 January is a Sunday, Scotland's second keeps the Monday and New Year's Day has the Tuesday.
    named |= {day: name or "New Year's Day (substitute day, Scotland)" for day, name in new_year.items()}
    yield from named.items()


def _observe(named: dict[date, str], day: date, name: str) -> None:
    """Name the day; or, where it falls on a weekend, the next weekday not yet taken."""
    if day.weekday() < SATURDAY:
        named[day] = name
        return
    while day.weekday() >= SATURDAY or day in named:
        day += timedelta(days=1)
    named[day] = f"{name} (substitute day)" if name else ""


def _weekend_last(named: tuple[date, str]) -> tuple[bool, date]:
    return named[0].weekday() >= SATURDAY, named[0]


def _first_monday(year: int, month: int) -> date:
    seventh = date(year, month, 7)
    return seventh - timedelta(days=seventh.weekday())


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def _easter_sunday(year: int) -> date:
    """Easter by the Gregorian rule (Calendar (New Style) Act 1750); arithmetic of Meeus, Jones and Butcher."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    lunar_shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - lunar_shift + 15) % 30
    leap_years, year_rest = divmod(year_of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leap_years - moon - year_rest) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


if __name__ == "__main__":
    for calendar_name in ("england", "uk_any"):
        target = HERE / f"bank_holidays_{calendar_name}.csv"
        target.write_text(bank_holidays_csv(calendar=calendar_name), encoding="utf-8")
