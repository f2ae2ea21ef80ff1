"""The workforce: who joins, leaves, is off sick or moves team, so that each team's hours follow their path."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.allocating import SOCIAL_WORKERS, give, hand_over, set_down, take_in
from onechild.knowledge.invented.council.beside import pass_on
from onechild.knowledge.invented.council.hiring import MANAGERS, balance_posts, hire, leave, promote
from onechild.knowledge.invented.council.model import Council, Team, Unit, Worker
from onechild.knowledge.invented.council.teams import FAMILY_SAFEGUARDING, LINEAGE, PLANS, open_team, write_lineage
from onechild.knowledge.invented.days import day_of, weekday
from onechild.knowledge.invented.paths import ADVISER_LOAD, cases_each, family_workers_due, workers_due
from onechild.knowledge.invented.published import SEPTEMBER, between, nearest, points_of

SERVICE_MANAGERS = 4
AGENCY_STAY_WEEKS = 62
OVERFLOW = 150


def open_doors(council: Council) -> None:
    """This function will open the teams that are there on the first day, and fill them."""
    for key, plan in PLANS.items():
        if plan.started_on <= council.day:
            open_team(council, key, council.day)
            _appoint_managers(council, council.teams[key])
    for _ in range(SERVICE_MANAGERS):
        council.teams["ACA"].managers.append(hire(council, council.teams["ACA"], "service_manager", first=True))
    _fill(council, first=True)


def staff_day(council: Council) -> None:
    """This function will do what the workforce does on one day; joining and leaving happen on Mondays."""
    day = council.day
    for worker in [one for one in council.workers.values() if one.newly_to == day]:
        promote(council, worker)
    for key in sorted({after for _, after, on, _ in LINEAGE if on == day}):
        open_team(council, key, day)
    for before in sorted({before for before, _, on, _ in LINEAGE if on == day}):
        _reorganise(council, council.teams[before], [council.teams[to] for b, to, _, _ in LINEAGE if b == before])
    write_lineage(council, day)
    if weekday(day) == 0:
        for worker in list(council.workers.values()):
            _week(council, worker)
        _fill(council)
        balance_posts(council)


def due(council: Council, team: Team) -> float:
    """This function will return the full-time equivalents that a team should have today, family workers apart."""
    day, kind = council.day, team.kind
    if kind == "LCT":
        return len(council.leavers) / between(ADVISER_LOAD, day)
    if kind == "LAC":
        return (workers_due("LA1", day) + workers_due("LA2", day)) * council.scale
    if kind == "FAM":
        return 16 * council.scale
    if team.caseholding:
        return workers_due("CWD" if kind == "DIS" else kind, day) * council.scale
    return PLANS[kind].share * _elsewhere(council)


def cases_due(council: Council, team: Team) -> float:
    """This function will return the cases that the managers of a team steer towards today."""
    day, kind = council.day, team.kind
    if kind == "LAC":
        return sum(workers_due(one, day) * cases_each(one, day) for one in ("LA1", "LA2")) * council.scale
    path = "CWD" if kind == "DIS" else kind
    hours = workers_due(path, day) + family_workers_due(path, day)
    wanted = hours * cases_each(path, day) * council.scale
    return wanted - _overflow(council, day) / len(FAMILY_SAFEGUARDING) if kind in FAMILY_SAFEGUARDING else wanted


def _overflow(council: Council, day: int) -> float:
    """What assessment, looked-after and disability teams hold above their path is asked of the areas, up to a point."""
    if council.overflow[0] != day:
        teams = [council.teams[key] for key in ("ASM", "LAC", "LA1", "LA2", "DIS", "CWD") if key in council.teams]
        extra = sum(
            team.cases - cases_due(council, team)
            for team in teams
            if PLANS[team.kind].ended_on is None or (PLANS[team.kind].ended_on or 0) > day
        )
        council.overflow = (day, max(-OVERFLOW * council.scale, min(OVERFLOW * council.scale, extra)))
    return council.overflow[1]


def _elsewhere(council: Council) -> float:
    """Social workers outside the teams that hold cases: those in post and from agencies, less the case-holders."""
    day = council.day
    totals = [between(points_of(name, SEPTEMBER), day) for name in ("in_post_fte", "agency_fte", "caseholder_fte")]
    managers = sum(len(team.managers) for team in council.teams.values())
    away = sum(one.fte for one in council.workers.values() if one.absent_until > day + 28)
    return max(6.0, (totals[0] + totals[1] - totals[2]) * council.scale - managers - away)


def _fill(council: Council, *, first: bool = False) -> None:
    for team in council.teams.values():
        if PLANS[team.kind].ended_on is not None and (PLANS[team.kind].ended_on or 0) <= council.day:
            continue
        role = PLANS[team.kind].role
        _keep(council, team, role, due(council, team), first=first)
        if team.kind in ("DIS", "CWD") or team.kind.startswith("FS"):
            path = "CWD" if team.kind == "DIS" else team.kind
            _keep(council, team, "family_worker", family_workers_due(path, council.day) * council.scale, first=first)


def _keep(council: Council, team: Team, role: str, wanted: float, *, first: bool) -> None:
    """Hire while half a worker is missing; let one go, agency first, while more than half of one is too many."""
    for _ in range(60 if first else 3):
        here = [one for one in team.workers if _counts(council, one, role)]
        hours = sum(one.fte for one in here)
        if hours < wanted - 0.45:
            hire(council, team, role, first=first)
        elif hours > wanted + 0.55 and here and not first:
            agency = [one for one in here if one.kind == "agency"]
            going = min(agency or here, key=lambda one: (abs(one.fte - (hours - wanted)), one.key))
            hand = "contract_ended" if agency else "moved_post"
            hand_over_and_leave(council, going, hand)
        else:
            return


def _counts(council: Council, worker: Worker, role: str) -> bool:
    """Somebody away for more than four weeks is covered, and so does not count towards the team's hours."""
    same = worker.role == role or (worker.role in SOCIAL_WORKERS and role in SOCIAL_WORKERS)
    return same and worker.absent_until <= council.day + 28


