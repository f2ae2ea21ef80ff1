"""Makes families as diverse as the town, with brothers and sisters, unborn babies and young people who come alone."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Child, Council, Family
from onechild.knowledge.invented.days import YEAR

# Ethnic groups of children known to the service: the town's adults (Census 2021), younger and so more diverse.
HERITAGES = (
    ("british", 26.0), ("pakistani", 19.5), ("other_white", 10.5), ("bangladeshi", 10.0), ("indian", 3.6),
    ("african", 7.5), ("other_asian", 3.5), ("mixed", 9.0), ("caribbean", 4.4), ("arab", 3.0), ("roma", 1.6),
    ("other_black", 1.4),
)  # fmt: skip
ETHNICITY: dict[str, tuple[tuple[str, float], ...]] = {
    "british": (("WBRI", 97), ("WIRI", 3)),
    "pakistani": (("APKN", 96), ("MWAS", 4)),
    "other_white": (("WOTH", 97), ("WIRI", 3)),
    "bangladeshi": (("ABAN", 1),),
    "indian": (("AIND", 1),),
    "african": (("BAFR", 1),),
    "other_asian": (("AOTH", 90), ("CHNE", 10)),
    "mixed": (("MWBC", 45), ("MWBA", 15), ("MWAS", 22), ("MOTH", 18)),
    "caribbean": (("BCRB", 1),),
    "arab": (("OOTH", 1),),
    "roma": (("WROM", 80), ("WIRT", 20)),
    "other_black": (("BOTH", 1),),
    "alone": (("OOTH", 34), ("AOTH", 22), ("BAFR", 30), ("WOTH", 14)),
}
SIZES = ((1, 48.0), (2, 29.0), (3, 14.0), (4, 6.0), (5, 3.0))
AGES = ((-0.4, 3.0), (0.5, 9.0), (2.5, 17.0), (6.0, 24.0), (10.0, 22.0), (13.5, 17.0), (16.2, 8.0))
UNKNOWN_ETHNICITY = 0.03


def new_family(council: Council, day: int, *, size: int | None = None, born: int | None = None) -> Family:
    """This function will add a family that the council first hears of on the day, its children from the eldest."""
    key = council.key("F")
    chance = council.stream("family", key)
    family = Family(key, chance, choose(chance, HERITAGES), known=day)
    family.size = size or choose(chance, SIZES)
    youngest = born if born is not None else _born(chance, day)
    births = [youngest]
    while len(births) < family.size:
        births.append(births[-1] - int(chance.uniform(420, 1500)))
    for one in sorted(max(birth, day - int(17.6 * YEAR)) for birth in births):
        add_child(council, family, one, day)
    council.families.append(family)
    return family


def add_child(council: Council, family: Family, born: int, day: int) -> Child:
    """This function will add a child to a family; one not born yet is known by the day it is expected."""
    chance = family.chance
    ethnicity = choose(chance, ETHNICITY[family.heritage])
    if chance.random() < UNKNOWN_ETHNICITY:
        ethnicity = "NOBT"
    sex = "M" if chance.random() < 0.535 else "F"
    key = council.key("C")
    row = council.book.write(
        "children",
        child_id=key, born_on=born, sex=sex, ethnicity=ethnicity, recorded_on=day,
        expected_on=born + int(chance.gauss(0, 6)) if born > day else None, disabled=False,
        first_language=choose(chance, LANGUAGES[family.heritage]) if family.heritage in LANGUAGES else "English",
    )  # fmt: skip
    if chance.random() < 0.004:
        row["restricted"] = choose(chance, (("ordinary", 6), ("honour_based_abuse", 2), ("staff_family", 3)))
    child = Child(key, family, born, sex, ethnicity, row)
    set_disabled(child, disabled=chance.random() < 0.05)
    family.children.append(child)
    council.born[key] = born
    return child


def set_disabled(child: Child, *, disabled: bool) -> None:
    """This function will say of a child, on the day it is first known, whether it is disabled."""
    child.disabled = child.row["disabled"] = disabled


def alone(council: Council, day: int) -> Child:
    """This function will add a young person who came to the country without a parent, aged 15 to 17."""
    born = day - int(council.desk.triangular(15.2, 17.7, 17.2) * YEAR)
    family = new_family(council, day, size=1, born=born)
    family.heritage = "alone"
    child = family.children[0]
    child.unaccompanied = True
    set_disabled(child, disabled=False)
    child.row["ethnicity"] = child.ethnicity = choose(family.chance, ETHNICITY["alone"])
    if family.chance.random() < 0.88:
        child.row["sex"] = child.sex = "M"
    child.row["nationality"] = choose(family.chance, NATIONALITIES)
    return child


def second_record(council: Council, child: Child) -> Child:
    """This function will open a second record of a known child by mistake: the name or the birthday a little off."""
    chance, key = council.stream("twice", child.key, council.day), council.key("C")
    slip = chance.random()
    born = child.born + (chance.choice((-1, 1, 9, 30, 365)) if slip < 0.35 and child.born < council.day else 0)
    row = council.book.write(
        "children",
        child_id=key, born_on=born, sex=child.sex, recorded_on=council.day, _twin_of=child.key, _slip=slip,
        ethnicity=child.ethnicity if chance.random() < 0.6 else "NOBT",
    )  # fmt: skip
    return Child(key, child.family, born, child.sex, child.ethnicity, row)


def _born(chance: random.Random, day: int) -> int:
    middle = choose(chance, AGES)
    years = middle + chance.uniform(-0.5, 0.5) * (0.25 if middle < 0 else 1.0 if middle < 1 else 3.4)
    return day - int(max(-0.5, min(17.4, years)) * YEAR)


LANGUAGES: dict[str, tuple[tuple[str, float], ...]] = {
    "pakistani": (("English", 55), ("Urdu", 30), ("Punjabi", 15)),
    "bangladeshi": (("English", 50), ("Bengali", 50)),
    "other_white": (("English", 25), ("Polish", 35), ("Romanian", 40)),
    "african": (("English", 70), ("Somali", 20), ("Yoruba", 10)),
    "arab": (("English", 40), ("Arabic", 60)),
    "roma": (("Romanian", 80), ("English", 20)),
}
NATIONALITIES = (("Sudan", 22), ("Eritrea", 16), ("Albania", 16), ("Afghanistan", 18), ("Iran", 12), ("Vietnam", 8))
