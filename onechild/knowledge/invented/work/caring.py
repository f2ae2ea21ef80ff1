"""Care: who comes into it and how, where they are placed, the orders made, and how they leave."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.allocating import join, part, take_in, write_lead
from onechild.knowledge.invented.council.beside import stand_beside, stand_down
from onechild.knowledge.invented.council.families import add_child, alone
from onechild.knowledge.invented.council.model import Child, Council, Family, Unit
from onechild.knowledge.invented.council.staffing import cases_due
from onechild.knowledge.invented.council.teams import FAMILY_SAFEGUARDING
from onechild.knowledge.invented.days import YEAR, age, birthday, day_of
from onechild.knowledge.invented.published import MARCH, between, in_year, points_of
from onechild.knowledge.invented.work.assessing import Steps, assess_alone, close, end_need
from onechild.knowledge.invented.work.helping import area_team, start_need
from onechild.knowledge.invented.work.leaving import become_leaver
from onechild.knowledge.invented.work.orders import go_to_court
from onechild.knowledge.invented.work.placing import end_placement, place
from onechild.knowledge.invented.work.protecting import end_plan

# Published from 2020; before, worked out by ourselves from the yearly count of young people looked after.
ALONE_SHARE = {2016: 10.0, 2017: 21.0, 2018: 17.0, 2019: 22.0}
STABLE = 0.006
NEWBORN, OLDEST = 0.09, 17.6
DEATHS_A_YEAR = 1.4


def care_day(council: Council) -> None:
    """This function will bring children into care and let others leave it, as many as the year's rates say."""
    day = council.day
    council.owed["in"] = council.owed.get("in", 0.0) + in_year("care_started", day) / YEAR * council.scale
    while council.owed["in"] >= 1:
        council.owed["in"] -= _comes_in(council)
    over = len(council.in_care) - between(points_of("looked_after", MARCH), day) * council.scale
    council.owed["out"] = (
        council.owed.get("out", 0.0) + in_year("care_ceased", day) / YEAR * council.scale + STABLE * over
    )
    for _ in range(6):
        if council.owed["out"] < 1:
            return
        child = _who_leaves(council)
        if child is None:
            return
        leave_care(council, child, _how(council, child))


def _comes_in(council: Council) -> int:
    year = day_of(council.day).year + (day_of(council.day).month > 3)
    share = ALONE_SHARE.get(year) or in_year("unaccompanied_started_pct", council.day)
    if council.quotas.says("alone", share / 100):
        bring_in(council, [arrive_alone(council)], "alone")
        return 1
    for _ in range(60):
        unit = _unit_at_risk(council)
        if unit is None:
            continue
        if council.desk.random() < NEWBORN:
            way = choose(council.desk, (("court", 60), ("voluntary", 25), ("police", 15)))
            bring_in(council, [_baby(council, unit)], way)
            return 1
        children = [one for one in unit.children if one.care is None and 0 < council.day - one.born < OLDEST * YEAR]
        if not children:
            continue
        together = (
            council.desk.random() < 0.4
            and len(children) <= 3
            and all(age(one.born, council.day) < 12 for one in children)
        )
        weighted = [(one, 4.0 if age(one.born, council.day) > 13.5 else 1.0) for one in children]
        taken = children if together else [choose(council.desk, weighted)]
        bring_in(council, taken, _way(council, taken[0]))
        return len(taken)
    return 1


def _baby(council: Council, unit: Unit) -> Child:
    """A baby born into a family that is being worked with, and known to the council from birth."""
    child = add_child(council, unit.family, council.day - council.desk.randint(1, 6), council.day)
    child.referral = council.book.write(
        "referrals",
        referral_id=council.key("R"), child_id=child.key, started_on=council.day, recorded_on=council.day,
        source_kind="3F", primary_need="N1", no_further_action=False, decided_on=council.day, team_id=unit.team.key,
    )  # fmt: skip
    join(council, unit, child)
    council.env.process(assess_alone(council, child))
    return child


