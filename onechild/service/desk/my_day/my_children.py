"""My children, a line each: next visit, what else is due, what is late, when last seen, what is not yet recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, needs
from onechild.service.desk.duties import Children, children_of, planned_when
from onechild.service.desk.links import page_named
from onechild.service.desk.listing import Row, child_cell, last_visits, rows_of, seen_cell, tags_cell
from onechild.service.desk.my_day.day import next_plans
from onechild.service.govuk.files import csv_file
from onechild.service.govuk.listing import Sort, page_asked, sort_asked
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models import Visit
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.diary.planned import Planned, planned
from onechild.service.record.queries.due import Due, due_for, next_visits
from onechild.service.record.queries.names import together

PAGE, A_FEW = 30, 3
SORTS = ("child", "visit", "due", "late", "seen", "unwritten", "since")
EMPTY = "You hold no child. A child given to you stands here from that day."
COLUMNS = (
    Column("Child", key="child"),
    Column("How things stand"),
    Column("Next visit", key="visit"),
    Column("What else is due", key="due"),
    Column("Late", key="late"),
    Column("Last seen", key="seen"),
    Column("Not yet recorded", key="unwritten"),
    Column("Held since", key="since"),
)


@dataclass(frozen=True, kw_only=True)
class One:
    """A child of the viewer's, with all that the line says. `seen` is the last visit at which the child was seen."""

    row: Row
    visit: Due | None
    plan: Planned | None
    others: tuple[Due, ...]
    late: tuple[Due, ...]
    seen: Visit | None
    unwritten: tuple[Planned, ...]

    @property
    def due(self) -> Due | None:
        """What falls due first of all."""
        owed = [one for one in (self.visit, *self.others) if one]
        return min(owed, key=lambda one: one.due_on, default=None)


@needs("see_own_children")
def my_children(request: Request) -> HttpResponse:
    """List the children whom the viewer holds or works with; with ?group=family, a table for each family."""
    found, children = _found(request)
    sort = sort_asked(request.GET, of=SORTS, usual="due")
    ordered = _sorted(found, children, sort)
    families = request.GET.get("group") == "family"
    page: Page[One] | None = None if families else page_asked(request.GET, ordered, size=PAGE)
    shown = ordered if page is None else list(page)
    request.seen([one.row.child_id for one in shown], what="my children")
    here = page_named("my-children")
    context = {
        "count": len(found),
        "page": page,
        "tables": _families(ordered, children, sort, request.today) if families else [],
        "table": None if families else _table("My children", shown, children, sort, request.today),
        "groups": [
            Link("Each child", here, current=not families),
            Link("By family", f"{here}?group=family", current=families),
        ],
        "export": page_named("my-children-export") if request.viewer.may("export_children") else "",
    }
    return render(request, "desk/my_children.html", context)


@needs("export_children")
def export(request: Request) -> HttpResponse:
    """The same list as a file, whole."""
    found, children = _found(request)
    request.seen([one.row.child_id for one in found], what="my children, taken out as a file", kind="export")
    rows = [_plain(one, children) for one in _sorted(found, children, Sort("due"))]
    heads = ["Public id", "Name", "Next visit due", "Next visit planned", "Other duty", "Other duty due", "Late",
             "Last seen", "Last visit written down", "Visits not yet recorded", "Held since"]  # fmt: skip
    return csv_file("my-children", heads, rows)


def _found(request: Request) -> tuple[list[One], Children]:
    """Every child, with what is owed: seven queries."""
    worker_id, today = request.viewer.worker_id or "", request.today
    once = {row.child_id: row for row in reversed(rows_of(worker_id=worker_id, today=today))} if worker_id else {}
    children = children_of(list(once), today=today)
    dues: dict[str, list[Due]] = defaultdict(list)
    for due in due_for(list(once), today=today):
        dues[due.child_id].append(due)
    diary = [one for one in planned([worker_id], since=today, until=date.max) if one.child_id in once] if once else []
    plans, seen = next_plans(diary, today), last_visits(list(once))
    missing: dict[str, list[Planned]] = defaultdict(list)
    for plan in diary:
        if plan.unwritten(today):
            missing[plan.child_id].append(plan)
    found = []
    for child_id, row in once.items():
        if child_id not in children.heads:
            continue
        visit = next_visits(dues[child_id]).get(child_id)
        found.append(
            One(
                row=row,
                visit=visit,
                plan=plans.get(child_id),
                others=_one_of_each(due for due in dues[child_id] if due.words.next_kind != "visit"),
                late=tuple(due for due in dues[child_id] if due.late),
                seen=seen.get(child_id),
                unwritten=tuple(missing[child_id]),
            )
        )
    return found, children


