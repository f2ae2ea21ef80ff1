"""The forecast in words and tables: hours owed and there, what can't be met and when, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.forecast.mending import More, Move
from onechild.service.desk.duties import Children
from onechild.service.desk.forecast.gathering import Gathered, Item, Time
from onechild.service.desk.forecast.outlook import Outlook, Week
from onechild.service.desk.links import child_page, page_named
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.queries.names import joined

FEW, MANY_DAYS, FEW_STEPS = 20, 5, 3
MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class Short:
    """A worker who can't meet everything: a heading, a sentence, a table of what, and what would mend it."""

    worker_id: str
    title: str
    says: str
    table: Table
    mends: list[str]


def hours(minutes: float) -> str:
    """This function will return minutes as hours: "9.5"."""
    return f"{minutes / MINUTES:.1f}".removesuffix(".0")


def in_hours(minutes: float) -> str:
    """This function will return minutes as hours in words: "1 hour", "1.5 hours"."""
    return f"{hours(minutes)} hour{'' if minutes == MINUTES else 's'}"


def weeks_table(
    rows: Sequence[Outlook], found: Gathered, *, waits: Sequence[Week] = (), total: Sequence[Week] = (), today: date
) -> Table:
    """Who owes how many hours in each week, and how many there are."""
    columns = [Column("Worker"), *(Column(_week_words(week)) for week in (rows[0].weeks if rows else ()))]
    drawn: list[list[object]] = [[_name(one, found, today), *(_hours_cell(week) for week in one.weeks)] for one in rows]
    if any(week.owed for week in waits):
        note = "Children who wait for a worker: in nobody’s time"
        drawn.append([Cell(text="Nobody", note=note), *(_nobodys(week) for week in waits)])
    return Table(
        label="Hours owed and hours there, by week",
        columns=columns,
        rows=drawn,
        total=["Together", *(f"{hours(week.owed)} of {hours(week.there)} hours" for week in total)] if total else (),
        kind="stack",
        empty="Nobody works here.",
        heading="weeks",
    )


def lead(rows: Sequence[Outlook], today: date) -> tuple[str, str]:
    """The first sentence, which is bold, and the others."""
    unmet = sum(len(one.unmet) for one in rows)
    if not unmet:
        return "Everything that falls due in the next six weeks can be met with the time there is.", _assuming()
    first = min(breach for one in rows if (breach := one.first_breach))
    short = sum(bool(one.unmet) for one in rows)
    elsewhere = sum(len(move.work) for one in rows for move in one.moves)
    what = "1 duty can’t" if unmet == 1 else f"{unmet} duties can’t"
    by = "1 worker" if short == 1 else f"{short} workers"
    bold = f"{what} be met in the next six weeks with the time there is, the first by {day(first, today)}."
    mend = f" Colleagues with room could take {elsewhere}." if elsewhere else ""
    return bold, f"It concerns {by}.{mend} {_assuming()}"


def short_of(one: Outlook, found: Gathered, children: Children, *, today: date) -> Short:
    """This function will return what one worker can't meet, and each remedy that was worked out."""
    name, count = found.people[one.worker_id].name, len(one.unmet)
    first = one.first_breach or today
    return Short(
        worker_id=one.worker_id,
        title=f"{name}: {'1 duty' if count == 1 else f'{count} duties'} can’t be met",
        says=f"It breaks first on {day(first, today)}.{f' The first {FEW} are named.' if count > FEW else ''}",
        table=_unmet_table(one, children, today),
        mends=list(mends(one, found, today)),
    )


def mends(one: Outlook, found: Gathered, today: date) -> list[str]:
    """This function will return what would mend it, in sentences; each was worked out again to the end."""
    count = len(one.unmet)
    said = [
        f"{found.people[move.to].name} has room for {_of_them(len(move.work), count)} and still meets everything else: "
        f"due {_days(move, today)}."
        for move in one.moves
    ]
    if one.moves and one.left:
        said.append(f"{'1 is' if one.left == 1 else f'{one.left} are'} left that nobody else here has room for.")
    if one.still_with_cover is not None and one.still_with_cover < count:
        met, away = count - one.still_with_cover, _away_words(found.time[one.worker_id], today)
        said.append(f"Cover for the time away {away} would meet {_of_them(met, count)}.")
    if one.more:
        said.append(f"{_more_words(one.more, today)} would meet {_of_them(count, count)}.")
    return said or [NOTHING]


