"""Who holds whom: puts a family's children in a team's hands, finds them a worker, and moves them when one leaves."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Child, Council, Team, Unit, Worker
from onechild.knowledge.invented.days import weekday

SOCIAL_WORKERS = frozenset({"social_worker", "newly_qualified", "senior_practitioner"})
CROWDED = 21.0
LEARNING = 42
MOVES = 8


def take_in(council: Council, unit: Unit, team: Team, *, why: str = "TSPROC") -> None:
    """This function will put a unit in a team's hands; it waits there for a worker."""
    set_down(unit)
    unit.team, unit.since, unit.ready = team, council.day, None
    team.units[unit] = None
    team.cases += unit.size
    crowded = load_of(team) > CROWDED
    unit.waiting_until = council.day + (council.desk.choice(_CROWDED_WAITS if crowded else _WAITS))
    if unit.waiting_until <= council.day:
        _find_worker(council, unit, why)
    else:
        for child in unit.children:
            write_lead(council, child, unit, why)


_WAITS = (0, 0, 0, 0, 0, 0, 0, 1, 1, 3)
_CROWDED_WAITS = (0, 0, 0, 0, 1, 1, 2, 4, 7, 10)


def set_down(unit: Unit) -> None:
    """This function will take a unit out of its team's and worker's hands."""
    if unit in unit.team.units:
        del unit.team.units[unit]
        unit.team.cases -= unit.size
    if unit.worker is not None:
        del unit.worker.units[unit]
        unit.worker.load -= unit.size
        unit.worker = None


def part(council: Council, child: Child) -> None:
    """This function will take one child out of the unit; the lead allocation goes on until somebody ends it."""
    unit = child.unit
    if unit is None:
        return
    if unit in unit.team.units:
        unit.team.cases -= 1
        if unit.worker is not None:
            unit.worker.load -= 1
    unit.children.remove(child)
    if not unit.children:
        set_down(unit)
        if child.family.unit is unit:
            child.family.unit = None
    child.unit = None


def join(council: Council, unit: Unit, child: Child) -> None:
    """This function will put one more child with a unit that is held."""
    unit.children.append(child)
    child.unit = unit
    unit.team.cases += 1
    if unit.worker is not None:
        unit.worker.load += 1
    write_lead(council, child, unit, "FCONTA")


def allocate_waiting(council: Council) -> None:
    """This function will find a worker for every unit that has waited long enough, and level loads on Mondays."""
    for team in council.teams.values():
        for unit in [one for one in team.units if one.worker is None and one.waiting_until <= council.day]:
            _find_worker(council, unit, "MANAGE")
        if weekday(council.day) == 0 and team.caseholding:
            _level(council, team)


def hand_over(council: Council, worker: Worker, why: str) -> None:
    """This function will take every unit from a worker who leaves, and give each to another or to the list."""
    for unit in list(worker.units):
        set_down_worker(unit)
        unit.waiting_until = council.day + council.desk.choice(_WAITS)
        if unit.waiting_until <= council.day:
            _find_worker(council, unit, why)
        if unit.worker is None:
            for child in unit.children:
                write_lead(council, child, unit, why)


def set_down_worker(unit: Unit) -> None:
    """This function will leave a unit with its team and without a worker."""
    if unit.worker is not None:
        del unit.worker.units[unit]
        unit.worker.load -= unit.size
        unit.worker = None


def load_of(team: Team) -> float:
    """This function will return the team's cases for each full-time worker; nought where it has none."""
    fte = sum(worker.fte for worker in team.workers)
    return team.cases / fte if fte else 0.0