def arrive_alone(council: Council) -> Child:
    """This function will take in a young person who came alone, with a referral and a worker."""
    child = alone(council, council.day)
    pair = [council.teams[key] for key in ("LA1", "LA2") if key in council.teams] or [council.teams["LAC"]]
    team = min(pair, key=lambda one: one.cases - cases_due(council, one))
    child.referral = council.book.write(
        "referrals",
        referral_id=council.key("R"), child_id=child.key, started_on=council.day, recorded_on=council.day,
        source_kind=choose(council.desk, (("6", 6), ("8", 2), ("5C", 2))), primary_need="N8", no_further_action=False,
        decided_on=council.day, team_id=team.key,
    )  # fmt: skip
    child.family.referred = council.day
    child.family.unit = child.unit = Unit(child.family, [child], team, "care", council.day)
    take_in(council, child.unit, team, why="FCONTA")
    council.env.process(assess_alone(council, child))
    return child


def _unit_at_risk(council: Council) -> Unit | None:
    point = council.desk.random()
    if point < 0.42 and council.on_plan:
        child = list(council.on_plan)[council.desk.randrange(len(council.on_plan))]
        return child.unit if child.unit and child.unit.stage == "help" else None
    key = "ASM" if point < 0.64 else council.desk.choice(FAMILY_SAFEGUARDING)
    units = list(council.teams[key].units)
    if not units:
        return None
    unit = units[council.desk.randrange(len(units))]
    return unit if unit.stage in ("help", "moving", "assessment") and unit.family.heritage != "alone" else None


def _way(council: Council, child: Child) -> str:
    years = age(child.born, council.day)
    if years > 12:
        return choose(council.desk, (("voluntary", 80), ("remand", 5), ("court", 8)))
    return choose(council.desk, (("voluntary", 54), ("court", 28), ("police", 12), ("emergency", 6)))


def bring_in(council: Council, children: list[Child], way: str) -> None:
    """This function will open a period of care for children who come in together, apart from the family's unit."""
    day, first = council.day, children[0]
    unit = _own_unit(council, children)
    for child in children:
        end_plan(council, child, "looked_after")
        end_need(child, day, "looked_after")
        need = (
            "N8"
            if child.unaccompanied
            else "N2"
            if child.disabled and council.desk.random() < 0.4
            else "N1"
            if council.desk.random() < 0.8
            else "N5"
        )
        child.care = council.book.write(
            "periods_of_care",
            care_id=council.key("LA"), child_id=child.key, started_on=day, recorded_on=day, need=need,
            referral_id=child.referral["referral_id"] if child.referral else None,
        )  # fmt: skip
        child.care_kind = way
        council.in_care[child] = None
        child.reviewer = stand_beside(council, child, "reviewing_officer")
        place(council, child, first=True)
        council.env.process(grow_up(council, child))
    if unit.stage != "care":
        unit.stage = "care"
    council.env.process(go_to_court(council, children, way, leave_care))
    if first.unit is not None and first.unit.team.kind == "ASM":
        team = council.teams[first.family.team or council.desk.choice(FAMILY_SAFEGUARDING)]
        take_in(council, unit, team)


def _own_unit(council: Council, children: list[Child]) -> Unit:
    old = children[0].unit
    if old is None:
        raise ValueError("a child who comes into care is open to the council")
    if len(old.children) == len(children):
        return old
    team, worker = old.team, old.worker
    for child in children:
        part(council, child)
    fresh = Unit(old.family, list(children), team, "care", council.day, worker=worker)
    for child in children:
        child.unit = fresh
    team.units[fresh] = None
    team.cases += fresh.size
    if worker is not None:
        worker.units[fresh] = None
        worker.load += fresh.size
    for child in children:
        write_lead(council, child, fresh, "TSPROC")
    return fresh


def grow_up(council: Council, child: Child) -> Steps:
    """This function will give a young person an adviser before 16, and see a child out of care at 18."""
    care, chance = child.care, child.family.chance
    months = 15.75 if chance.random() < 0.93 else chance.uniform(16.05, 16.6)
    adviser_on = max(child.born + int(months * YEAR), council.day + 84 if age(child.born, council.day) > 15.5 else 0)
    eighteen = birthday(child.born, 18)
    if council.day < adviser_on < eighteen:
        yield council.env.timeout(adviser_on - council.day)
        if child.care is care and child.adviser is None:
            child.adviser = stand_beside(council, child, "personal_adviser")
    if council.day < eighteen:
        yield council.env.timeout(eighteen - council.day)
    if child.care is care:
        how = choose(chance, (("E5", 55), ("E17", 25), ("E4A", 8), ("E6", 8), ("E7", 4)))
        leave_care(council, child, "E4A" if child.disabled and how == "E6" else how)