NOTHING = "Nothing that was tried would meet them: no colleague here has room, and there is no absence to cover."


def _assuming() -> str:
    return "Capacity arithmetic only: nothing here predicts anything about a child."


def _of_them(count: int, of: int) -> str:
    if count == of:
        return "it" if of == 1 else "all of them"
    return f"{count} of the {of}"


def _away_words(time: Time, today: date) -> str:
    spells = [
        f"from {date_only(max(start, today), today)} to {date_only(end - timedelta(days=1), today)}"
        if end
        else f"from {date_only(max(start, today), today)}"
        for start, end in time.away
    ]
    return joined(spells)


def _more_words(more: Sequence[More], today: date) -> str:
    if len(more) <= FEW_STEPS:
        return joined([f"{in_hours(one.minutes)} more by {date_only(one.by, today)}" for one in more])
    whole, first, last = sum(one.minutes for one in more), more[0], more[-1]
    return (
        f"{in_hours(whole)} more by {date_only(last.by, today)}, as the work falls due, the first "
        f"{in_hours(first.minutes)} by {date_only(first.by, today)},"
    )


def _days(move: Move, today: date) -> str:
    days = sorted({work.due_on for work in move.work})
    if len(days) > MANY_DAYS:
        return f"from {date_only(days[0], today)} to {date_only(days[-1], today)}"
    return joined([date_only(one, today) for one in days])


def _week_words(week: Week) -> str:
    return f"From {week.first.day} {week.first:%b}"


def _name(one: Outlook, found: Gathered, today: date) -> Cell:
    time, person = found.time[one.worker_id], found.people[one.worker_id]
    notes = []
    if not time.hours_known:
        notes.append("Hours not recorded, counted as full time")
    elif person.fte != 1:
        notes.append(f"{person.fte:g} of full time")
    if time.away:
        notes.append(f"Away {_away_words(time, today)}")
    if time.leaves_on:
        notes.append(f"Leaves on {date_only(time.leaves_on, today)}")
    if one.late:
        notes.append(f"{one.late} late already")
    href = page_named("worker-forecast", one.worker_id)
    return Cell(text=person.name, href=href, note=". ".join(notes))


def _hours_cell(week: Week) -> Cell:
    tag = Tag(f"{week.unmet} can’t be met", "late") if week.unmet else None
    return Cell(text=f"{hours(week.owed)} of {hours(week.there)} hours", tag=tag)


def _nobodys(week: Week) -> Cell:
    return Cell(text=f"{hours(week.owed)} hours", tag=Tag("Nobody’s", "missing") if week.owed else None)


def _unmet_table(one: Outlook, children: Children, today: date) -> Table:
    drawn = [
        [_what(item, children), _due(item, today), _possible(item, one.possible, today)]
        for item in one.unmet[:FEW]
        if item.due.child_id in children.heads
    ]
    columns = [Column("What"), Column("Due"), Column("Could be done")]
    return Table(
        label="What can’t be met", columns=columns, rows=drawn, heading=f"short-{one.worker_id}".replace(":", "-")
    )


def _what(item: Item, children: Children) -> Cell:
    head = children.heads[item.due.child_id]
    takes = f"takes {in_hours(item.work.minutes)}"
    return Cell(text=item.due.title(head.name), href=child_page(head.la_child_id), note=takes)


def _due(item: Item, today: date) -> Cell:
    if item.due.late and not item.again:
        return Cell(
            text=date_only(item.due_on, today), tag=Tag("Late already", "late"), note="Counted as due within a week"
        )
    return Cell(text=day(item.due_on, today, short=True), note="A later turn of it" if item.again else "")


def _possible(item: Item, possible: Mapping[str, date], today: date) -> str:
    when = possible.get(item.work.key)
    return f"By {day(when, today, short=True)}" if when else "Not within six weeks"