def write_lead(council: Council, child: Child, unit: Unit, why: str) -> None:
    """This function will write who holds the child from today; nothing where that has not changed."""
    worker = unit.worker.key if unit.worker else None
    lead, day = child.lead, council.day
    if lead and lead["worker_id"] == worker and lead["team_id"] == unit.team.key:
        return
    if lead and lead["started_on"] == day:
        lead.update(worker_id=worker, team_id=unit.team.key)
    else:
        end_lead(council, child, why)
        child.lead = lead = council.book.write(
            "allocations",
            allocation_id=council.key("AL"), child_id=child.key, started_on=day, recorded_on=day,
            worker_id=worker, team_id=unit.team.key, role="lead",
            referral_id=child.referral["referral_id"] if child.referral else None,
        )  # fmt: skip
    if worker is None:
        managers = unit.team.managers
        lead["priority"] = "high" if child.plan or unit.in_enquiry else "medium"
        lead["responsible_manager_id"] = managers[0].key if managers else None
    else:
        lead["priority"] = lead["responsible_manager_id"] = None


def end_lead(council: Council, child: Child, why: str | None) -> None:
    """This function will end the child's lead allocation today; with no reason for a change, the case is closed."""
    if child.lead is not None:
        words = None if why else "Case closed"
        child.lead.update(ended_on=council.day, end_recorded_on=council.day, end_reason=why, end_words=words)
        child.lead = None


def _find_worker(council: Council, unit: Unit, why: str) -> None:
    worker = _manager_holding(council, unit) or _least_loaded(council, unit)
    if worker is None:
        unit.waiting_until = council.day + 1
        return
    give(council, unit, worker, why)


def give(council: Council, unit: Unit, worker: Worker, why: str) -> None:
    """This function will give a unit to a worker from today."""
    set_down_worker(unit)
    unit.worker = worker
    worker.units[unit] = None
    worker.load += unit.size
    for child in unit.children:
        write_lead(council, child, unit, why)


def _manager_holding(council: Council, unit: Unit) -> Worker | None:
    if unit.team.kind in ("LCT", "LA1") or load_of(unit.team) < CROWDED or council.desk.random() > 0.02:
        return None
    deputies = [one for one in unit.team.managers if one.role == "deputy_manager" and one.load + unit.size <= 3]
    return deputies[0] if deputies else None


def _least_loaded(council: Council, unit: Unit) -> Worker | None:
    best, lowest = None, 0.0
    simple = unit.stage == "help" and not unit.in_enquiry and not any(child.plan for child in unit.children)
    for worker in unit.team.workers:
        if (worker.role == "family_worker" and not simple) or worker.absent_until > council.day + 14:
            continue
        ratio = (worker.load + unit.size) / capacity(worker, council.day) * council.desk.uniform(0.97, 1.03)
        if best is None or ratio < lowest:
            best, lowest = worker, ratio
    return best


def capacity(worker: Worker, day: int) -> float:
    """This function will return how much a worker is given, against a full-time one who has settled in."""
    learning = 0.6 if day - worker.started < LEARNING else 1.0
    first_year = 0.9 if worker.newly_to is not None and worker.newly_to > day else 1.0
    return worker.fte * worker.lean * learning * first_year


def _level(council: Council, team: Team) -> None:
    """Move one family from the fullest desk to the emptiest, and give back what deputies hold."""
    day = council.day
    ready = [one for one in team.workers if one.absent_until <= day and one.role != "family_worker"]
    for deputy in team.managers:
        for unit in [one for one in deputy.units if load_of(team) < 19 or day - one.since > 45][:1]:
            set_down_worker(unit)
            worker = _least_loaded(council, unit)
            if worker is not None:
                give(council, unit, worker, "MANAGE")
            else:
                give(council, unit, deputy, "MANAGE")
    for turn in range(MOVES if len(ready) > 1 else 0):
        ratios = sorted(ready, key=lambda one: (one.load / capacity(one, day), one.key))
        low, high = ratios[0], ratios[-1]
        gap = high.load / capacity(high, day) - low.load / capacity(low, day)
        movable = [unit for unit in high.units if unit.size <= max(1, gap / 3)]
        if gap < 4 or not movable or (turn > 1 and low.load > 0.6 * high.load):
            break
        give(council, council.desk.choice(movable), low, "MANAGE")
