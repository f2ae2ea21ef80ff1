"""What is already there on the first day: children in care, care leavers, disabled children helped for years."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.allocating import take_in
from onechild.knowledge.invented.council.beside import stand_beside
from onechild.knowledge.invented.council.families import new_family, set_disabled
from onechild.knowledge.invented.council.model import Child, Council, Unit
from onechild.knowledge.invented.council.teams import FAMILY_SAFEGUARDING
from onechild.knowledge.invented.days import YEAR, birthday
from onechild.knowledge.invented.work.assessing import assessed_before
from onechild.knowledge.invented.work.caring import grow_up, leave_care
from onechild.knowledge.invented.work.leaving import become_leaver
from onechild.knowledge.invented.work.orders import adopt, set_status
from onechild.knowledge.invented.work.placing import place

IN_CARE, LEAVERS, DISABLED = 372, 170, 215
AGES_IN_CARE = ((0.5, 6), (2.5, 13), (6.5, 20), (12.5, 34), (16.5, 29))


def fill(council: Council) -> None:
    """This function will put into the council those whom it already knew when its books were opened."""
    for _ in range(round(IN_CARE * council.scale)):
        _in_care(council)
    for _ in range(round(LEAVERS * council.scale)):
        _leaver(council)
    for _ in range(round(DISABLED * council.scale)):
        _disabled(council)


def _child(council: Council, age: float, since: float) -> tuple[Child, int]:
    """A child of so many years, known since so many years ago; the referral is written on its own day."""
    day = council.day
    born = day - int(age * YEAR)
    began = max(day - int(since * YEAR), born + 1)
    family = new_family(council, began, size=1, born=born)
    family.referred = began
    child = family.children[0]
    child.row["recorded_on"] = began
    child.referral = council.book.write(
        "referrals",
        referral_id=council.key("R"), child_id=child.key, started_on=began, recorded_on=began, source_kind="6",
        primary_need="N2" if child.disabled else "N1", no_further_action=False, decided_on=began,
    )  # fmt: skip
    return child, began


def _unit(council: Council, child: Child, team: str, stage: str) -> None:
    child.unit = child.family.unit = Unit(child.family, [child], council.teams[team], stage, council.day)
    take_in(council, child.unit, child.unit.team, why="FCONTA")
    assessed_before(council, child)


def _in_care(council: Council) -> None:
    chance = council.desk
    years = max(0.1, choose(chance, AGES_IN_CARE) + chance.uniform(-0.5, 0.5) * (1 if chance.random() < 0.3 else 4.4))
    years = min(years, 17.8)
    since = min(years * 0.95, chance.expovariate(1 / 3.0) + 0.1)
    child, began = _child(council, years, since + 0.3)
    set_disabled(child, disabled=False)
    _unit(council, child, "LAC" if since > 0.5 else chance.choice(FAMILY_SAFEGUARDING), "care")
    came = max(began, council.day - int(since * YEAR))
    child.care = council.book.write(
        "periods_of_care",
        care_id=council.key("LA"), child_id=child.key, started_on=came, recorded_on=came, need="N1",
        referral_id=child.referral["referral_id"] if child.referral else None,
    )  # fmt: skip
    council.in_care[child] = None
    child.care_kind = "settled" if since > 1.5 and chance.random() < 0.7 else "court"
    child.reviewer = stand_beside(council, child, "reviewing_officer")
    set_status(council, child, "C2" if since > 1 else "C1" if chance.random() < 0.5 else "V2")
    child.care["_status"].update(started_on=came, recorded_on=came)
    if years < 5 and 0.4 < since < 1.6 and chance.random() < 0.8:
        set_status(council, child, "E1")
        child.care_kind = "adoption"
        council.env.process(adopt(council, child, leave_care))
    place(council, child, kind="U6" if years < 15 or chance.random() < 0.6 else "K2")
    child.row["_placement"].update(started_on=came, recorded_on=came)
    sixteen = birthday(child.born, 16)
    if sixteen < council.day + 90:
        child.adviser = stand_beside(council, child, "personal_adviser")
        if child.adviser is not None:
            began = min(council.day, max(sixteen - 30, came + 60))
            child.adviser.update(started_on=began, recorded_on=began)
    council.env.process(grow_up(council, child))


def _leaver(council: Council) -> None:
    chance = council.desk
    years = chance.triangular(18.02, 20.9, 19.0)
    child, _ = _child(council, years, years - chance.uniform(10, 16))
    set_disabled(child, disabled=False)
    child.row["_left_care"] = birthday(child.born, 18)
    become_leaver(council, child, 400)


def _disabled(council: Council) -> None:
    child, began = _child(council, council.desk.uniform(3, 17), council.desk.uniform(0.3, 6))
    set_disabled(child, disabled=True)
    if child.referral is not None:
        child.referral["primary_need"] = "N2"
    _unit(council, child, "DIS", "help")
    child.need = council.book.write(
        "child_in_need_plans",
        plan_id=council.key("CN"), child_id=child.key, started_on=began, recorded_on=began, stepped_down=False,
        short_package=child.family.chance.random() < 0.6, team_id=council.teams["DIS"].key,
        referral_id=child.referral["referral_id"] if child.referral else None,
    )  # fmt: skip
    if child.unit is not None:
        child.unit.since = began
