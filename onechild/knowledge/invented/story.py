"""The story that Hatterton repeats: how the ten teams' caseloads in May 2021 compare with those a year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
import pyarrow as pa

from onechild.knowledge.invented.measuring import frames, open_on

BEFORE, AFTER, TARGET = date(2020, 5, 31), date(2021, 5, 31), 18
# Lower on both counts; the other two averages that are lower may be any.
BOTH_LOWER = frozenset(
    {
        "Assessment",
        "Children with Disabilities",
        "Family Safeguarding Central",
        "Family Safeguarding South",
        "Leaving Care",
    }
)


@dataclass(frozen=True)
class TeamCaseload:
    """One team on one day: workers who hold a case, managers apart; their cases, and how many hold too many."""

    workers: int
    cases: int
    over_target: int

    @property
    def average(self) -> float:
        """Cases for each worker."""
        return self.cases / self.workers


def caseloads(tables: Mapping[str, pa.Table], day: date) -> dict[str, TeamCaseload]:
    """This function will count each caseholding team's load on a day, against a target of 18 for a full-time worker."""
    f = frames(tables)
    managers = open_on(f["team_memberships"], day).filter(pl.col("role").str.ends_with("manager")).select("worker_id")
    led = open_on(f["allocations"].filter(pl.col("role") == "lead"), day).drop_nulls("worker_id")
    hours = open_on(f["employments"], day).group_by("worker_id").agg(pl.col("fte").sum())
    held = (
        led.join(managers, on="worker_id", how="anti")
        .group_by("team_id", "worker_id")
        .agg(pl.col("child_id").n_unique().alias("cases"))
        .join(hours, on="worker_id", how="left")
        .with_columns((pl.col("cases") > TARGET * pl.col("fte")).alias("over"))
    )
    teams = held.group_by("team_id").agg(pl.len().alias("workers"), pl.col("cases").sum(), pl.col("over").sum())
    named = teams.join(f["teams"].filter(pl.col("caseholding")).select("team_id", "name"), on="team_id")
    rows = named.select("name", "workers", "cases", "over").iter_rows()
    return {name: TeamCaseload(workers, cases, over) for name, workers, cases, over in rows}


def lower(tables: Mapping[str, pa.Table]) -> tuple[frozenset[str], frozenset[str]]:
    """This function will return the teams with fewer workers over target in May 2021, and with a lower average."""
    before, after = caseloads(tables, BEFORE), caseloads(tables, AFTER)
    over = frozenset(name for name in before if after[name].over_target < before[name].over_target)
    average = frozenset(name for name in before if after[name].average < before[name].average)
    return over, average
