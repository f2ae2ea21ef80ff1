"""Which team of an earlier day a team of today is compared with, and why not where it can't be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

NOT_THERE = "was not there then"
REMADE = "was split or merged in between"


@dataclass(frozen=True)
class Predecessor:
    """The earlier team's id, or why there is none."""

    team_id: str | None
    why_not: str = ""


def predecessors(
    teams: Iterable[Mapping[str, Any]], lineage: Iterable[Mapping[str, Any]], *, then: date, now: date
) -> dict[str, Predecessor]:
    """The team that each caseholding team open now was at the earlier day: itself, or what it was renamed from.

    A team split or merged in between, or not there at the earlier day, has none. Rows are those of `teams` and
    `team_lineage`; teams come in the order of their names.
    """
    known = {row["team_id"]: row for row in teams}
    between = [row for row in lineage if then < row["happened_on"] <= now]
    return {
        team_id: _followed_back(team_id, known, between, then)
        for team_id, row in sorted(known.items(), key=lambda item: (item[1]["name"], item[0]))
        if row["caseholding"] and _open(row, now)
    }


def _followed_back(
    team_id: str, known: Mapping[str, Mapping[str, Any]], between: list[Mapping[str, Any]], then: date
) -> Predecessor:
    seen = {team_id}
    while True:
        changes = [row for row in between if team_id in (row["from_team_id"], row["to_team_id"])]
        if any(row["lineage_kind"] != "renamed" for row in changes):
            return Predecessor(None, REMADE)
        earlier = {row["from_team_id"] for row in changes if row["to_team_id"] == team_id} - seen
        if not earlier:
            there = team_id in known and _open(known[team_id], then)
            return Predecessor(team_id) if there else Predecessor(None, NOT_THERE)
        if len(earlier) > 1:
            return Predecessor(None, REMADE)
        team_id = earlier.pop()
        seen.add(team_id)


def _open(row: Mapping[str, Any], day: date) -> bool:
    return (row["started_on"] is None or row["started_on"] <= day) and (
        row["ended_on"] is None or row["ended_on"] > day
    )
