"""How near to the best the planner comes and how soon: 40 workers and 600 children, a council, a team; beside by hand.

By hand is `greedy.round_robin` (the next family goes to whoever is furthest under target, nobody else moves) and
`greedy.evened` (then family after family from the fullest worker to the one with most room). The seeds here were not
used in writing the planner. Processor time stands beside wall time, for the machine may be busy with something else.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onechild.knowledge.engines.duckdb import open_store
from onechild.knowledge.measures.engine import calculate
from onechild.knowledge.measures.topics.caseload import AVERAGE_CASELOAD_PER_FTE
from onechild.knowledge.planning import Asked, Group, Proposal, Rules, Worker, gather, propose, short_of
from onechild.knowledge.planning.bounds import PARTS, counting_bound
from onechild.knowledge.planning.greedy import evened, round_robin
from onechild.knowledge.planning.reading import caseholding, read
from onechild.knowledge.planning.whatif import Staff, TeamForecast, coverage, past_of, what_if
from onechild.knowledge.tables.extract import read_extract
from onechild.knowledge.workdays.years import month_ends

HELD_OUT = range(1001, 1011)
SECONDS, COUNCIL_SECONDS, TEAM_SECONDS = 14.0, 55.0, 9.0
TARGET, FIRST_YEAR_SHARE = 18.0, 0.7
FAMILY = (1, 1, 1, 1, 2, 2, 3, 4)
KINDS = ("need", "need", "need", "care", "assessment", "protection", "protection", "court")
AREAS = ("north", "south", "east", "west")
LANGUAGES = ("", "", "", "", "", "", "Polish", "Urdu", "Romanian")
WORST = month_ends(date(2020, 1, 1), date(2020, 12, 31))
HALF_YEAR = timedelta(weeks=26)
HELD_BACK = tuple(date(year, month, 1) for year in range(2018, 2026) for month in (3, 9))


def run(extract: Path) -> dict[str, Any]:
    """This function will return seconds, gaps and largest overloads: medians and the worst of ten held-out seeds."""
    return {
        "40 workers, 600 children": held_out(workers=40, children=600, teams=1, seconds=SECONDS),
        "the waiting list alone": held_out(workers=40, children=600, teams=1, seconds=SECONDS, may_move=False),
        "a council of ten teams": held_out(workers=110, children=1900, teams=10, seconds=COUNCIL_SECONDS, seeds=3),
        "across all teams": held_out(workers=110, children=1900, teams=0, seconds=COUNCIL_SECONDS, seeds=2),
        "worst team of 2020": worst_team(extract),
        "Hatterton, all teams": whole_council(extract),
        "caseloads 26 weeks on": caseloads_held_back(extract),
    }


def held_out(
    *, workers: int, children: int, teams: int, seconds: float, may_move: bool = True, seeds: int = len(HELD_OUT)
) -> dict[str, Any]:
    """This function will solve so many invented questions and set each beside by hand and beside the bound."""
    found = []
    for seed in HELD_OUT[:seeds]:
        asked = invented(seed=seed, workers=workers, children=children, teams=teams, may_move=may_move)
        found.append(_measured(asked, seconds=seconds))
    return {"seeds": seeds} | {
        f"{name}, {which}": round(of([one[name] for one in found]), 3)
        for name in found[0]
        for which, of in (("median", statistics.median), ("worst", max))
    }


def _measured(asked: Asked, *, seconds: float) -> dict[str, float]:
    wall, spent = time.perf_counter(), time.process_time()
    found = propose(asked, seconds=seconds)
    took, worked = time.perf_counter() - wall, time.process_time() - spent
    by_hand, by_patience = round_robin(asked), evened(asked)
    proofs = {proof.aim: proof for proof in found.proofs}
    return {
        "wall seconds": took,
        "processor seconds": worked,
        "largest overload": found.largest_over,
        "largest overload, bound": proofs["largest overload"].bound,
        "largest overload, counted by hand": counting_bound(asked) / PARTS,
        "largest overload, round robin": by_hand.largest_over,
        "largest overload, evened by hand": by_patience.largest_over,
        "children over target": in_all(found),
        "children over target, round robin": in_all(by_hand),
        "children over target, evened by hand": in_all(by_patience),
        "children who change worker": found.moved_children,
        "children who change worker, evened by hand": by_patience.moved_children,
        "new families who get a known face": known(asked, found),
        "new families who get a known face, round robin": known(asked, by_hand),
        "still waiting": sum(line.children for line in found.waiting),
        "still waiting, round robin": sum(line.children for line in by_hand.waiting),
        **{f"gap of {aim}": proof.gap for aim, proof in proofs.items()},
    }


def known(asked: Asked, found: Proposal) -> int:
    """This function will count the families given to a worker who knew them or holds a brother or sister."""
    return sum(
        line.changes and line.after in group.knew | group.siblings_with
        for group, line in zip(asked.groups, found.lines, strict=True)
    )


def in_all(found: Proposal) -> float:
    """This function will return the children above each worker's target, added up."""
    return sum(load.over_after for load in found.loads)


