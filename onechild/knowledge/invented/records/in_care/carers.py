"""Carers: the council's fostering households and their reviews, and the people who adopt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.families import HERITAGES
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import number, same_or_next_working
from onechild.knowledge.invented.records.protection_files import last_day
from onechild.knowledge.invented.rows import Row

HOUSEHOLDS_AT_FIRST, NEW_A_YEAR = 92, 13
ETHNIC = {
    "british": "WBRI",
    "pakistani": "APKN",
    "african": "BAFR",
    "caribbean": "BCRB",
    "other_white": "WOTH",
    "indian": "AIND",
}


def write_carers(council: Council, *, until: int) -> None:
    """This function will write fostering households, who is placed with them, their reviews, and adopters."""
    first = number(date(2015, 4, 1))
    households = [
        _household(council, f"HH{n:04d}", first - 40 - n * 37)
        for n in range(round(HOUSEHOLDS_AT_FIRST * council.scale))
    ]
    households += [_household(council, key, day) for key, day in openings(council, until=until)]
    for household in households:
        _reviews(council, household, until)
    _place(council, households)
    for case in council.book.rows["permanence_cases"]:
        if case.get("adoptive_family_id"):
            _adopters(council, case)


def openings(council: Council, *, until: int) -> Iterator[tuple[str, int]]:
    """This function will give the key and first day of every household approved since the books opened, up to a day."""
    day, count, gap = number(date(2015, 4, 1)), 1000, 365 / max(NEW_A_YEAR * council.scale, 0.1)
    while day + gap <= until:
        day, count = int(day + gap), count + 1
        yield f"HH{count:04d}", day


def _household(council: Council, key: str, start: int) -> Row:
    chance = council.stream("household", key)
    end = start + 400 + int(chance.expovariate(1 / 2600))
    end = end if start > 16500 or end > 16600 else 16600 + chance.randrange(900)
    return council.book.write(
        "fostering_households",
        household_id=key, started_on=start, recorded_on=start, ended_on=end, end_recorded_on=end,
        places=choose(chance, ((1, 4), (2, 4), (3, 2))),
        household_kind=choose(chance, (("mainstream", 72), ("connected", 16), ("short_breaks", 8),
        ("supported_lodgings", 4))),
        end_reason=choose(chance, (("resigned", 46), ("retired", 22), ("moved_agency", 10), ("order_made", 14),
        ("terminated", 8))),
    )  # fmt: skip


def _reviews(council: Council, household: Row, until: int) -> None:
    for kind, low, high, mode in (
        ("review", 300, 380, 350),
        ("unannounced_visit", 200, 400, 330),
        ("supervising_visit", 21, 48, 37),
    ):
        chance = council.stream("household reviews", household["household_id"], kind)
        day, count = household["started_on"], 0
        while True:
            day = same_or_next_working(day + int(chance.triangular(low, high, mode)))
            if day >= last_day(household, until):
                break
            count += 1
            council.book.write(
                "household_reviews",
                household_review_id=f"{household['household_id']}{kind[0].upper()}{count}", happened_on=day,
                recorded_on=day,
                household_id=household["household_id"], review_kind=kind,
            )  # fmt: skip


def _place(council: Council, households: list[Row]) -> None:
    """The council's own foster placements are with one of its households that is open on the day."""
    for placement in council.book.rows["placements"]:
        if placement["placement_kind"][0] == "U" and placement["provider"] == "PR1":
            chance, day = council.stream("with", placement["placement_id"]), placement["started_on"]
            open_ones = [one["household_id"] for one in households if one["started_on"] <= day < one["ended_on"]]
            placement["household_id"] = chance.choice(open_ones) if open_ones else None


def _adopters(council: Council, case: Row) -> None:
    chance = council.stream("adopters", case["permanence_case_id"])
    matched = case["matched_on"]
    approved = matched - chance.randint(40, 500)
    applied = approved - chance.randint(85, 124)
    ethnicity = ETHNIC.get(choose(chance, HERITAGES), "WBRI")
    point = share_of(council.seed, "stage 1", case["permanence_case_id"])  # two months, and longer for one in seven
    found_out = 40 + int(point * 20) if point < 0.86 else 65 + int(point * 1000) % 50
    for place in range(case["adopters"]):
        sex = case["adopter_sex"][place] if case["adopter_sex"][1] != "1" else case["adopter_sex"][0]
        council.book.write(
            "adopters",
            adopter_id=f"{case['adoptive_family_id']}{place}", adoptive_family_id=case["adoptive_family_id"],
            sex=sex, ethnicity=ethnicity,
            disabled=False, fostering_for_adoption=False, enquired_on=applied - found_out - 20,
            stage_1_started_on=applied - found_out,
            stage_1_ended_on=applied,
            stage_2_started_on=applied, stage_2_ended_on=approved, applied_on=applied, approved_on=approved,
            matched_on=matched,
            placed_on=case.get("placed_on"), children_placed=1, ordered_on=case.get("ordered_on"), recorded_on=matched,
        )  # fmt: skip
