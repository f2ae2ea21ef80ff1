"""Who holds how much against whose target, and what should be known of each worker; never why somebody is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onechild.knowledge.reports.words import listed
from onechild.service.desk.links import worker_page
from onechild.service.desk.teams.board import Board
from onechild.service.desk.teams.looks import Looks, away_words
from onechild.service.govuk.parts import Cell, Column, Load, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.models import WorkerLimit
from onechild.service.record.queries.workforce import A_HAIR
from onechild.service.record.queries.workload.away import Ending, Off, endings, limits_now
from onechild.service.record.queries.workload.loads import Held


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What is told of workers besides their load. `whole` is for those who share work out; peers are told less."""

    offs: Sequence[Off] = ()
    uncovered: Mapping[str, int] = field(default_factory=dict)  # visits that nobody covers, by spell
    endings: Mapping[str, Ending] = field(default_factory=dict)
    limits: Mapping[str, WorkerLimit] = field(default_factory=dict)
    whole: bool = False


def notes_of(worker_ids: Sequence[str], looks: Looks, *, whole: bool, today: date) -> Notes:
    """This function will return what may be told of these workers: two queries for those who share work out."""
    counts = {key: len(found) for key, found in looks.uncovered.items()}
    if not whole:
        return Notes(offs=looks.offs, uncovered=counts)
    return Notes(
        offs=looks.offs,
        uncovered=counts,
        endings=endings(worker_ids, today=today),
        limits=limits_now(worker_ids, today=today),
        whole=True,
    )


def members_table(board: Board, notes: Notes) -> Table:
    """Who holds how much, most over first; the bar is the weighted load against the worker's own target."""
    workers = board.workers
    scale = max((max(one.load, one.target) for one in workers), default=1)
    columns = [
        Column("Name"),
        Column("Share of full time", number=True),
        Column("Families", number=True),
        Column("Children", number=True),
        Column("Cases of this team", number=True),
        Column("Weighted load"),
        Column("Their target", number=True),
        Column("Children against target", number=True),
        Column("Visits, 28 days", number=True),
        Column("Note"),
    ]
    return Table(
        label="Members",
        columns=columns,
        rows=[_member(one, scale, notes, board.today) for one in workers],
        total=_total(workers),
        kind="tight",
        empty="No worker is a member of this team.",
        heading="members",
        classes="oc-members",
    )


def managers_apart(board: Board) -> str:
    """ "Apart: Denise Okoro, team manager, holds 2 children." Nothing where no manager holds a child."""
    held = [one for one in board.managers if one.cases]
    said = [
        f"{one.person.name}, {one.person.role_words.lower() or 'manager'}, holds {one.cases} "
        f"child{'' if one.cases == 1 else 'ren'}"
        for one in held
    ]
    return f"Apart, in no total: {listed(said)}." if said else ""


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


def note(held: Held, notes: Notes, today: date) -> str:
    """What should be known of a worker: time away to come, the first year, a limit; of an absence only until when."""
    person, said = held.person, []
    if person.absent:
        until = f" until {date_only(person.away_to, today)}" if person.away_to else ""
        said.append(f"Reduced capacity{until}")
    if limit := notes.limits.get(person.worker_id):
        said.append(limit_words(limit, today))
    if person.newly_qualified(today):
        said.append("First year: lower target")
    now = [off for off in notes.offs if off.worker_id == person.worker_id]
    said += [_off(off, notes, today) for off in now if off.leave or off.first_day > today]
    if ending := notes.endings.get(person.worker_id):
        said.append(f"{'Assignment' if ending.agency else 'Employment'} ends {date_only(ending.last_day, today)}")
    return ". ".join(said)


def limit_words(limit: WorkerLimit, today: date) -> str:
    """ "Takes no new children until 14 December"."""
    most = limit.at_most_new
    takes = "Reduced capacity" if most is None else "Takes no new children" if most == 0 else ""
    takes = takes or f"Takes {most} new child{'' if most == 1 else 'ren'} at most"
    until = f" until {date_only(limit.ended_on - timedelta(days=1), today)}" if limit.ended_on else ""
    return f"{takes}{until}{f': {limit.words}' if limit.words else ''}".rstrip(".")


def _off(off: Off, notes: Notes, today: date) -> str:
    called = "Leave" if off.leave and notes.whole else "Away"
    count = notes.uncovered.get(off.absence_id, 0)
    cover = f": {count} visit{' needs' if count == 1 else 's need'} cover" if count else ""
    return f"{called} {away_words(off, today)}{cover}"


def _member(held: Held, scale: float, notes: Notes, today: date) -> list[object]:
    person = held.person
    hours = Cell(text=f"{person.fte:.1f}") if person.fte is not None else Cell(tag=Tag("Not recorded", "missing"))
    return [
        Cell(text=person.name, href=worker_page(person.worker_id), note=person.role_words),
        hours,
        held.families,
        held.cases,
        held.here,
        Load(held=held.load, target=held.target, scale=scale),
        held.target,
        against(held),
        Cell(text=f"{held.visits}", note=f"{held.visits_late} late" if held.visits_late else ""),
        note(held, notes, today),
    ]


def _total(workers: Sequence[Held]) -> list[object]:
    hours = sum(one.person.fte or 0 for one in workers)
    target, cases = sum(one.target for one in workers), sum(one.cases for one in workers)
    families, visits = sum(one.families for one in workers), sum(one.visits for one in workers)
    load = f"{sum(one.load for one in workers):.1f}"
    here = sum(one.here for one in workers)
    return ["Team, managers left out", hours, families, cases, here, load, target, room(cases - target), visits, ""]
