"""A worker's papers: name badge, post, employment and place in a team, when joining, moving on and leaving."""

from __future__ import annotations

import random

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council, Team, Worker
from onechild.knowledge.invented.published import SEPTEMBER, between, points_of
from onechild.knowledge.invented.rows import Row

MANAGERS = frozenset({"deputy_manager", "team_manager", "service_manager"})
NOT_SOCIAL_WORKERS = frozenset({"personal_adviser", "family_worker", "student", "adult_practitioner", "other"})
HOURS = ((1.0, 81.0), (0.8, 9.0), (0.6, 7.0), (0.5, 3.0))
FIRST_YEAR_SHARE = 0.3


def hire(council: Council, team: Team, role: str, *, first: bool = False) -> Worker:
    """This function will take on a worker today; on the first day, somebody who has been there a while."""
    key = council.key("W")
    chance = council.stream("worker", key)
    day = council.day - int(chance.triangular(20, 3000, 200)) if first else council.day
    kind = _kind(council, role)
    newly = role == "social_worker" and kind == "permanent" and not first and chance.random() < FIRST_YEAR_SHARE
    if newly:
        role = "newly_qualified"
    elif role == "social_worker" and chance.random() < 0.24:
        role = "senior_practitioner"
    fte = 1.0 if kind == "agency" or newly or role in MANAGERS else choose(chance, HOURS)
    worker = Worker(
        key, role, fte, kind, team, day, {}, {},
        slack=chance.triangular(0.5, 2.0, 0.9) * (1.25 if kind == "agency" else 1.0),
        lean=1 + chance.uniform(-0.06, 0.06), newly_to=day + 365 if newly else None,
    )  # fmt: skip
    qualified = role not in NOT_SOCIAL_WORKERS
    council.book.write(
        "workers",
        worker_id=key, registered=qualified, recorded_on=day, newly_qualified_to=worker.newly_to,
        qualified_on=(day - (40 if newly else int(chance.uniform(400, 8000)))) if qualified else None,
    )  # fmt: skip
    council.workers[key] = worker
    council.slack[key] = worker.slack
    council.roles[key] = role
    _sign(council, worker, day, _post(council, team, worker, chance))
    if role not in MANAGERS:
        team.workers[worker] = None
    return worker


def leave(council: Council, worker: Worker, why: str) -> None:
    """This function will end a worker's employment and place in the team today; the post falls vacant."""
    _end(council, worker, why)
    worker.leaves = council.day
    team = worker.team
    team.workers.pop(worker, None)
    if worker in team.managers:
        team.managers.remove(worker)
    del council.workers[worker.key]
    post = worker.employment.get("_post")
    if post is not None:
        team.vacant.append((council.day, post))


def promote(council: Council, worker: Worker, *, team: Team | None = None) -> None:
    """This function will move a worker to another team, or on to a social worker's role after the first year."""
    _end(council, worker, "moved_post", employment=team is None)
    old, post = worker.team, worker.employment.get("_post")
    if team is not None:
        worker.team = team
        old.workers.pop(worker, None)
        if worker in old.managers:
            old.managers.remove(worker)
        (team.managers.append(worker) if worker.role in MANAGERS else team.workers.update({worker: None}))
        _join(council, worker, council.day)
        return
    worker.role, worker.newly_to = "social_worker", None
    _sign(council, worker, council.day, post)


def balance_posts(council: Council) -> None:
    """This function will open or close vacant social work posts, so that vacancies follow their path."""
    want = between(points_of("vacancy_fte", SEPTEMBER), council.day) * council.scale
    teams = [team for team in council.teams.values() if team.managers]
    vacant = [(team, entry) for team in teams for entry in team.vacant if entry[1]["role"] not in NOT_SOCIAL_WORKERS]
    part = sum(1 - one.fte for one in council.workers.values() if one.role not in NOT_SOCIAL_WORKERS)
    gap = want - part - len(vacant)
    for _ in range(min(8, int(gap))):
        team = choose(council.desk, [(one, 3.0 if one.caseholding else 1.0) for one in teams])
        team.vacant.append((council.day, _new_post(council, team, "social_worker", council.day)))
    for team, entry in sorted(vacant, key=lambda one: (one[1][0], one[1][1]["post_id"]))[: max(0, int(-gap))]:
        team.vacant.remove(entry)
        entry[1].update(ended_on=council.day, end_recorded_on=council.day)


def _kind(council: Council, role: str) -> str:
    if role in NOT_SOCIAL_WORKERS or role in ("supervising_social_worker", "reviewing_officer", "service_manager"):
        return "permanent" if council.desk.random() < 0.93 else "fixed_term"
    staff = [one for one in council.workers.values() if one.role not in NOT_SOCIAL_WORKERS]
    agency = sum(one.fte for one in staff if one.kind == "agency")
    wanted = between(points_of("agency_fte", SEPTEMBER), council.day)
    whole = wanted + between(points_of("in_post_fte", SEPTEMBER), council.day)
    hours = sum(one.fte for one in staff) + 1
    return "agency" if agency < wanted / whole * hours else "permanent"


def _post(council: Council, team: Team, worker: Worker, chance: random.Random) -> Row | None:
    if worker.kind == "agency":
        return None
    for entry in team.vacant:
        if (entry[1]["role"] in NOT_SOCIAL_WORKERS) == (worker.role in NOT_SOCIAL_WORKERS):
            team.vacant.remove(entry)
            return entry[1]
    role = "social_worker" if worker.role in ("newly_qualified", "senior_practitioner") else worker.role
    return _new_post(council, team, role, worker.started)


def _new_post(council: Council, team: Team, role: str, day: int) -> Row:
    return council.book.write(
        "posts",
        post_id=council.key("P"), team_id=team.key, role=role, fte=1.0,
        caseholding=team.caseholding and role not in MANAGERS, started_on=day, recorded_on=day,
    )  # fmt: skip


def _sign(council: Council, worker: Worker, day: int, post: Row | None) -> None:
    cover = worker.team.vacant[0][1] if post is None and worker.team.vacant else None
    shown = post or cover
    worker.employment = council.book.write(
        "employments",
        employment_id=council.key("E"), worker_id=worker.key, post_id=shown["post_id"] if shown else None,
        employment_kind=worker.kind, role=worker.role, fte=worker.fte, started_on=day, recorded_on=day, _post=post,
    )  # fmt: skip
    council.team_of[worker.employment["employment_id"]] = worker.team.key
    _join(council, worker, day)


def _join(council: Council, worker: Worker, day: int) -> None:
    worker.membership = council.book.write(
        "team_memberships",
        membership_id=council.key("M"), worker_id=worker.key, team_id=worker.team.key, role=worker.role,
        started_on=day, recorded_on=day,
    )  # fmt: skip


def _end(council: Council, worker: Worker, why: str, *, employment: bool = True) -> None:
    day = council.day
    worker.membership.update(ended_on=day, end_recorded_on=day)
    if employment:
        worker.employment.update(ended_on=day, end_recorded_on=day, end_reason=why)
