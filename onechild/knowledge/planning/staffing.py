"""Reads a team's workers on a day from the standard tables: hours, targets, first year, absence, leavers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.caseload import holders
from onechild.knowledge.measures.rows.roles import MANAGERS
from onechild.knowledge.measures.rows.targets import with_target
from onechild.knowledge.planning.gathering import WorkerRow

Row = dict[str, Any]
PEOPLE = pa.schema(
    [("moment", pa.int64()), ("to_on", pa.date32()), ("worker_id", pa.string()), ("team_id", pa.string())]
)


def workers_of(question: Question, *, teams: Collection[str], held: Sequence[Row], on: date) -> Iterator[WorkerRow]:
    """This function will yield who holds children of these teams, and the teams' own members of such roles.

    `held` are the teams' lead allocations. Somebody who holds a child here and is a member of another team alone is
    given nobody new. Roles in which nobody of the team holds a child (a family worker, mostly) take none.
    """
    members = _members(question, on)
    own = {row["worker_id"]: row["team_id"] for row in members if row["team_id"] in teams}
    elsewhere = {row["worker_id"] for row in members} - set(own)
    holding = {row["worker_id"]: row["team_id"] for row in held if row["worker_id"]}
    facts = _facts(question, holding | own, on)
    roles = {(team_id, facts[worker_id]["role"]) for worker_id, team_id in own.items() if worker_id in holding}
    names = {row["worker_id"]: row["name"] for row in question.read("worker_names")}
    away = _away(question, list(facts), on)
    leaves = _leaves(question, list(facts), on)
    for worker_id, row in sorted(facts.items()):
        if worker_id not in holding and ((own[worker_id], row["role"]) not in roles or row["role"] in MANAGERS):
            continue
        yield WorkerRow(
            worker_id=worker_id,
            name=names.get(worker_id) or worker_id,
            team_id=row["team_id"],
            target=row["target"],
            fte=row["fte"],
            manages=bool(row["by_manager"]),
            newly_qualified=bool(row["newly_qualified"]),
            away=tuple(away[worker_id]),
            at_most_new=0 if worker_id in elsewhere else None,
            leaves_on=leaves.get(worker_id),
        )


def _members(question: Question, on: date) -> list[Row]:
    table = _open(question.table("team_memberships"), on)
    return _rows(table.select("worker_id", "team_id").order_by("team_id", "worker_id"))


def _facts(question: Question, places: Mapping[str, str], on: date) -> dict[str, Row]:
    rows = [
        {"moment": 0, "to_on": on, "worker_id": worker_id, "team_id": team_id} for worker_id, team_id in places.items()
    ]
    people = question.keep("plan_people", lambda: pa.Table.from_pylist(rows, schema=PEOPLE))
    known = holders(question, people).join(people[["worker_id", "team_id"]], "worker_id")
    found = _rows(with_target(question, known))
    return {row["worker_id"]: row for row in found}


def _away(question: Question, ids: Sequence[str], on: date) -> dict[str, list[tuple[date, date | None]]]:
    """Absences of any kind that were known on the day and had not ended."""
    known = question.table("absences").filter(
        _.worker_id.isin(ids) & (_.ended_on.isnull() | (_.ended_on > on)) & _known(on)
    )
    found: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for row in _rows(known.order_by("started_on")):
        if row["absence_kind"] != "training":
            found[row["worker_id"]].append((row["started_on"], row["ended_on"]))
    return found


def _leaves(question: Question, ids: Sequence[str], on: date) -> dict[str, date]:
    """The last day of those whose every employment ends, where that was known on the day."""
    rows = _rows(_open(question.table("employments").filter(_.worker_id.isin(ids)), on))
    ends: dict[str, list[date | None]] = defaultdict(list)
    for row in rows:
        told = row["end_recorded_on"] is not None and row["end_recorded_on"] <= on
        ends[row["worker_id"]].append(row["ended_on"] if told else None)
    return {worker_id: max(day for day in days if day) for worker_id, days in ends.items() if None not in days}


def _known(on: date) -> ir.BooleanValue:
    return ibis.coalesce(_.recorded_on, ibis.date("0001-01-01")) <= on


def _open(table: ir.Table, on: date) -> ir.Table:
    return table.filter((_.started_on.isnull() | (_.started_on <= on)) & (_.ended_on.isnull() | (_.ended_on > on)))


def _rows(table: ir.Table) -> list[Row]:
    found: list[Row] = table.to_pyarrow().to_pylist()
    return found