def invented(*, seed: int, workers: int, children: int, teams: int, may_move: bool = True) -> Asked:
    """This function will invent a question: part-time and newly qualified workers, two who leave, uneven caseloads."""
    chance = random.Random(seed)
    people = tuple(_worker(chance, w, teams) for w in range(workers))
    pull = [chance.random() ** 2 + 0.2 for _ in people]
    groups: list[Group] = []
    while (left := children - sum(group.children for group in groups)) > 0:
        groups.append(_group(chance, len(groups), min(left, chance.choice(FAMILY)), people, pull))
    rules = Rules(may_move_held=may_move)
    return Asked(workers=people, groups=tuple(groups), rules=rules)


def _worker(chance: random.Random, w: int, teams: int) -> Worker:
    new = chance.random() < 0.15
    fte = chance.choice((1, 1, 1, 0.8, 0.6, 0.5))
    return Worker(
        worker_id=f"w{w}",
        name=f"Worker {w}",
        target=TARGET * fte * (FIRST_YEAR_SHARE if new else 1),
        team_id=f"t{w % teams}" if teams else "",
        fte=fte,
        newly_qualified=new,
        takes=chance.random() > 0.07,
        at_most_new=chance.choice((None, None, None, None, None, 4)),
        languages=frozenset({"English", chance.choice(LANGUAGES)} - {""}),
        areas=frozenset(chance.sample(AREAS, 2)),
    )


def _group(chance: random.Random, g: int, size: int, people: Sequence[Worker], pull: Sequence[float]) -> Group:
    holder = chance.choices(people, pull)[0]
    waits = chance.random() < 0.12
    kind = chance.choice(KINDS)
    return Group(
        group_id=f"g{g}",
        children=size,
        weighs=size * (1.5 if kind in ("protection", "court") else 1),
        kind=kind,
        worker_id=None if waits else holder.worker_id,
        leaves=not waits and not holder.takes and chance.random() < 0.5,
        priority=chance.choice((1, 2, 3, 3)),
        waited_days=chance.randrange(30) if waits else 0,
        knew=frozenset(one.worker_id for one in chance.sample(people, 2) if one is not holder),
        siblings_with=frozenset({chance.choice(people).worker_id} if chance.random() < 0.1 else ()),
        never=frozenset({chance.choice(people).worker_id} - {holder.worker_id} if chance.random() < 0.03 else ()),
        team_id=holder.team_id,
        in_assessment=kind == "assessment",
        language=chance.choice(LANGUAGES),
        area=chance.choice(AREAS),
    )


def worst_team(extract: Path) -> dict[str, Any]:
    """This function will plan the team and month end of 2020 with the most cases for each full-time worker."""
    with open_store(read_extract(extract, trusting=True)) as store:
        figures = calculate(store, AVERAGE_CASELOAD_PER_FTE, as_ats=WORST, by="team")
        worst = max((one for one in figures if one.of("team_id") and one.value), key=lambda one: one.value or 0)
        wall, spent = time.perf_counter(), time.process_time()
        asked, target = _asked(store, [str(worst.of("team_id"))], worst.to_on)
        reading = time.perf_counter() - wall
    found = _measured(asked, seconds=TEAM_SECONDS)
    short = short_of(asked, full_time_target=target)
    before = max(load.over_before for load in propose(asked, seconds=1).loads)
    return {
        "team": worst.of("team"),
        "month end": worst.to_on.isoformat(),
        "children": sum(group.children for group in asked.groups),
        "seconds in all": round(time.perf_counter() - wall, 2),
        "processor seconds in all": round(time.process_time() - spent, 2),
        "seconds to read": round(reading, 2),
        "largest overload now": before,
        "full-time workers short": short.whole,
        "short, in words": short.words,
        **{name: round(value, 3) for name, value in found.items()},
    }