def _one_of_each(dues: Iterable[Due]) -> tuple[Due, ...]:
    """The next duty under each clock."""
    found: dict[str, Due] = {}
    for due in sorted(dues, key=lambda due: (due.due_on, due.clock)):
        found.setdefault(due.clock, due)
    return tuple(found.values())


def _table(label: str, found: Iterable[One], children: Children, sort: Sort, today: date) -> Table:
    rows = [_cells(one, children, today) for one in found]
    return Table(label=label, columns=COLUMNS, rows=rows, kind="stack", sort=sort, empty=EMPTY)


def _families(found: Sequence[One], children: Children, sort: Sort, today: date) -> list[tuple[str, Table]]:
    """A table for each family, in the order of the child who stands first."""
    families: dict[str, list[One]] = defaultdict(list)
    for one in found:
        families[children.heads[one.row.child_id].family_id or one.row.child_id].append(one)
    told = []
    for held in families.values():
        title = together([children.heads[one.row.child_id] for one in held])
        told.append((title, _table(f"Family of {title}" if len(held) > 1 else title, held, children, sort, today)))
    return told


def _cells(one: One, children: Children, today: date) -> list[object]:
    row = one.row
    part = code_in_words("allocation_role", row.role).split(",")[0]
    since = "today" if row.since == today else date_only(row.since, today)
    return [
        child_cell(row.child_id, children, today),
        tags_cell(row.child_id, children),
        _visit_cell(one, today),
        _others_cell(one.others),
        _late_cell(one.late),
        seen_cell(one.seen, today),
        _unwritten_cell(one.unwritten, today),
        Cell(text=since[:1].upper() + since[1:], note="" if row.role == "lead" else part),
    ]


def _visit_cell(one: One, today: date) -> Cell:
    planned_for = f"planned for {planned_when(one.plan, today)}" if one.plan else ""
    if one.visit is None:
        return Cell(text="None owed", note=planned_for)
    when, note = one.visit.when()
    said = ", ".join(part for part in (note, planned_for or "not planned") if part)
    return Cell(tag=Tag(when, "late"), note=said) if one.visit.late else Cell(text=when, note=said)


def _others_cell(others: Sequence[Due]) -> Cell:
    if not others:
        return Cell(text="Nothing")
    said = [f"{due.words.thing}: {_when(due)}" for due in others]
    more = len(said) - A_FEW
    note = [*said[1:A_FEW], *([f"and {more} more"] if more > 0 else [])]
    return Cell(text=said[0], note="; ".join(note))


def _when(due: Due) -> str:
    when = due.when()[0]
    return when.lower() if when in ("Today", "Tomorrow") else when


def _late_cell(late: Sequence[Due]) -> Cell:
    if not late:
        return Cell(text="Nothing recorded")
    return Cell(tag=Tag(f"{len(late)} late", "late"), note=", ".join(dict.fromkeys(due.words.thing for due in late)))


def _unwritten_cell(unwritten: Sequence[Planned], today: date) -> Cell:
    if not unwritten:
        return Cell(text="Nothing")
    first = day(unwritten[0].planned_on, today, short=True)
    return Cell(tag=Tag(f"{len(unwritten)} not recorded", "missing"), note=f"planned for {first}; counts as not seen")


def _sorted(found: Sequence[One], children: Children, sort: Sort) -> list[One]:
    """In the order asked for; what has no day stands last either way."""

    def name(one: One) -> tuple[str, str, str]:
        head = children.heads[one.row.child_id]
        return (head.surname, head.forename, head.child_id)

    days: Mapping[str, Callable[[One], object]] = {
        "child": name,
        "visit": lambda one: one.visit.due_on if one.visit else None,
        "due": lambda one: one.due.due_on if one.due else None,
        "late": lambda one: -len(one.late),
        "seen": lambda one: one.seen.happened_on if one.seen else date.min,
        "unwritten": lambda one: -len(one.unwritten),
        "since": lambda one: one.row.since,
    }
    key = days[sort.key]
    known = [one for one in found if key(one) is not None]
    ordered = sorted(sorted(known, key=lambda one: one.row.child_id), key=key, reverse=sort.down)  # type: ignore[arg-type]
    return [*ordered, *(one for one in found if key(one) is None)]


def _plain(one: One, children: Children) -> list[object]:
    head, other = children.heads[one.row.child_id], one.others[0] if one.others else None
    return [
        head.la_child_id,
        head.name,
        one.visit.due_on if one.visit else "",
        one.plan.planned_on if one.plan else "",
        other.words.thing if other else "",
        other.due_on if other else "",
        len(one.late),
        one.seen.happened_on if one.seen else "",
        (one.seen.recorded_on or "") if one.seen else "",
        len(one.unwritten),
        one.row.since,
    ]
