"""Who lives in Hatterton, what a week of care costs, and what each financial year cost, as dated standards."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import number
from onechild.knowledge.invented.published import nearest

FIRST, LAST = 2015, 2055
AGED_10_TO_17 = 0.434
# Pounds a week in the first year, and what each year adds.
WEEKLY = {"residential": (3_900, 550), "fostering": (640, 34), "other": (880, 62), "edge_of_care": (152, 9)}
LOOKED_AFTER = (1_020, 88)
WEEKS = 52.14
# The parts of looked-after children who are in children's homes and in foster homes.
HOMES, FOSTERED = 0.08, 0.7
CLOSED = (8, 31)  # the accounts of a year are closed by then
ESTIMATED, ACCOUNTS, PRICES = "Mid-year estimate", "Outturn return", "Outturn return, unit costs"


def write_area(council: Council) -> None:
    """This function will write the standards of every financial year; those of years to come are not known yet."""
    for year in range(FIRST, LAST):
        people = round(nearest("population", year) * council.scale)
        begins = number(date(year, 4, 1))
        _write(council, "population_0_17", year, people, begins, ESTIMATED)
        _write(council, "population_10_17", year, round(people * AGED_10_TO_17), begins, ESTIMATED)
        for place, price in WEEKLY.items():
            _write(council, f"weekly_cost_{place}", year, 5 * round(_price(price, year) / 5), begins, PRICES)
        closed = number(date(year + 1, *CLOSED))
        in_care = nearest("looked_after", year + 1) * council.scale * WEEKS
        spent = {
            "looked_after": in_care * _price(LOOKED_AFTER, year),
            "residential": in_care * HOMES * _price(WEEKLY["residential"], year),
            "fostering": in_care * FOSTERED * _price(WEEKLY["fostering"], year),
        }
        for what, pounds in spent.items():
            more = 0.97 + 0.06 * share_of(council.seed, "outturn", what, year)
            _write(council, f"outturn_{what}", year, 1000 * round(pounds * more / 1000), closed, ACCOUNTS)


def _price(price: tuple[float, float], year: int) -> float:
    first, more = price
    return first + more * (year - FIRST)


def _write(council: Council, setting: str, year: int, value: float, recorded: int, reason: str) -> None:
    ended = number(date(year + 1, 4, 1))
    council.book.write(
        "settings",
        setting_id=council.key("SET"), setting=setting, value=float(value), reason=reason,
        started_on=number(date(year, 4, 1)), recorded_on=recorded,
        ended_on=ended, end_recorded_on=max(ended, recorded),
    )  # fmt: skip
