"""Reads the question of a plan from the standard tables of an extract: a team's workers and children on a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import ibis.expr.types as ir
from ibis import _

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.question import FOREVER, Moment, Question
from onechild.knowledge.measures.rows.targets import general_target
from onechild.knowledge.planning.gathering import ChildRow, WorkerRow
from onechild.knowledge.planning.staffing import workers_of

Row = dict[str, Any]
PRIORITIES = {"urgent": 1, "high": 2, "medium": 3, "low": 4}
# A child in several of these weighs as the first: the table that says so, and the setting of the weight.
STANDINGS = (
    ("court", "proceedings", "caseload_weight_proceedings"),
    ("protection", "child_protection_plans", "caseload_weight_protection"),
    ("assessment", "assessments", "caseload_weight_assessed"),
    ("care", "periods_of_care", "caseload_weight_looked_after"),
)


@dataclass(frozen=True, kw_only=True)
class Read:
    """Workers and children as rows, the target of a full-time worker, and the teams' names."""

    workers: tuple[WorkerRow, ...]
    children: tuple[ChildRow, ...]
    full_time_target: float
    teams: Mapping[str, str]


def read(store: Store, *, teams: Collection[str], on: date, target: float | None = None) -> Read:
    """This function will return what a plan for these teams (ids) asks, as things stood at the end of a day.

    `target` replaces the council's own for a full-time worker. Raises CannotProceed for a team that is not there.
    """
    question = Question(store, (Moment(None, on),), target)
    names = {row["team_id"]: row["name"] for row in question.read("teams") if (row["ended_on"] or FOREVER) > on}
    for team_id in teams:
        if team_id not in names:
            raise CannotProceed(f"there is no team {team_id} on {on}; there are {', '.join(sorted(names))}")
    leads = _rows(_open(question.table("allocations").filter(_.role == "lead"), on))
    mine = _once(row for row in leads if row["team_id"] in teams)
    elsewhere = _elsewhere(leads, mine)
    children = tuple(_children(question, mine, on))
    found = workers_of(question, teams=teams, held=mine, on=on)
    areas = _areas_of(children)
    workers = tuple(
        replace(row, areas=frozenset(areas[row.worker_id]), unseen_cases=elsewhere[row.worker_id],
                unseen_weighs=float(elsewhere[row.worker_id]))
        for row in found
    )  # fmt: skip
    return Read(
        workers=workers,
        children=children,
        full_time_target=general_target(question, moment=0),
        teams={team_id: names[team_id] for team_id in teams},
    )


def caseholding(store: Store, *, on: date) -> tuple[str, ...]:
    """This function will return the ids of the teams that hold cases on a day."""
    moment = Moment(None, on)
    return tuple(sorted(Question(store, (moment,)).caseholding_teams(moment)))


def _rows(table: ir.Table) -> list[Row]:
    found: list[Row] = table.to_pyarrow().to_pylist()
    return found


def _open(table: ir.Table, on: date) -> ir.Table:
    return table.filter((_.started_on <= on) & (_.ended_on.isnull() | (_.ended_on > on)))


def _once(rows: Iterator[Row]) -> list[Row]:
    """One row for a child: the latest begun, where the source has two."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row["started_on"], row["allocation_id"])):
        found[row["child_id"]] = row
    return list(found.values())


def _elsewhere(leads: Sequence[Row], mine: Sequence[Row]) -> Counter[str]:
    """Children whom each worker holds for another team: they count, and the plan leaves them where they are."""
    here = {(row["child_id"], row["worker_id"]) for row in mine}
    return Counter(
        worker_id
        for child_id, worker_id in {(row["child_id"], row["worker_id"]) for row in leads} - here
        if worker_id is not None
    )


def _children(question: Question, leads: Sequence[Row], on: date) -> Iterator[ChildRow]:
    ids = [row["child_id"] for row in leads]
    weights = {setting: _weight(question, setting, on) for _kind, _table, setting in STANDINGS}
    standing = {kind: _whose(question, table, ids, on) for kind, table, _setting in STANDINGS}
    families = _one(question, "family_members", "family_id", ids, on)
    postcodes = _one(question, "addresses", "postcode", ids, on)
    languages = {
        row["child_id"]: row["first_language"] or ""
        for row in _rows(question.table("children").filter(_.child_id.isin(ids)).select("child_id", "first_language"))
    }
    knew = _knew(question, ids, on)
    for row in leads:
        child_id = row["child_id"]
        kinds = frozenset(kind for kind, whose in standing.items() if child_id in whose)
        yield ChildRow(
            child_id=child_id,
            worker_id=row["worker_id"],
            team_id=row["team_id"],
            family_id=families.get(child_id, ""),
            kinds=kinds,
            weighs=next((weights[setting] for kind, _table, setting in STANDINGS if kind in kinds), 1.0),
            priority=PRIORITIES.get(row["priority"] or "", PRIORITIES["medium"]),
            waiting_since=None if row["worker_id"] else row["started_on"],
            knew=frozenset(knew[child_id] - {row["worker_id"]}),
            language=languages.get(child_id, ""),
            area=(postcodes.get(child_id) or "").split(" ")[0],
        )


def _weight(question: Question, setting: str, on: date) -> float:
    default = next(one.default for one in CASELOAD_STANDARDS if one.setting == setting)
    in_force = [
        row for row in question.read("settings")
        if row["setting"] == setting and row["team_id"] is None and row["role"] is None
        and row["started_on"] <= on < (row["ended_on"] or FOREVER)
    ]  # fmt: skip
    return float(in_force[-1]["value"] if in_force else default or 1)


def _whose(question: Question, table: str, ids: Sequence[str], on: date) -> set[str]:
    rows = _open(question.table(table).filter(_.child_id.isin(ids)), on)
    if table == "child_protection_plans":
        rows = rows.filter(~_.of_other_council.fill_null(False))
    return {row["child_id"] for row in _rows(rows.select("child_id"))}


def _one(question: Question, table: str, column: str, ids: Sequence[str], on: date) -> dict[str, str]:
    """The latest begun of each child's rows on the day."""
    held = question.table(table).filter(
        _.child_id.isin(ids)
        & (_.started_on.isnull() | (_.started_on <= on))
        & (_.ended_on.isnull() | (_.ended_on > on))
    )
    rows = _rows(held.select("child_id", "started_on", column))
    return {row["child_id"]: row[column] for row in sorted(rows, key=lambda row: row["started_on"] or date.min)}


def _knew(question: Question, ids: Sequence[str], on: date) -> dict[str, set[str]]:
    before = question.table("allocations").filter(
        (_.role == "lead") & _.child_id.isin(ids) & _.worker_id.notnull() & (_.ended_on <= on)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows(before.select("child_id", "worker_id").distinct()):
        found[row["child_id"]].add(row["worker_id"])
    return found


def _areas_of(children: Sequence[ChildRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in children:
        if row.worker_id and row.area:
            found[row.worker_id].add(row.area)
    return found
