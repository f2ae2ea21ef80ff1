"""The duties behind one of the board's numbers, as a page of lines, and as a file for whoever may take it out."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.http import HttpResponse

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.clocks.explained.topics import TOPICS
from onechild.service.access.viewer import Request
from onechild.service.desk.board.asking import Duty
from onechild.service.desk.duties import Children, children_of
from onechild.service.desk.links import rule_page, worker_page
from onechild.service.desk.listing import child_cell, tags_cell
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import day
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.names import heads, worker_names

SIZE = 25
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADER = (
    "Child id", "Child", "Part of the work", "Duty", "Rests on", "Was counted from", "Due", "Done", "Days late",
    "Worker", "Team",
)  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """One page of the duties as a table."""

    table: Table
    page: Page[Duty]
    child_ids: list[str]


def listed(request: Request, duties: Sequence[Duty], *, teams: Mapping[str, str] | None) -> Listed:
    """This function will return the page of duties asked for: five queries. With `teams`, each says its team."""
    today = request.today
    page = page_asked(request.GET, duties, size=SIZE)
    ids = list(dict.fromkeys(one.child_id for one in page))
    children = children_of(ids, today=today)
    dues = _dues(ids, today)
    names = worker_names(one.worker_id for one in page)
    columns = [Column("Child"), Column("How things stand"), Column("Duty"), Column("When"), Column("Worker")]
    if teams is not None:
        columns.append(Column("Team"))
    rows = [
        _row(one, children, dues.get(_key(one)), names, teams, today) for one in page if one.child_id in children.heads
    ]
    table = Table(label="Duties", columns=columns, rows=rows, kind="stack", empty="None.", heading="duties")
    return Listed(table, page, [one for one in ids if one in children.heads])


def as_csv(request: Request, duties: Sequence[Duty], *, teams: Mapping[str, str], name: str) -> HttpResponse:
    """This function will return all of the duties as a file: an export, and in the access log as one."""
    found = heads({one.child_id for one in duties}, today=request.today)
    dues = _dues(list(found), request.today)
    names = worker_names(one.worker_id for one in duties)
    request.seen(found, what="board: duties taken out as CSV", kind="export")
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer)
    writer.writerow(HEADER)
    for one in duties:
        if head := found.get(one.child_id):
            due = dues.get(_key(one))
            law = clock(one.clock)
            cells = (
                head.la_child_id,
                head.name,
                TOPICS[law.topic],
                law.title,
                str(law.source),
                due.counted_from.isoformat() if due else "",
                one.due_on.isoformat(),
                one.met_on.isoformat() if one.met_on else "",
                str(max(0, ((one.met_on or request.today) - one.due_on).days)),
                names.get(one.worker_id, ""),
                teams.get(one.team_id, ""),
            )
            writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return answer


def _row(
    one: Duty,
    children: Children,
    due: Due | None,
    names: Mapping[str, str],
    teams: Mapping[str, str] | None,
    today: date,
) -> list[object]:
    worker = (
        Cell(text=names.get(one.worker_id, one.worker_id), href=worker_page(one.worker_id))
        if one.worker_id
        else (Cell(tag=Tag("No worker", "missing")))
    )
    law = clock(one.clock)
    return [
        child_cell(one.child_id, children, today),
        tags_cell(one.child_id, children),
        Cell(text=law.title, href=rule_page(one.clock), note=due.why() if due else f"Owed by: {law.owed_by}."),
        _when(one, due, today),
        worker,
        *([teams.get(one.team_id, "No team")] if teams is not None else []),
    ]


def _when(one: Duty, due: Due | None, today: date) -> Cell:
    if one.met_on:
        late = (one.met_on - one.due_on).days
        note = f"was due {day(one.due_on, today, short=True)}"
        done = f"Done {day(one.met_on, today, short=True)}"
        if late > 0:
            return Cell(text=done, note=f"{late} day{'' if late == 1 else 's'} late; {note}")
        return Cell(text=done, note=note)
    if due is None:
        days = (today - one.due_on).days
        late_words = f"{days} day{'' if days == 1 else 's'} late"
        return Cell(tag=Tag(late_words, "late")) if days > 0 else Cell(text=day(one.due_on, today, short=True))
    when, note = due.when()
    return Cell(tag=Tag(when, "late"), note=note) if due.late else Cell(text=when, note=note)


def _dues(child_ids: Sequence[str], today: date) -> dict[tuple[str, str, str, date], Due]:
    return {(one.child_id, one.clock, one.spell_id, one.due_on): one for one in due_for(child_ids, today=today)}


def _key(one: Duty) -> tuple[str, str, str, date]:
    return (one.child_id, one.clock, one.spell_id, one.due_on)