def _who_leaves(council: Council) -> Child | None:
    """Of twelve children looked at, the likeliest to leave: soon after coming in, or once a permanent home is found."""
    children = list(council.in_care)
    if not children:
        return None
    looked = [children[council.desk.randrange(len(children))] for _ in range(12)]
    return choose(council.desk, [(child, _readiness(council, child)) for child in looked])


def _readiness(council: Council, child: Child) -> float:
    length = council.day - (child.care or {}).get("started_on", council.day)
    if length < 5:
        return 1e-6
    if child.unaccompanied:
        return (
            2.5
            if _alone_now(council) > 1.15 * between(points_of("unaccompanied_looked_after", MARCH), council.day)
            else 0.02
        )
    if child.care_kind == "adoption":
        return 0.02
    if (child.care or {}).get("_in_court"):
        return 0.15
    if child.care_kind == "settled":
        return 0.1
    early = 5.0 if length < 120 else 2.0 if length < 365 else 1.0 if length < 800 else 0.35
    return early * (1.6 if child.care_kind in ("kin", "home") else 1.0)


def _alone_now(council: Council) -> float:
    return sum(child.unaccompanied for child in council.in_care) / council.scale


def _how(council: Council, child: Child) -> str:
    length = council.day - (child.care or {}).get("started_on", council.day)
    if child.unaccompanied:
        return choose(council.desk, (("E15", 60), ("E3", 25), ("E8", 15)))
    if length > 240 and child.care_kind in ("kin", "settled", "court"):
        order = ("E45", "E47") if council.day >= 17622 else ("E43", "E44")
        return choose(council.desk, ((order[0], 45), (order[1], 20), ("E41", 15), ("E4A", 20)))
    return choose(council.desk, (("E4A", 50), ("E4B", 18), ("E13", 14), ("E41", 6), ("E8", 9), ("E3", 3)))


def leave_care(council: Council, child: Child, how: str) -> None:
    """This function will end a period of care: to home, to a new family, or to a life as a care leaver at 18."""
    care, day = child.care, council.day
    if care is None:
        return
    council.owed["out"] = council.owed.get("out", 0.0) - 1
    care.update(ended_on=day, end_recorded_on=day, end_reason=how)
    end_placement(council, child)
    council.in_care.pop(child, None)
    child.care = None
    stand_down(council, child, child.reviewer, "TSPROC")
    child.reviewer = None
    if day >= birthday(child.born, 18):
        become_leaver(council, child, day - care["started_on"])
    elif how == "E2":
        close(council, child, "RC2")
    elif how in ("E11", "E12"):
        child.care_kind = "adopted"
        close(council, child, "RC1")
    elif day >= max(birthday(child.born, 16), care["started_on"] + 91) and how not in ("E3", "E15", "E8"):
        become_leaver(council, child, day - care["started_on"])
    elif how in ("E4A", "E4B", "E13") and council.desk.random() < 0.8:
        _help_at_home(council, child)
    else:
        close(
            council,
            child,
            "RC4" if how in ("E43", "E44", "E45", "E46", "E47", "E48") else "RC3" if how == "E41" else "RC7",
        )


def mourn_day(council: Council) -> None:
    """This function will let a child die, once or twice a year among all who are known, and close what was open."""
    for _ in range(council.due("death", DEATHS_A_YEAR / YEAR)):
        units = [unit for team in council.teams.values() for unit in team.units if unit.stage in ("help", "care")]
        if units:
            child = council.desk.choice(council.desk.choice(units).children)
            child.died = child.row["died_on"] = council.day
            end_plan(council, child, "died")
            if child.care is not None:
                leave_care(council, child, "E2")
            else:
                close(council, child, "RC2")


def _help_at_home(council: Council, child: Child) -> None:
    family: Family = child.family
    part(council, child)
    unit = Unit(family, [child], council.teams[family.team or "FSC"], "help", council.day)
    child.unit = unit
    if family.unit is None:
        family.unit = unit
    take_in(council, unit, area_team(council, unit))
    start_need(council, child)
