"""Ordinary names from several cultures, put together by chance: nobody's in particular, and never a known person's."""

from __future__ import annotations

import csv
import random
from functools import cache
from pathlib import Path

# Two ordinary names that together are somebody whom many people know: put together anew.
KNOWN_PEOPLE = frozenset(
    {
        "Imran Khan", "Bilal Ashraf", "George Gordon", "Charlie Reid", "Harry Grant", "Ryan Mason", "Hamza Bashir",
        "Daniel Marlow", "Darius Stan", "Marek Rosa", "Oscar Thorne", "Naomi Campbell", "Ali Tariq", "Adam Lindo",
        "Jude Law", "Jack Grant", "Nathan Gordon", "James Morgan", "Jerome Palmer", "Saad Mirza", "Kareem Nasser",
        "Grace Mercer", "Ahmed Ali", "Hassan Ali", "Ryan Reid", "Ella Henry", "Leon Bailey", "Andre Gray",
    }
)  # fmt: skip


@cache
def _lists() -> dict[tuple[str, str], tuple[str, ...]]:
    with Path(__file__).with_name("names.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["heritage"], row["kind"]): tuple(row["names"].split()) for row in csv.DictReader(lines)}


def surname(chance: random.Random, heritage: str) -> str:
    """This function will pick a surname usual in a heritage."""
    return chance.choice(_lists()[(_known(heritage), "s")])


def forename(chance: random.Random, heritage: str, sex: str, last: str) -> str:
    """This function will pick a forename that makes no known person's name with the surname."""
    names = _lists()[(_known(heritage), "f" if sex == "F" else "m")]
    for _ in range(20):
        first = chance.choice(names)
        if f"{first} {last}" not in KNOWN_PEOPLE:
            return first
    return names[0]


def slip(name: str, point: float) -> str:
    """This function will spell a name as somebody in a hurry does: a letter doubled, dropped or swapped."""
    if len(name) < 4:
        return name + name[-1]
    place = 1 + int(point * 1000) % (len(name) - 2)
    kinds = (
        name[:place] + name[place] + name[place:],
        name[:place] + name[place + 1 :],
        name[:place] + name[place + 1] + name[place] + name[place + 2 :],
    )
    return kinds[int(point * 7919) % 3]


def _known(heritage: str) -> str:
    return {"other_black": "african"}.get(heritage, heritage)
