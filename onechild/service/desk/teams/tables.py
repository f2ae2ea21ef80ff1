"""The tables of a team's tabs: who waits, and who holds how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from onechild.knowledge.workdays import working_days_between
from onechild.service.desk.duties import Children
from onechild.service.desk.links import worker_page
from onechild.service.desk.listing import Row, child_cell, due_cell, tags_cell
from onechild.service.govuk.parts import Cell, Column, Load, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import Due
from onechild.service.record.queries.workforce import A_HAIR
from onechild.service.record.queries.workload.loads import Held

PRIORITIES = ("urgent", "high", "medium", "low", "")


def waiting_table(
    rows: Sequence[Row], children: Children, nexts: Mapping[str, Due], managers: Mapping[str, str], *, today: date
) -> Table:
    """The waiting list: the highest priority first, then the longest wait."""
    drawn = [
        [
            child_cell(row.child_id, children, today),
            tags_cell(row.child_id, children),
            _priority(row),
            Cell(text=day(row.since, today, short=True), note=_waited(row.since, today)),
            due_cell(nexts.get(row.child_id)),
            managers.get(row.manager_id, "") or Cell(tag=Tag("No manager named", "missing")),
        ]
        for row in in_turn(rows)
        if row.child_id in children.heads
    ]
    columns = [
        Column(text) for text in ("Child", "How things stand", "Priority", "Waiting since", "Next due", "Manager")
    ]
    return Table(
        label="Waiting list", columns=columns, rows=drawn, empty="No child waits for a worker here.", heading="waiting"
    )


def in_turn(rows: Sequence[Row]) -> list[Row]:
    """This function will return those who wait in the order in which they should be taken."""
    return sorted(rows, key=lambda row: (PRIORITIES.index(row.priority), row.since, row.child_id))


def members_table(members: Sequence[Held], *, today: date) -> Table:
    """Who holds how much, most over first; the bar is the weighted load against the worker's own target."""
    scale = max((max(one.load, one.target) for one in members), default=1)
    columns = [
        Column("Name"),
        Column("Share of full time", number=True),
        Column("Families", number=True),
        Column("Children", number=True),
        Column("Weighted load"),
        Column("Their target", number=True),
        Column("Children against target", number=True),
        Column("Visits due, 28 days", number=True),
        Column("Note"),
    ]
    return Table(
        label="Members",
        columns=columns,
        rows=[_member(one, scale, today) for one in members],
        total=_total(members),
        kind="tight",
        empty="Nobody is a member of this team.",
        heading="members",
        classes="oc-members",
    )


def against(held: Held) -> Cell:
    """How the children held stand to the target, in words."""
    if held.person.manages:
        return Cell(text="manager")
    if held.over:
        return Cell(tag=Tag(f"{held.against:.1f} over", "over"))
    return Cell(text=room(held.against))


def room(against: float) -> str:
    """How far a load is from a target, in words."""
    if against > A_HAIR:
        return f"{against:.1f} over"
    return f"room for {-against:.1f}" if against < -A_HAIR else "at target"


def note(held: Held, today: date) -> str:
    """What a manager should know of a worker: leave to come, the first year; of an absence only until when."""
    said = []
    if held.person.absent:
        until = f" until {date_only(held.person.away_to, today)}" if held.person.away_to else ""
        said.append(f"Reduced capacity{until}")
    if held.person.newly_qualified(today):
        said.append("First year: lower target")
    said += [_leave(start, end, today) for start, end in held.person.leave[:1]]
    return ". ".join(said)


def _member(held: Held, scale: float, today: date) -> list[object]:
    person = held.person
    hours = Cell(text=f"{person.fte:.1f}") if person.fte is not None else Cell(tag=Tag("Not recorded", "missing"))
    return [
        Cell(text=person.name, href=worker_page(person.worker_id), note=person.role_words),
        hours,
        held.families,
        held.cases,
        Load(held=held.load, target=held.target, scale=scale) if not person.manages else held.load or "",
        held.target if not person.manages else "",
        against(held),
        Cell(text=f"{held.visits}", note=f"{held.visits_late} late" if held.visits_late else ""),
        note(held, today),
    ]


def _total(members: Sequence[Held]) -> list[object]:
    workers = [one for one in members if not one.person.manages]
    hours = sum(one.person.fte or 0 for one in workers)
    target = sum(one.target for one in workers)
    cases = sum(one.cases for one in workers)
    families, visits = sum(one.families for one in workers), sum(one.visits for one in workers)
    load = f"{sum(one.load for one in workers):.1f}"
    return ["Together, managers left out", hours, families, cases, load, target, room(cases - target), visits, ""]


def _priority(row: Row) -> Cell:
    words = code_in_words("allocation_priority", row.priority)
    if not words:
        return Cell(tag=Tag("Not set", "missing"))
    return Cell(text=words, strong=row.priority in ("urgent", "high"))


def _waited(since: date, today: date) -> str:
    days = working_days_between(since, today)
    return f"{days} working day{'' if days == 1 else 's'}" if days else "today"


def _leave(start: date, end: date | None, today: date) -> str:
    until = f" to {date_only(end, today)}" if end else ""
    if start <= today:
        return f"On leave{until}"
    return f"Leave {date_only(start, today)}{until}"
