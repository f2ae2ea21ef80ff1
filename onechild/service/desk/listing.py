"""A long list of children in somebody's hands, sorted and paged on the server: what is due, and when last seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db import connection

from onechild.service.access.viewer import Request
from onechild.service.desk.duties import Children, children_of
from onechild.service.desk.links import child_page, worker_page
from onechild.service.govuk.listing import Sort, page_asked, sort_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models import Allocation, Visit
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import Due, due_for, next_of
from onechild.service.record.queries.lateness import written_late
from onechild.service.record.queries.names import heads, worker_names

FAR = date.max
PAGE = 20
SORTS = ("child", "due", "since", "worker")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A child in somebody's hands; `due_on` is the day of what falls due first."""

    child_id: str
    worker_id: str
    team_id: str
    role: str
    since: date
    priority: str
    manager_id: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One page of a list as a table."""

    table: Table
    page: Page[Row]
    child_ids: list[str]

    @property
    def count(self) -> int:
        """How many there are on all pages."""
        return self.page.paginator.count


def rows_of(*, worker_id: str = "", team_id: str = "", lead_only: bool = False, today: date) -> list[Row]:
    """This function will return the open allocations of a worker or a team that the viewer may see: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("desk_listing", [worker_id or None, team_id or None, lead_only, today])
        return [
            Row(
                child_id=child_id,
                worker_id=worker or "",
                team_id=team or "",
                role=role,
                since=began,
                priority=priority or "",
                manager_id=manager or "",
                due_on=due_on,
            )
            for child_id, worker, team, role, began, priority, manager, due_on in cursor.fetchall()
        ]


def listing_page(
    request: Request,
    rows: Sequence[Row],
    *,
    label: str,
    empty: str,
    usual: str = "due",
    show_worker: bool = False,
    both_days: bool = False,
) -> Listing:
    """This function will return the page of the rows asked for, in the order asked for: five queries at most.

    With `both_days`, one more: the day the child came to the team stands beside the day the worker began.
    """
    today = request.today
    sort = sort_asked(request.GET, of=SORTS, usual=usual)
    page = page_asked(request.GET, _sorted(rows, sort, today), size=PAGE)
    ids = list(dict.fromkeys(row.child_id for row in page))
    children = children_of(ids, today=today)
    nexts = next_of(due_for(ids, today=today))
    seen = last_visits(ids)
    names = worker_names(row.worker_id for row in page) if show_worker else {}
    came = with_team_since(page) if both_days else None
    columns = [
        Column("Child", key="child"),
        Column("How things stand"),
        Column("Worker", key="worker") if show_worker else Column("Part"),
        *([Column("With the team since")] if both_days else []),
        Column("Held since", key="since"),
        Column("Next due", key="due"),
        Column("Last seen"),
    ]
    drawn = [
        _cells(row, children, nexts, seen, names, came, show_worker=show_worker, today=today)
        for row in page
        if row.child_id in children.heads
    ]
    table = Table(label=label, columns=columns, rows=drawn, kind="stack", sort=sort, empty=empty)
    return Listing(table=table, page=page, child_ids=[one for one in ids if one in children.heads])


def last_visits(child_ids: Sequence[str]) -> dict[str, Visit]:
    """This function will return the last visit at which each child was seen, for any purpose: one query."""
    seen = Visit.objects.filter(child_id__in=child_ids, seen=True).order_by("child_id", "-happened_on", "recorded_on")
    return {visit.child_id: visit for visit in seen.distinct("child_id")}


def with_team_since(rows: Sequence[Row]) -> dict[str, date]:
    """This function will return from when each child has been with the team without a break: one query.

    Waiting on the team's list counts, and so does a colleague there who held the case before.
    """
    teams = {row.child_id: row.team_id for row in rows if row.team_id}
    held = Allocation.objects.filter(child_id__in=list(teams), role="lead", team_id__in=set(teams.values()))
    since = {row.child_id: row.since for row in rows}
    for child_id, team_id, began, ended in held.order_by("-started_on").values_list(
        "child_id", "team_id", "started_on", "ended_on"
    ):
        if team_id == teams[child_id] and began < since[child_id] and ended and ended >= since[child_id]:
            since[child_id] = began
    return since


def seen_cell(seen: Visit | None, today: date) -> Cell:
    """The day the child was last seen, and how much later it was written down."""
    if seen is None:
        return Cell(tag=Tag("Not recorded", "missing"))
    return Cell(text=day(seen.happened_on, today, short=True), note=written_late(seen.happened_on, seen.recorded_on))


def due_cell(due: Due | None) -> Cell:
    """What falls due first and when, late with its word; a dash where nothing is owed."""
    if due is None:
        return Cell(text="Nothing due")
    when, note = due.when()
    if due.late:
        return Cell(tag=Tag(when, "late"), text=due.words.thing, note=note)
    return Cell(text=f"{due.words.thing}: {when.lower() if when in ('Today', 'Tomorrow') else when}", note=note)


def child_cell(child_id: str, children: Children, today: date) -> Cell:
    """The child's name, which opens the record, and age."""
    head = children.heads[child_id]
    return Cell(text=head.name, href=child_page(head.la_child_id), note=head.age(today))


def tags_cell(child_id: str, children: Children, *, note: str = "", otherwise: str = "Open") -> Cell:
    """How the child stands: the first in a box, the others in words, then the note."""
    tags = children.tags_of(child_id)
    said = ", ".join(part for part in (*(tag.text for tag in tags[1:]), note) if part)
    return Cell(tag=tags[0], note=said) if tags else Cell(text=otherwise, note=said)


def _cells(
    row: Row,
    children: Children,
    nexts: Mapping[str, Due],
    seen: Mapping[str, Visit],
    names: Mapping[str, str],
    came: Mapping[str, date] | None,
    *,
    show_worker: bool,
    today: date,
) -> list[object]:
    worker = (
        Cell(text=names.get(row.worker_id, row.worker_id), href=worker_page(row.worker_id)) if show_worker else None
    )
    return [
        child_cell(row.child_id, children, today),
        tags_cell(row.child_id, children),
        worker or code_in_words("allocation_role", row.role).split(",")[0],
        *([date_only(came.get(row.child_id, row.since), today)] if came is not None else []),
        "Today" if row.since == today else date_only(row.since, today),
        due_cell(nexts.get(row.child_id)),
        seen_cell(seen.get(row.child_id), today),
    ]


def _sorted(rows: Sequence[Row], sort: Sort, today: date) -> list[Row]:
    """In the order asked for; what has no date stands last either way."""
    if sort.key == "due":
        known = [row for row in rows if row.due_on]
        ordered = sorted(known, key=lambda row: (row.due_on or FAR, row.child_id), reverse=sort.down)
        return [*ordered, *(row for row in rows if not row.due_on)]
    if sort.key == "since":
        return sorted(rows, key=lambda row: (row.since, row.child_id), reverse=sort.down)
    if sort.key == "worker":
        names = worker_names(row.worker_id for row in rows)
        return sorted(rows, key=lambda row: (names.get(row.worker_id, ""), row.child_id), reverse=sort.down)
    known_as = heads([row.child_id for row in rows], today=today)
    said = {child_id: (head.surname, head.forename) for child_id, head in known_as.items()}
    return sorted(rows, key=lambda row: (said.get(row.child_id, ("", "")), row.child_id), reverse=sort.down)
