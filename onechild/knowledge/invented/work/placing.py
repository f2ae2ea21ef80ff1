"""Placements: the first one, the moves, what makes one special, and those that are meant to last."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Child, Council
from onechild.knowledge.invented.days import age
from onechild.knowledge.invented.rows import Row
from onechild.knowledge.invented.work.assessing import Steps

SUPPORTED_CODE_FROM = 19814  # 1 April 2024: supported accommodation registered by Ofsted has a code, K3
WEEKS_16 = 112
SETTLES_AFTER = 330
FIRST_IS_SHORT = 0.12


def place(council: Council, child: Child, *, first: bool = False, kind: str | None = None) -> None:
    """This function will place a child from today, and set the next move or the settling in going."""
    day = council.day
    if kind is None:
        kind = _kind(council, child, first)
    key = council.key("PL")
    own = kind[0] in "UKHRS"
    far = council.desk.random() < (0.34 if own else 0.12)
    row = council.book.write(
        "placements",
        placement_id=key, child_id=child.key, started_on=day, recorded_on=day,
        care_id=child.care["care_id"] if child.care else None, placement_kind=kind, provider=_provider(council, kind),
        distance_miles=round(council.desk.uniform(21, 90) if far else council.desk.lognormvariate(1.6, 0.7), 1),
        location="out" if far or council.desk.random() < 0.2 else "in",
        urn=f"SC{900000 + council.desk.randrange(400)}" if kind[0] in "KUH" else None,
    )  # fmt: skip
    child.row["_placement"] = row
    _conditions(council, child, row, kind)
    council.env.process(_stay(council, child, row))


def end_placement(council: Council, child: Child, why: str | None = None) -> None:
    """This function will end a child's placement and what made it special."""
    row = child.row.pop("_placement", None)
    if row is not None:
        row.update(ended_on=council.day, end_recorded_on=council.day, change_reason=why)
        for condition in row.pop("_conditions", []):
            if condition.get("ended_on") is None or condition["ended_on"] > council.day:
                condition.update(ended_on=council.day, end_recorded_on=council.day)


def condition(council: Council, child: Child, row: Row, name: str, days: int | None = None) -> None:
    """This function will add a condition to a placement, for so many days or until the placement ends."""
    end = council.day + days if days else None
    fresh = council.book.write(
        "placement_conditions",
        condition_id=council.key("PC"), child_id=child.key, started_on=council.day, recorded_on=council.day,
        placement_id=row["placement_id"], condition=name, ended_on=end, end_recorded_on=end,
    )  # fmt: skip
    row.setdefault("_conditions", []).append(fresh)


def _kind(council: Council, child: Child, first: bool) -> str:
    years, chance = age(child.born, council.day), council.desk
    supported = "K3" if council.day >= SUPPORTED_CODE_FROM else "H5"
    if child.unaccompanied:
        return choose(chance, ((supported, 60 if years >= 16 else 0), ("U6", 48)))
    if child.care_kind == "remand":
        return choose(chance, (("K1", 2), ("R5", 3), ("K2", 3), ("U6", 2)))
    if years < 1 and first and chance.random() < 0.12:
        return "R3"
    if years >= 16:
        return choose(chance, ((supported, 52), ("U6", 27), ("K2", 18), ("U3", 6), ("P1", 4)))
    if years >= 11:
        return choose(chance, (("U6", 64), ("U3", 14), ("K2", 15), ("P1", 4), ("S1", 1.5), ("R2", 0.5)))
    return choose(chance, (("U6", 70), ("U3", 20), ("K2", 2), ("P1", 8 if not first else 3)))


def _provider(council: Council, kind: str) -> str:
    if kind == "P1":
        return "PR0"
    if kind in ("K2", "H5", "K3", "S1", "K1"):
        return choose(council.desk, (("PR4", 80), ("PR1", 14), ("PR5", 6)))
    if kind in ("R2", "R5"):
        return "PR3"
    if kind in ("U1", "U3") or kind[0] == "A":
        return "PR1"
    return choose(council.desk, (("PR1", 36), ("PR4", 58), ("PR2", 3), ("PR5", 3)))


def _conditions(council: Council, child: Child, row: Row, kind: str) -> None:
    if kind == "U3":
        child.care_kind = "kin" if child.care_kind not in ("adoption", "alone") else child.care_kind
        condition(council, child, row, "temporary_approval", WEEKS_16 if council.desk.random() < 0.8 else WEEKS_16 + 40)
    elif kind == "P1":
        child.care_kind = "home" if child.care_kind != "adoption" else child.care_kind
        if council.desk.random() < 0.4:
            condition(council, child, row, "parents_before_assessment", council.desk.randint(21, 60))
    elif kind in ("R2", "R5"):
        condition(council, child, row, "other_arrangements")


def _stay(council: Council, child: Child, row: Row) -> Steps:
    """A placement breaks down, ends as planned, or settles until the child is 18; the first year is the frailest."""
    chance = child.family.chance
    care = child.care
    mean = 470 if row["placement_kind"][0] == "U" else 330 if row["placement_kind"][0] in "KH" else 260
    if row["placement_kind"][0] == "A":
        return
    short = council.day - care["started_on"] < 2 and chance.random() < FIRST_IS_SHORT if care else False
    leaves = council.day + 5 + int(chance.expovariate(1 / (40 if short else mean)))
    settles = council.day + SETTLES_AFTER + chance.randrange(240)
    if leaves > settles:
        yield council.env.timeout(settles - council.day)
        if child.care is not care or child.row.get("_placement") is not row:
            return
        if row["placement_kind"][0] == "U" and child.care_kind not in ("adoption", "alone") and chance.random() < 0.75:
            child.care_kind = "settled"
            condition(council, child, row, "intended_to_18")
            if chance.random() < 0.12:
                condition(council, child, row, "fewer_visits_agreed")
            leaves += int(chance.expovariate(1 / 1400))
    yield council.env.timeout(max(1, leaves - council.day))
    if child.care is care and child.row.get("_placement") is row and child.care_kind != "adoption":
        why = choose(
            chance,
            (
                ("CARPL", 45),
                ("CREQB", 18),
                ("CREQO", 10),
                ("CHILD", 12),
                ("LAREQ", 6),
                ("STAND", 3),
                ("ALLEG", 3),
                ("OTHER", 3),
            ),
        )
        end_placement(council, child, why)
        if child.care_kind == "settled":
            child.care_kind = "voluntary"
        place(council, child)
