"""Help: children in need plans, the move from assessment to an area, and closing; managers watch how full a team is."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.allocating import take_in
from onechild.knowledge.invented.council.model import Child, Council, Team, Unit
from onechild.knowledge.invented.council.staffing import cases_due
from onechild.knowledge.invented.council.teams import FAMILY_SAFEGUARDING, RENAMED_ON
from onechild.knowledge.invented.days import birthday, weekday
from onechild.knowledge.invented.work.assessing import close, end_need

LONGEST_HOLD = 34
SHORTEST_HELP = 40
SHORT_HELP = 0.38
CLOSES_ANYWAY = 0.006


def flow_day(council: Council) -> None:
    """This function will move units on from assessment, close help that is done, and pass children to care teams."""
    _leave_assessment(council)
    for key in (*FAMILY_SAFEGUARDING, "CWD", "DIS"):
        if key in council.teams:
            _close_help(council, council.teams[key])
    _to_care_teams(council)


def area_team(council: Council, unit: Unit) -> Team:
    """This function will choose the team for a unit that needs help: its own area's, unless that is far too full."""
    wanted = {key: cases_due(council, council.teams[key]) for key in FAMILY_SAFEGUARDING}
    disabled = council.teams.get("DIS" if council.day < RENAMED_ON else "CWD")
    if disabled and any(child.disabled for child in unit.children) and disabled.cases < cases_due(council, disabled):
        return disabled
    own = unit.family.team
    if own and council.teams[own].cases < 1.06 * wanted[own]:
        return council.teams[own]
    best = max(
        FAMILY_SAFEGUARDING, key=lambda key: ((wanted[key] - council.teams[key].cases) / max(wanted[key], 1), key)
    )
    unit.family.team = best
    return council.teams[best]


def start_need(council: Council, child: Child, *, stepped_down: bool = False) -> None:
    """This function will open a child in need plan; a disabled child may have a package with fewer visits."""
    if child.need is not None or child.plan is not None or child.unit is None:
        return
    day = council.day
    worker = child.unit.worker
    child.need = council.book.write(
        "child_in_need_plans",
        plan_id=council.key("CN"), child_id=child.key, started_on=day, recorded_on=day, stepped_down=stepped_down,
        short_package=child.disabled and child.unit.team.kind in ("CWD", "DIS") and child.family.chance.random() < 0.6,
        referral_id=child.referral["referral_id"] if child.referral else None, team_id=child.unit.team.key,
        worker_id=worker.key if worker else None,
    )  # fmt: skip


def _leave_assessment(council: Council) -> None:
    team, day = council.teams["ASM"], council.day
    wanted = cases_due(council, team)
    for unit in [one for one in team.units if one.ready is not None and one.stage != "assessment"]:
        ready = unit.ready or day
        protected = any(child.plan for child in unit.children)
        if unit.in_enquiry and not protected:
            continue
        full = team.cases > wanted and day > ready
        if full or day - ready >= LONGEST_HOLD or (protected and day - ready > 3):
            _move_on(council, unit)


def _move_on(council: Council, unit: Unit) -> None:
    if unit.stage == "closing" and not any(child.plan or child.care for child in unit.children):
        why = "RC9" if council.day >= 19083 and council.desk.random() < 0.5 else "RC8"
        for child in list(unit.children):
            close(council, child, why)
        return
    if _was_short(council, unit):
        for child in list(unit.children):
            close(council, child, "RC7")
        return
    unit.stage = "help"
    take_in(council, unit, area_team(council, unit))
    for child in list(unit.children):
        if child.unit is unit:
            start_need(council, child)


def _was_short(council: Council, unit: Unit) -> bool:
    """Help that a few weeks of assessment were enough for; more often where the areas are full."""
    if unit.in_enquiry or any(child.plan or child.disabled for child in unit.children):
        return False
    areas = [council.teams[key] for key in FAMILY_SAFEGUARDING]
    wanted = sum(cases_due(council, team) for team in areas)
    share = SHORT_HELP + 2.0 * (sum(team.cases for team in areas) - wanted) / max(wanted, 1)
    return council.quotas.says("short help", max(0.0, min(0.75, share)), weight=unit.size)


def _close_help(council: Council, team: Team) -> None:
    wanted, day = cases_due(council, team), council.day
    excess = team.cases - wanted
    monday = weekday(day) == 0
    if monday:
        _come_of_age(council, team)
    hurry = excess > 0 and council.desk.random() < 0.6
    if not (hurry or monday):
        return
    ready = [unit for unit in team.units if _may_close(unit, day)]
    if not ready:
        return
    count = 1 + int(excess / 12) if hurry else 0
    if monday:
        count += council.due("close " + team.kind, len(ready) * CLOSES_ANYWAY / max(council.scale, 1e-9))
    for _ in range(min(count, len(ready))):
        newer = council.desk.random() < 0.4
        place = int(council.desk.random() ** (0.8 if newer else 1.5) * len(ready))
        unit = ready.pop(min(place, len(ready) - 1))
        why = choose(council.desk, (("RC7", 93), ("RC5", 5), ("RC3", 2)))
        for child in list(unit.children):
            if child.need is not None and why == "RC7" and council.desk.random() < 0.35:
                end_need(child, day, "early_help")
            close(council, child, why)


def _come_of_age(council: Council, team: Team) -> None:
    """Children who have turned 18 leave the team: disabled young people to adults' social care."""
    for unit in [one for one in team.units if one.stage in ("help", "moving")]:
        for child in list(unit.children):
            if child.care is None and child.plan is None and birthday(child.born, 18) <= council.day:
                close(council, child, "RC6" if child.disabled else "RC7")


def _may_close(unit: Unit, day: int) -> bool:
    return (
        unit.stage == "help"
        and not unit.in_enquiry
        and day - unit.since > SHORTEST_HELP
        and not any(child.plan or child.care for child in unit.children)
    )


def _to_care_teams(council: Council) -> None:
    """Pass the children longest in care from the areas to a looked-after team that has room."""
    keys = [key for key in ("LAC", "LA1", "LA2") if key in council.teams]
    if "LA1" in council.teams and "LAC" in keys:
        keys.remove("LAC")
    for key in keys:
        team = council.teams[key]
        room = cases_due(council, team) - team.cases
        if room < 1:
            continue
        waiting = [
            (unit.children[0].care["started_on"], unit.children[0].key, unit)
            for area in FAMILY_SAFEGUARDING
            for unit in council.teams[area].units
            if unit.stage == "care" and unit.children[0].care and council.day - unit.since > 25
        ]
        for _, _, unit in sorted(waiting, key=lambda one: one[:2])[:2]:
            if unit.size <= room + 1:
                take_in(council, unit, team)
                room -= unit.size
