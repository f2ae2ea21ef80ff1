"""What schools say of a year: attendance and attainment; and moves to another school in the middle of one."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, age, day_of, number
from onechild.knowledge.invented.records.homes import FIRST_SCHOOL, SCHOOLS
from onechild.knowledge.invented.records.steps.taking import open_until
from onechild.knowledge.invented.rows import Row

# Of each group: the share found in the school census, who miss a tenth of sessions, and Attainment 8 (mean, spread).
GROUPS = {
    "periods_of_care": (0.965, 0.2, 20.0, 15.0),
    "child_protection_plans": (0.94, 0.55, 17.0, 14.0),
    "child_in_need_plans": (0.94, 0.49, 18.5, 15.0),
}
SESSIONS = 380
OFTEN_MISSED = (0.11, 0.55)
TOLD = (11, 15)
MOVES_SCHOOL = 0.13
SUMMER = (8, 9)  # a move in August or September is none in the middle of a year


def write_schools(council: Council) -> None:
    """This function will write results of children known on 31 March, and move some who move home."""
    told: dict[tuple[str, int], str] = {}
    for group in GROUPS:  # what comes first goes before
        for row in council.book.rows[group]:
            if not row.get("_breaks"):
                for year in _marches(row, council.day):
                    told.setdefault((row["child_id"], year), group)
    for (child, year), group in told.items():
        _result(council, child, year, group)
    _moves(council)


def _marches(row: Row, until: int) -> range:
    """The years on whose 31 March the spell was open."""
    first, last = day_of(row["started_on"]), day_of(min(open_until(row), until + 1) - 1)
    return range(
        max(2015, first.year + (first > date(first.year, 3, 31))), last.year + (last >= date(last.year, 3, 31))
    )


def _result(council: Council, child: str, year: int, group: str) -> None:
    ends = number(date(year, 8, 31))
    born = day_of(council.born.get(child, 0))
    years = year - born.year - ((born.month, born.day) > (8, 31))
    if not 5 <= years <= 16:
        return
    found, often, mean, spread = GROUPS[group]
    chance = council.stream("school year", child, year)
    matched = chance.random() < found
    missed = chance.uniform(*OFTEN_MISSED) if chance.random() < often else chance.triangular(0, 0.0999, 0.035)
    score = max(0.0, round(chance.gauss(mean, spread), 1))
    council.book.write(
        "school_results",
        school_result_id=f"{child}Y{year}", child_id=child, happened_on=ends, recorded_on=number(date(year, *TOLD)),
        sessions_possible=SESSIONS if matched else None, sessions_missed=int(missed * SESSIONS) if matched else None,
        attainment_8=score if matched and years == 16 else None, matched=matched,
    )  # fmt: skip


def _moves(council: Council) -> None:
    """One placement in eight that is no first one brings another school with it, whatever the month."""
    began = {row["care_id"]: row["started_on"] for row in council.book.rows["periods_of_care"]}
    places: dict[str, list[Row]] = {}
    for place in council.book.rows["school_places"]:
        places.setdefault(place["child_id"], []).append(place)
    for placement in council.book.rows["placements"]:
        day, key = placement["started_on"], placement["placement_id"]
        first = began.get(placement["care_id"]) in (None, day)
        if first or share_of(council.seed, "moves school", key) > MOVES_SCHOOL:
            continue
        here = [one for one in places.get(placement["child_id"], ()) if one["started_on"] < day < one["ended_on"]]
        if here and (day_of(day).month not in SUMMER) and age(council.born.get(placement["child_id"], 0), day) < 16:
            places[placement["child_id"]].append(_move(council, here[0], day, key))


def _move(council: Council, place: Row, day: int, key: str) -> Row:
    ends = place["ended_on"]
    place.update(ended_on=day, end_recorded_on=day)
    return council.book.write(
        "school_places",
        school_place_id=key + "S", child_id=place["child_id"], started_on=day, recorded_on=day, ended_on=ends,
        end_recorded_on=ends, year_group=place["year_group"] + int((day - place["started_on"]) / YEAR),
        school_urn=str(FIRST_SCHOOL + int(share_of(council.seed, "next school", key) * SCHOOLS)),
    )  # fmt: skip
