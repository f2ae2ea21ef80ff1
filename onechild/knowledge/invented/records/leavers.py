"""Young people who leave care: what they are entitled to, their pathway plans, and whether anybody is in touch."""

from __future__ import annotations

import random
from collections import defaultdict

from onechild.knowledge.invented.chance import choose, share_of
from onechild.knowledge.invented.council.model import Council, lag
from onechild.knowledge.invented.days import birthday, same_or_next_working
from onechild.knowledge.invented.rows import Row

ACTIVITY = (("F1", 6), ("F2", 22), ("F4", 3), ("F5", 15), ("P5", 4), ("P2", 3), ("G4", 9), ("G5", 30), ("G6", 8))
HOMES = (("U", 34), ("D", 18), ("Z", 16), ("B", 12), ("E", 6), ("K", 5), ("C", 3), ("X", 3), ("S", 1), ("Y", 2))
YOUNG_MOTHERS = 0.12
UNKNOWN_WHERE = 0.7  # of those whom the council is not in touch with
UNSUITABLE = frozenset({"X", "S", "V", "W"})


def write_leavers(council: Council, *, until: int) -> None:
    """This function will write the leaving care records of every young person owed them, up to a day."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in council.book.rows["allocations"]:
        if row["role"] == "lead" and row["team_id"] == council.teams["LCT"].key:
            held[row["child_id"]].append(row)
    for care in council.book.rows["periods_of_care"]:
        if not care.get("_breaks"):
            _while_in_care(council, care, until)
    girls = {row["child_id"] for row in council.book.rows["children"] if row["sex"] == "F"}
    for child, rows in held.items():
        if child in girls:
            _mother(council, child, rows)
        rows.sort(key=lambda row: row["started_on"])
        _after_care(council, child, rows, until)


def _mother(council: Council, child: str, rows: list[Row]) -> None:
    chance = council.stream("mother", child)
    if chance.random() < YOUNG_MOTHERS:
        day = rows[0]["started_on"] + chance.randint(-300, 800)
        written = max(day, rows[0]["started_on"])
        council.book.write(
            "mothers", mother_id=child + "MO", child_id=child, her_child_born_on=day, recorded_on=written
        )


def _while_in_care(council: Council, care: Row, until: int) -> None:
    """Eligible from 16, or from 13 weeks of care after that; the first plan within three months, then half-yearly."""
    born = council.born.get(care["child_id"], 0)
    start = max(birthday(born, 16), care["started_on"] + 91)
    end = min(birthday(born, 18), care.get("ended_on") or 10**6)
    if start >= end or start > until:
        return
    chance = council.stream("pathway", care["care_id"])
    _entitled(council, care["child_id"], care["care_id"] + "E", "Eligible", start, end)
    assessed = start + int(chance.triangular(25, 105, 50))
    _steps(council, care["child_id"], care["care_id"], chance, assessed, min(end, until + 1), first=True, worker=None)
    if care.get("ended_on") is not None and care["ended_on"] < birthday(born, 18):
        _entitled(council, care["child_id"], care["care_id"] + "R", "Relevant", care["ended_on"], birthday(born, 18))


def _entitled(council: Council, child: str, key: str, what: str, start: int, end: int | None) -> None:
    council.book.write(
        "leaving_care_eligibility",
        eligibility_id=key, child_id=child, started_on=start, recorded_on=start, ended_on=end, end_recorded_on=end,
        eligibility=what,
    )  # fmt: skip


def _after_care(council: Council, child: str, rows: list[Row], until: int) -> None:
    start, end = rows[0]["started_on"], rows[-1].get("ended_on")
    chance = council.stream("leaver", child)
    eighteen = birthday(council.born.get(child, 0), 18)
    if end is None or end > eighteen:
        _entitled(council, child, child + "F", "Former Relevant", max(start, eighteen), end)
    last = min(end or until + 1, until + 1)
    _steps(council, child, child, chance, start + chance.randint(60, 170), last, first=False, worker=rows)
    touch = council.stream("touch", child)
    day, count = start + touch.randint(3, 25), 0
    while day < last:
        count += 1
        _contact(council, child, f"{child}K{count}", day, touch, rows)
        day = same_or_next_working(day + int(touch.triangular(18, 58, 42)))
    born = council.born.get(child, 0)
    for age in range(18, 26):
        if start <= birthday(born, age) < last:
            _circumstance(council, child, birthday(born, age), council.stream("circumstance", child, age), age)


def _steps(
    council: Council,
    child: str,
    key: str,
    chance: random.Random,
    day: int,
    last: int,
    *,
    first: bool,
    worker: list[Row] | None,
) -> None:
    count = 0
    if first and day < last:
        _step(council, child, key + "W0", day, "needs_assessment", worker, chance)
        day += chance.randint(3, 20)
    while day < last:
        count += 1
        _step(council, child, f"{key}W{count}", day, "plan" if first and count == 1 else "review", worker, chance)
        late = chance.random() < 0.14
        day = same_or_next_working(
            day + int(chance.triangular(130, 180, 172)) + (chance.randint(10, 80) if late else 0)
        )


def _step(
    council: Council, child: str, key: str, day: int, step: str, worker: list[Row] | None, chance: random.Random
) -> None:
    council.book.write(
        "pathway_steps",
        pathway_step_id=key, child_id=child, happened_on=day, step=step, worker_id=_holder(worker, day),
        recorded_on=day + lag(chance),
    )  # fmt: skip


def _holder(rows: list[Row] | None, day: int) -> str | None:
    held = [row["worker_id"] for row in rows or [] if row["started_on"] <= day]
    return held[-1] if held else None


def _contact(council: Council, child: str, key: str, day: int, chance: random.Random, rows: list[Row]) -> None:
    method = choose(chance, (("face_to_face", 86), ("telephone", 9), ("message", 4), ("video", 1)))
    council.book.write(
        "leaving_care_contacts",
        leaving_care_contact_id=key, child_id=child, happened_on=day, method=method, worker_id=_holder(rows, day),
        at_provided_accommodation=method == "face_to_face" and chance.random() < 0.3, recorded_on=day + lag(chance),
    )  # fmt: skip


def _circumstance(council: Council, child: str, day: int, chance: random.Random, age: int) -> None:
    home, activity, suits = choose(chance, HOMES), choose(chance, ACTIVITY), chance.random() >= 0.08
    touch = choose(chance, (("YES", 93), ("NO", 4), ("REFU", 1.5), ("NREQ", 1.5)))
    if touch == "NO" and share_of(council.seed, "not in touch", child, age) < UNKNOWN_WHERE:
        home, activity, suits = "R", "0", False
    council.book.write(
        "leaving_care_circumstances",
        circumstance_id=f"{child}O{age}", child_id=child, happened_on=day, recorded_on=day + lag(chance),
        in_touch=touch, activity=activity, accommodation=home,
        suitable="2" if home in UNSUITABLE or not suits else "1",
    )  # fmt: skip
