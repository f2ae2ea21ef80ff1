"""Homes and schools: where a family lives and moves to, where a child is placed, and the school they go to."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import share_of
from onechild.knowledge.invented.council.model import Child, Council, Family
from onechild.knowledge.invented.days import YEAR, day_of

STREETS = ("Alder", "Beacon", "Canal", "Dale", "Elm", "Forge", "Granary", "Hatters", "Ivy", "Juniper", "Kiln", "Linden")
ENDS = ("Road", "Street", "Close", "Avenue", "Way", "Crescent")
SCHOOLS, FIRST_SCHOOL = 62, 900100


def write_homes(council: Council, *, until: int) -> None:
    """This function will write addresses with the moves between them, placement addresses, and school places."""
    for family in council.families:
        if family.heritage != "alone":
            _homes(council, family, until)
        for child in family.children:
            _schools(council, child, until)
    for row in council.book.rows["placements"]:
        chance = council.stream("address", row["placement_id"])
        town = "Hatterton" if row["location"] == "in" else chance.choice(("Wickstead", "Marlbridge", "Eastcombe"))
        row["located_in_words"] = town
        council.book.write(
            "addresses",
            address_id=row["placement_id"] + "A", child_id=row["child_id"], address_kind="placement",
            started_on=row["started_on"],
            recorded_on=row["started_on"], ended_on=row.get("ended_on"), end_recorded_on=row.get("end_recorded_on"),
            lines=f"{_street(chance)}, {town}", postcode=_postcode(chance, chance.randint(1, 9)),
            placement_id=row["placement_id"],
        )  # fmt: skip


def _homes(council: Council, family: Family, until: int) -> None:
    chance = council.stream("homes", family.key)
    area = chance.randint(1, 5)
    day, count = family.known, 0
    while day <= until:
        count += 1
        ends = day + 30 + int(chance.expovariate(1 / 1600))
        lines, postcode, uprn = (
            f"{_street(chance)}, Hatterton",
            _postcode(chance, area),
            f"99{chance.randrange(10**8):08d}",
        )
        for child in family.children:
            start = max(day, child.row["recorded_on"], child.born)
            if start < ends and start - child.born < 18 * YEAR:
                council.book.write(
                    "addresses",
                    address_id=f"{child.key}A{count}", child_id=child.key, address_kind="home", lines=lines,
                    postcode=postcode,
                    uprn=uprn, started_on=start, recorded_on=start, ended_on=ends,
                    end_recorded_on=ends + chance.randrange(8),
                )  # fmt: skip
        day = ends
        if chance.random() < 0.25:
            area = chance.randint(1, 5)


def _schools(council: Council, child: Child, until: int) -> None:
    for stage, (first, last) in enumerate(((4.3, 11.3), (11.3, 16.4))):
        begins = _september(child.born + int(first * YEAR))
        ends = _september(child.born + int(last * YEAR))
        start = max(begins, child.row["recorded_on"])
        if start > until or start >= ends or share_of(council.seed, "taught at home", child.key, stage) < 0.04:
            continue
        council.book.write(
            "school_places",
            school_place_id=f"{child.key}P{stage}", child_id=child.key,
            school_urn=str(FIRST_SCHOOL + int(share_of(council.seed, "school", child.key, stage) * SCHOOLS)),
            started_on=start, recorded_on=start, ended_on=ends, end_recorded_on=ends,
            year_group=max(0, int((start - begins) / YEAR) + (0 if stage == 0 else 7)),
        )  # fmt: skip


def _september(day: int) -> int:
    at = day_of(day)
    return day - (at.timetuple().tm_yday - 245)


def _street(chance: random.Random) -> str:
    return f"{chance.randint(1, 180)} {chance.choice(STREETS)} {chance.choice(ENDS)}"


def _postcode(chance: random.Random, area: int) -> str:
    # ZZ is no postcode area: no letter can ever arrive there.
    return f"ZZ{area} {chance.randint(1, 9)}{chance.choice('ABDEFGH')}{chance.choice('JLNPQRS')}"
