"""Names, numbers, parents and kin: who the children and the adults around them are."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Child, Council, Family
from onechild.knowledge.invented.days import YEAR
from onechild.knowledge.invented.records.names import forename, slip, surname
from onechild.knowledge.invented.rows import Row

DISABILITIES = (
    ("LD", 34),
    ("AUT", 40),
    ("BEH", 22),
    ("COMM", 24),
    ("MOB", 16),
    ("PC", 10),
    ("HEAR", 5),
    ("VIS", 5),
    ("DDA", 8),
)
ROLES = {"social_worker": "Social Worker", "newly_qualified": "Social Worker (ASYE)"}


def write_people(council: Council) -> None:
    """This function will write the names, numbers and kin of everybody in the books."""
    known: dict[str, tuple[str, str]] = {}
    for family in council.families:
        _family(council, family, known)
    for row in council.book.rows["children"]:
        if "_twin_of" in row:
            _second(council, row, known)
    for row in council.book.rows["workers"]:
        _worker(council, row)


def _family(council: Council, family: Family, known: dict[str, tuple[str, str]]) -> None:
    chance = council.stream("people", family.key)
    last = surname(chance, family.heritage)
    for place, child in enumerate(family.children):
        chance = council.stream("child", child.key)
        own = surname(chance, family.heritage) if chance.random() < 0.12 else last
        first = forename(chance, family.heritage, child.sex, own)
        known[child.key] = (first, own)
        written = max(child.row["recorded_on"], child.born)
        _name(council, child.key, 1, first if child.born <= written else "Baby", own, written)
        _numbers(council, chance, child, written)
        council.book.write(
            "family_members",
            family_member_id=child.key + "FM", child_id=child.key, family_id=family.key, started_on=written,
            recorded_on=written,
        )  # fmt: skip
        if child.disabled or chance.random() < 0.35:
            _disability(council, chance, child, written)
        for other in family.children[:place]:
            _related(council, child, "sibling", other, max(written, other.row["recorded_on"], other.born))
    if family.heritage != "alone":
        _parents(council, council.stream("parents", family.key), family, last)


def _name(council: Council, child: str, count: int, first: str, last: str, written: int) -> None:
    council.book.write(
        "child_names",
        name_id=f"{child}N{count}", child_id=child, forename=first, surname=last, name_kind="legal",
        started_on=written, recorded_on=written,
    )  # fmt: skip


def _numbers(council: Council, chance: random.Random, child: Child, written: int) -> None:
    # No English NHS number begins with 900; each number's middle digits are left for the copies of the council.
    own = int(child.key[1:]) * 7919 % 10**6
    _number(council, child.key, "nhs", f"9000{own:06d}", written)
    starts_school = child.born + int(4.3 * YEAR)
    if not child.unaccompanied and chance.random() < 0.93:
        upn = f"{chance.choice('ABCDEFGHJKLMNPQRTUVWXYZ')}999000{own:06d}"
        _number(council, child.key, "upn", upn, max(written, starts_school))
    if child.unaccompanied:
        _number(council, child.key, "home_office", f"Z000{own:06d}", written + 20)
        _status(council, chance, child, written)


def _number(council: Council, child: str, kind: str, value: str, day: int) -> None:
    council.book.write(
        "identifiers",
        identifier_id=f"{child}I{kind[:1]}{kind[-1]}", child_id=child, identifier_kind=kind, value=value,
        started_on=day, recorded_on=day,
    )  # fmt: skip


def _status(council: Council, chance: random.Random, child: Child, day: int) -> None:
    decided = day + int(chance.triangular(120, 900, 380))
    for count, (status, start, end) in enumerate(
        (("uasc", day, decided), ("refugee" if chance.random() < 0.78 else "dlr", decided, None))
    ):
        council.book.write(
            "immigration_statuses",
            immigration_status_id=f"{child.key}U{count}", child_id=child.key, status=status, started_on=start,
            recorded_on=start, ended_on=end, end_recorded_on=end,
        )  # fmt: skip


def _disability(council: Council, chance: random.Random, child: Child, written: int) -> None:
    kinds = sorted({choose(chance, DISABILITIES) for _ in range(chance.randint(1, 3))}) if child.disabled else ["NONE"]
    day = max(written, child.born + int(chance.uniform(0.2, 3) * YEAR)) if child.disabled else written
    for kind in kinds:
        council.book.write(
            "disabilities",
            disability_id=f"{child.key}D{kind}", child_id=child.key, disability=kind, started_on=day, recorded_on=day,
        )  # fmt: skip


def _parents(council: Council, chance: random.Random, family: Family, last: str) -> None:
    eldest = min(child.born for child in family.children)
    fathers = 1 + (chance.random() < 0.2 and family.size > 1)
    mother = _adult(council, chance, family, "F", eldest - int(chance.triangular(17, 40, 25) * YEAR), last, 0)
    others = [
        _adult(council, chance, family, "M", eldest - int(chance.triangular(18, 48, 29) * YEAR), last, 1 + n)
        for n in range(fathers)
    ]
    for child in family.children:
        written = max(child.row["recorded_on"], child.born)
        point = share_of(council.seed, "kin", child.key)
        _kin(council, child, "mother", mother, written, at_home=point < 0.9)
        if point * 7 % 1 < 0.78:
            _kin(
                council,
                child,
                "father",
                others[int(point * 11 % 1 * len(others))],
                written,
                at_home=point * 13 % 1 < 0.48,
            )
    if chance.random() < 0.12:
        granny = _adult(council, chance, family, "F", eldest - int(chance.uniform(44, 65) * YEAR), last, 5)
        for child in family.children:
            _kin(council, child, "grandparent", granny, max(child.row["recorded_on"], child.born), at_home=False)


def _adult(council: Council, chance: random.Random, family: Family, sex: str, born: int, last: str, place: int) -> str:
    key = f"{family.key}A{place}"
    own = last if chance.random() < 0.7 else surname(chance, family.heritage)
    ethnicity = family.children[0].ethnicity
    council.book.write("adults", adult_id=key, born_on=born, sex=sex, ethnicity=ethnicity, recorded_on=family.known)
    council.book.write(
        "adult_names",
        name_id=key + "N", adult_id=key, forename=forename(chance, family.heritage, sex, own), surname=own,
        name_kind="legal", recorded_on=family.known,
    )  # fmt: skip
    return key


def _kin(council: Council, child: Child, relation: str, adult: str, day: int, *, at_home: bool) -> None:
    council.book.write(
        "relationships",
        relationship_id=f"{child.key}{adult[-2:]}{relation[0]}", child_id=child.key, related_adult_id=adult,
        relation=relation,
        parental_responsibility=relation == "mother" or (relation == "father" and at_home), same_household=at_home,
        started_on=day, recorded_on=day,
    )  # fmt: skip


def _related(council: Council, child: Child, relation: str, other: Child, day: int) -> None:
    council.book.write(
        "relationships",
        relationship_id=f"{child.key}S{other.key}", child_id=child.key, related_child_id=other.key, relation=relation,
        same_household=True, started_on=day, recorded_on=day,
    )  # fmt: skip


def _second(council: Council, row: Row, known: dict[str, tuple[str, str]]) -> None:
    """The second record's name, a little off; half of them are found within a year and joined to the first."""
    first, last = known[row["_twin_of"]]
    chance = council.stream("second", row["child_id"])
    point, day = row["_slip"], row["recorded_on"]
    if point >= 0.35:
        first, last = (slip(first, point), last) if point < 0.7 else (first, slip(last, point))
    _name(council, row["child_id"], 1, first, last, max(day, row["born_on"]))
    if chance.random() < 0.5:
        found = day + chance.randint(20, 400)
        council.book.write(
            "identifiers",
            identifier_id=row["child_id"] + "IE", child_id=row["_twin_of"], identifier_kind="earlier_la_child_id",
            value=row["child_id"], started_on=found, recorded_on=found,
        )  # fmt: skip


def _worker(council: Council, row: Row) -> None:
    chance = council.stream("badge", row["worker_id"])
    heritage = choose(
        chance,
        (
            ("british", 46),
            ("african", 20),
            ("pakistani", 10),
            ("caribbean", 7),
            ("indian", 6),
            ("other_white", 7),
            ("bangladeshi", 4),
        ),
    )
    last = surname(chance, heritage)
    name = f"{forename(chance, heritage, 'F' if chance.random() < 0.8 else 'M', last)} {last}"
    role = council.roles.get(row["worker_id"], "social_worker")
    council.book.write(
        "worker_names",
        worker_name_id=row["worker_id"] + "N", worker_id=row["worker_id"], name=name, recorded_on=row["recorded_on"],
        staff_number=f"9{int(row['worker_id'][-6:]):05d}", job_title=ROLES.get(role, role.replace("_",
        " ").capitalize()),
        registration_number=f"SWE{chance.randrange(10**6):06d}" if row["registered"] else None,
    )  # fmt: skip