def hand_over_and_leave(council: Council, worker: Worker, why: str) -> None:
    """This function will end a worker's employment today and find others for the children held."""
    leave(council, worker, why)
    hand_over(council, worker, "LEFTRL")
    pass_on(council, worker)


def _week(council: Council, worker: Worker) -> None:
    chance = council.desk
    if worker.kind == "agency":
        goes = chance.random() < 1 / AGENCY_STAY_WEEKS
    else:
        year = day_of(council.day).year + (day_of(council.day).month > 9)
        goes = chance.random() < nearest("turnover_pct", year) / 100 / 52
    if goes:
        if worker.role in MANAGERS:
            _replace(council, worker)
        else:
            hand_over_and_leave(council, worker, "contract_ended" if worker.kind == "agency" else "resigned")
        return
    if worker.absent_until <= council.day:
        _absence(council, worker)


def _replace(council: Council, manager: Worker) -> None:
    team = manager.team
    place = team.managers.index(manager)
    leave(council, manager, "resigned")
    team.managers[place:place] = [hire(council, team, manager.role)]
    hand_over(council, manager, "LEFTRL")
    pass_on(council, manager)


ABSENCES = (
    (("annual_leave", 5, 12), 0.085), (("sickness", 2, 9), 0.020), (("training", 1, 4), 0.020),
    (("sickness", 21, 95), 0.0022), (("parental_leave", 170, 330), 0.0011), (("other", 3, 15), 0.002),
    (None, 0.87),
)  # fmt: skip


def _absence(council: Council, worker: Worker) -> None:
    chance = council.desk
    kind = choose(chance, ABSENCES)
    if kind is None:
        return
    start = council.day + chance.randrange(5)
    end = start + chance.randint(kind[1], kind[2])
    council.book.write(
        "absences",
        absence_id=council.key("AB"), worker_id=worker.key, absence_kind=kind[0],
        started_on=start, ended_on=end, recorded_on=start, end_recorded_on=end,
    )  # fmt: skip
    if kind[0] != "annual_leave":
        worker.absent_until = end
    if end - start > 28 and chance.random() < 0.75:
        hand_over(council, worker, "ABSENC")


def _appoint_managers(council: Council, team: Team) -> None:
    plan = PLANS[team.kind]
    team.managers.append(hire(council, team, "team_manager", first=True))
    for _ in range(max(0, round(plan.deputies * min(1.0, council.scale)))):
        team.managers.append(hire(council, team, "deputy_manager", first=True))


def _reorganise(council: Council, before: Team, after: list[Team]) -> None:
    """Move a team's workers and children to its successors on the day it is split or renamed."""
    for place, worker in enumerate([*before.managers, *before.workers]):
        team = after[place % len(after)]
        promote(council, worker, team=team)
    for place, (unit, holder) in enumerate([(unit, unit.worker) for unit in before.units]):
        set_down(unit)
        _carry(council, unit, holder.team if holder else after[place % len(after)], holder)
    after[0].vacant += before.vacant
    before.vacant = []
    for team in after:
        while not any(one.role == "team_manager" for one in team.managers):
            team.managers.insert(0, hire(council, team, "team_manager"))


def _carry(council: Council, unit: Unit, team: Team, worker: Worker | None) -> None:
    take_in(council, unit, team, why="ORGRST")
    if worker is not None and unit.worker is not worker:
        give(council, unit, worker, "ORGRST")