def whole_council(extract: Path) -> dict[str, Any]:
    """This function will plan every case-holding team of Hatterton at once, at the end of May 2020."""
    on = WORST[4]
    with open_store(read_extract(extract, trusting=True)) as store:
        asked, _target = _asked(store, caseholding(store, on=on), on)
    found = _measured(asked, seconds=COUNCIL_SECONDS)
    children = sum(group.children for group in asked.groups)
    return {"workers": len(asked.workers), "children": children} | {k: round(v, 3) for k, v in found.items()}


def _asked(store: Any, teams: Sequence[str], on: date) -> tuple[Asked, float]:
    found = read(store, teams=teams, on=on)
    return gather(workers=found.workers, children=found.children, on=on).asked, found.full_time_target


def caseloads_held_back(extract: Path) -> dict[str, Any]:
    """This function will count how often the range for 26 weeks on held what came, half-year by half-year.

    Each range is made from what was known on its first day: later starts, ends, joiners and leavers are held back.
    """
    with open_store(read_extract(extract, trusting=True)) as store:
        leads = store.table("allocations")
        leads = leads.filter((leads.role == "lead") & leads.team_id.notnull())
        spells = [
            (row["child_id"], row["team_id"], row["started_on"], row["ended_on"])
            for row in leads.select("child_id", "team_id", "started_on", "ended_on").to_pyarrow().to_pylist()
        ]
        pairs = {on: _pairs(store, spells, on) for on in HELD_BACK}
    told = {
        "sixteen half-years": coverage((pair for found in pairs.values() for pair in found), week=26),
        "the last": coverage(pairs[HELD_BACK[-1]], week=26),
    }
    return {
        name: {"ranges": one.ranges, "held what came": round(one.share, 3), "width": round(one.width, 3),
               "middle off by": round(one.off, 3)}
        for name, one in told.items()
    }  # fmt: skip


def _pairs(store: Any, spells: Sequence[tuple[Any, ...]], on: date) -> list[tuple[TeamForecast, float]]:
    teams = caseholding(store, on=on)
    staff, waiting, names = _staff(store, teams, on)
    known_then = [(*spell[:3], spell[3] if spell[3] and spell[3] <= on else None) for spell in spells if spell[2] <= on]
    past = past_of(spells=known_then, names=names, on=on)
    later = [team_id for team_id in teams if team_id in caseholding(store, on=on + HALF_YEAR)]
    came, _waiting, _names = _staff(store, later, on + HALF_YEAR)
    return [
        (team, each)
        for team in what_if(past=past, staff=staff, waiting=waiting, on=on).teams
        if (each := _each(came, team.team_id, on + HALF_YEAR)) is not None
    ]


def _each(staff: Sequence[Staff], team_id: str, on: date) -> float | None:
    mine = [one for one in staff if one.team_id == team_id]
    away = {one.worker_id for one in mine for first, back in one.away if first <= on and _long(first, back)}
    full_time = sum(one.fte for one in mine if one.worker_id not in away)
    return sum(one.cases for one in mine) / max(1.0, full_time) if mine else None


def _long(first: date, back: date | None) -> bool:
    return back is None or back - first > timedelta(weeks=2)


def _staff(store: Any, teams: Sequence[str], on: date) -> tuple[list[Staff], Counter[str], dict[str, str]]:
    found = read(store, teams=teams, on=on)
    held = Counter(row.worker_id for row in found.children if row.worker_id)
    staff = [
        Staff(worker_id=one.worker_id, team_id=one.team_id, cases=held[one.worker_id], target=one.target,
              fte=one.fte or 1.0, leaves_on=one.leaves_on, away=one.away)
        for one in found.workers
        if not one.manages and one.at_most_new != 0
    ]  # fmt: skip
    return staff, Counter(row.team_id for row in found.children if not row.worker_id), dict(found.teams)
