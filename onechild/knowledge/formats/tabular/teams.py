"""Says of teams what a source leaves unsaid: which of them hold cases, and that they and their workers are there."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.model import Finding
from onechild.knowledge.formats.wording import counted
from onechild.knowledge.tables.conform import conform


def complete_teams(tables: dict[str, pa.Table], *, source: str) -> list[Finding]:
    """This function will add teams and workers that rows name and no list holds, and mark the teams that hold cases.

    A team holds cases where it leads for a child. What was added or marked is a finding.
    """
    findings = [
        *_add_unlisted(tables, "teams", "team_id", {"name"}, source),
        *_add_unlisted(tables, "workers", "worker_id", set(), source),
    ]
    if "teams" not in tables or "allocations" not in tables:
        return findings
    allocations = tables["allocations"]
    leading = allocations.filter(pc.equal(allocations.column("role"), "lead")).column("team_id")
    teams = tables["teams"]
    holds = pc.is_in(teams.column("team_id"), value_set=pc.unique(leading.drop_null()))
    marked = pc.coalesce(teams.column("caseholding"), pc.if_else(holds, True, None))
    number = teams.column_names.index("caseholding")
    tables["teams"] = teams.set_column(number, teams.schema.field(number), marked)
    count = pc.sum(holds).as_py() or 0
    if count:
        words = f"{counted(count, 'team')} taken to hold cases: each leads for a child"
        findings.append(Finding("inferred", "teams", words))
    return findings


def _add_unlisted(tables: dict[str, pa.Table], name: str, key: str, also: set[str], source: str) -> list[Finding]:
    named = [rows.column(key).drop_null() for rows in tables.values() if key in rows.column_names and rows.num_rows]
    if not named:
        return []
    every = pc.unique(pa.chunked_array([chunk for column in named for chunk in column.chunks], pa.string()))
    listed = tables[name].column(key).combine_chunks() if name in tables else pa.array([], pa.string())
    missing = every.filter(pc.invert(pc.is_in(every, value_set=listed)))
    if not len(missing):
        return []
    columns = dict.fromkeys({key, *also}, missing)
    made = conform(name, pa.table({**columns, "source": pa.repeat(pa.scalar(source), len(missing))}))
    tables[name] = pa.concat_tables([tables[name], made]) if name in tables else made
    words = f"{name}: {counted(len(missing), 'key')} named by other rows and on no list; each was given a row"
    return [Finding("inferred", name, words)]
