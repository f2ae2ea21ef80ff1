"""The workers of a team on a stored day: what each held, their own target, and the way to their children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.moments import as_at
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.topics import caseload
from onechild.service.desk.performance import stored
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.record.models import Figure
from onechild.service.record.queries.names import worker_names

HELD, OVER = caseload.CASES_HELD.key, caseload.WORKERS_OVER_TARGET.key
MANAGERS = caseload.CASES_HELD_BY_MANAGERS.key


def worker_table(measure: Measure, moment: Moment, team_id: str, query: Mapping[str, str]) -> Table:
    """This function will return the workers of a team by one measure: two queries."""
    rows = stored.by_worker([measure.key], moment, team_id)
    names = worker_names(row.worker_id for row in rows)
    drawn = [
        [
            Cell(text=_name(row.worker_id, names), href=_behind("", {**query, "worker": row.worker_id})),
            stored.line(measure, row).value if measure.key != OVER else _over(row),
        ]
        for row in rows
        if row.worker_id
    ]
    empty = "No worker of this team is behind this figure."
    columns = [Column("Worker"), Column("Figure", number=True)]
    return Table(label="By worker", columns=columns, rows=drawn, kind="scroll", heading="workers", empty=empty)


def loads_table(day: date, team_id: str) -> Table:
    """This function will return what each worker of a team held against their own target: two queries."""
    found: dict[str, dict[str, Figure]] = defaultdict(dict)
    for row in stored.by_worker([HELD, OVER, MANAGERS], as_at(day), team_id):
        found[row.worker_id][row.measure] = row
    names = worker_names(found)
    query = {"at": day.isoformat(), "team": team_id}
    drawn = [
        _load(worker_id, rows, names, query)
        for worker_id, rows in sorted(found.items(), key=lambda item: _name(item[0], names))
        if worker_id and any(row.numerator for row in rows.values())
    ]
    columns = [Column("Worker"), Column("Cases in this team", number=True), Column("Against their own target")]
    empty = "Nobody in this team held a case on the day."
    return Table(label="Workers of the team", columns=columns, rows=drawn, kind="stack", heading="team", empty=empty)


def _load(
    worker_id: str, rows: Mapping[str, Figure], names: Mapping[str, str], query: Mapping[str, str]
) -> list[object]:
    manager = HELD not in rows
    key = MANAGERS if manager else HELD
    held = rows[key].numerator if key in rows else 0
    href = _behind(key, {**query, "worker": worker_id})
    against: object = "A manager: no target" if manager else _over(rows[OVER]) if OVER in rows else ""
    return [Cell(text=_name(worker_id, names), href=href), int(held), against]


def _over(row: Figure) -> Cell:
    """How far over the target, or how much room; what the worker holds in any team counts."""
    if row.adds is None:
        return Cell()
    if row.numerator:
        return Cell(tag=Tag(f"{row.adds:.1f} over", "over"))
    return Cell(text=f"{-row.adds:.1f} under" if row.adds < 0 else "at target")


def _name(worker_id: str, names: Mapping[str, str]) -> str:
    return names.get(worker_id, worker_id)


def _behind(key: str, query: Mapping[str, str]) -> str:
    return f"{reverse('measure', args=[key]) if key else ''}?{urlencode(query)}#behind"
