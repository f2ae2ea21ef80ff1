"""The very rows that a figure counted: those of children whom the viewer may open by name, the others as a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import Q

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape
from onechild.knowledge.measures.question import Moment
from onechild.service.access.viewer import Request
from onechild.service.desk.links import child_page, worker_page
from onechild.service.desk.performance.reasons import reasons_behind
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.govuk.words import day
from onechild.service.record.models import Allocation, FigureChild
from onechild.service.record.queries.figures import StoredAnswers
from onechild.service.record.queries.names import Head, heads, worker_names

SIZE = 25
WHICH = ("missed", "counted", "all")


@dataclass(frozen=True)
class Asked:
    """Which rows: of a measure at a stored moment, of a team or worker or all, counted or not."""

    measure: Measure
    moment: Moment
    team_id: str | None
    worker_id: str | None
    which: str

    @property
    def counted(self) -> bool | None:
        """Whether the numerator has the rows; None for all."""
        return {"counted": True, "missed": False}.get(self.which)

    @property
    def to_on(self) -> date:
        """The last day of the moment."""
        return self.moment.to_on

    @property
    def of(self) -> dict[str, Any]:
        """What tells the rows from others."""
        return {"counted": self.counted, "team": self.team_id, "worker": self.worker_id}


@dataclass(frozen=True)
class Behind:
    """One page of the rows, how many there are, and how many the viewer may not open."""

    table: Table
    page: Page[FigureChild]
    child_ids: list[str]
    hidden: int
    behind: int


def which_asked(measure: Measure, asked: str | None) -> str:
    """This function will return which rows a reader wants: first those that matter, the late ones or those counted."""
    if measure.shape is not Shape.SHARE:
        return "counted" if measure.counts is not None else "all"
    if asked in WHICH:
        return asked
    return "missed" if measure.better is Better.HIGHER else "counted"


def tabs(measure: Measure, which: str, query: str) -> list[Link]:
    """This function will return the ways to look at the rows of a share; none for a count."""
    if measure.shape is not Shape.SHARE:
        return []
    return [Link(_said(measure, one), f"?{query}&which={one}#behind", current=one == which) for one in WHICH]


def behind(request: Request, answers: StoredAnswers, asked: Asked, *, teams: Mapping[str, str]) -> Behind:
    """This function will return the page of rows asked for, with names of children the viewer may open: 8 queries."""
    many = answers.how_many_behind(asked.measure, asked.moment, **asked.of)
    page = page_asked(request.GET, _Rows(answers, asked, many.behind - many.hidden), size=SIZE)
    shown = list(page.object_list)
    children = heads([row.child_id for row in shown if row.child_id], today=request.today)
    workers = _workers(shown, asked)
    names = worker_names(workers.values())
    why = reasons_behind([row for row in shown if not row.counted and row.child_id], asked.measure)
    drawn = [
        _cells(row, children.get(row.child_id or ""), asked, workers, names, teams, why.get(row.pk, ""), request.today)
        for row in shown
        if row.child_id is None or row.child_id in children
    ]
    columns = [Column(_of_whom(shown)), Column("Worker then"), Column("Team"), Column(_when(asked.measure))]
    if asked.measure.shape is Shape.SHARE or asked.measure.adds is not None:
        columns.append(Column(_what(asked.measure)))
    table = Table(label="Behind this figure", columns=columns, rows=drawn, kind="stack", empty=_none(many.hidden))
    return Behind(table, page, list(children), many.hidden, many.behind)


class _Rows:
    """Rows that are counted already, for a page of them."""

    def __init__(self, answers: StoredAnswers, asked: Asked, count: int) -> None:
        self._answers, self._asked, self._count = answers, asked, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, key: slice) -> list[FigureChild]:
        """The rows that the viewer may open, in the order of their index; the policies look at them once more."""
        asked = self._asked
        return self._answers.children_behind(
            asked.measure, asked.moment, **asked.of, skip=key.start, take=key.stop - key.start
        )


def _of_whom(rows: list[FigureChild]) -> str:
    """Rows of workers, households or complaints have no child."""
    return "Child" if any(row.child_id for row in rows) or not rows else "Counted"


def _workers(rows: list[FigureChild], asked: Asked) -> dict[int, str]:
    """Who held each child then, by the row: as counted, or else the lead worker on the day it is counted on."""
    held = {row.pk: row.worker_id for row in rows if row.worker_id}
    others = [row for row in rows if row.child_id and not row.worker_id]
    if not others:
        return held
    first = min(row.counted_on for row in others)
    leads = Allocation.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=first),
        child_id__in={row.child_id for row in others},
        role="lead",
        started_on__lte=asked.to_on,
        worker_id__isnull=False,
    )
    spells: dict[str, list[Allocation]] = defaultdict(list)
    for lead in leads.order_by("started_on"):
        spells[lead.child_id].append(lead)
    for row in others:
        on = row.counted_on
        there = [
            one.worker_id
            for one in spells[row.child_id or ""]
            if one.started_on <= on and (one.ended_on is None or one.ended_on > on)
        ]
        if there:
            held[row.pk] = str(there[-1])
    return held


def _cells(
    row: FigureChild,
    head: Head | None,
    asked: Asked,
    workers: Mapping[int, str],
    names: Mapping[str, str],
    teams: Mapping[str, str],
    why: str,
    today: date,
) -> list[object]:
    worker = workers.get(row.pk, "")
    cells: list[object] = [
        Cell(text=head.name, href=child_page(head.la_child_id), note=head.age(today)) if head else "No child: one row",
        Cell(text=names.get(worker, worker), href=worker_page(worker)) if worker else "Nobody" if head else "",
        teams.get(row.team_id, "") or "No team",
        day(row.counted_on, today, short=True),
    ]
    if asked.measure.shape is Shape.SHARE:
        over = f"{row.adds:.1f} over target" if asked.measure.unit == "worker_id" and row.counted and row.adds else ""
        cells.append(Cell(text=_said(asked.measure, "counted" if row.counted else "missed"), note=over or why))
    elif asked.measure.adds is not None:
        cells.append(f"{row.adds:g}" if row.adds is not None else "")
    return cells


def _said(measure: Measure, which: str) -> str:
    """What being counted means: duties are done in time or not; anything else is in the count or not."""
    if which == "all":
        return "All"
    if measure.clock and measure.better is Better.HIGHER:
        return "In time" if which == "counted" else "Not in time"
    return "Counted" if which == "counted" else "Not counted"


def _when(measure: Measure) -> str:
    if measure.basis is Basis.AS_AT:
        return "As at"
    return {"due_on": "Due", "met_on": "Done", "started_on": "Received"}.get(measure.counted_on, "On")


def _what(measure: Measure) -> str:
    return "Result" if measure.shape is Shape.SHARE else measure.value_unit.split(" per ")[0].capitalize()


def _none(hidden: int) -> str:
    if hidden:
        return "You may not open any of the children behind this figure. Ask whoever holds the case."
    return "There is nobody behind this. A child counted here would stand in this list."
