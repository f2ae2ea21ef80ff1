"""From plain rows of workers and children, read from an extract or from the record, to the question of a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.planning.model import Asked, Group, Rules, Worker

# Of brothers and sisters whose work differs, they are planned as the one whose work asks most of a worker.
KINDS = ("court", "protection", "care", "assessment", "need")
FIRST_VISIT_DAYS = 7
FIRST_VISIT_NEEDS = 3  # working days at work, of those
SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class WorkerRow:
    """A worker on a day. `away` are first days away and days back, of any kind. `unseen_cases` count in the load."""

    worker_id: str
    name: str
    team_id: str
    target: float
    fte: float | None
    manages: bool = False
    newly_qualified: bool = False
    away: tuple[tuple[date, date | None], ...] = ()
    at_most_new: int | None = None
    languages: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    leaves_on: date | None = None
    unseen_cases: int = 0
    unseen_weighs: float = 0.0


@dataclass(frozen=True, kw_only=True)
class ChildRow:
    """A child with a lead worker or waiting for one. Children of one `family_id` are brothers and sisters."""

    child_id: str
    worker_id: str | None
    team_id: str
    family_id: str = ""
    kinds: frozenset[str] = frozenset()
    weighs: float = 1.0
    priority: int = 3
    waiting_since: date | None = None
    knew: frozenset[str] = frozenset()
    siblings_with: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    language: str = ""
    area: str = ""
    stays: bool = False


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The question; the children of each group; and who takes nobody new, and why, in words."""

    asked: Asked
    members: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]


def gather(
    *,
    workers: Sequence[WorkerRow],
    children: Sequence[ChildRow],
    on: date,
    rules: Rules = Rules(),  # noqa: B008  it can't be changed
    leavers: Collection[str] = (),
    empties_absent: bool = False,
    first_visit_days: int = FIRST_VISIT_DAYS,
    away_may_take: Collection[str] = (),
) -> Gathered:
    """This function will return the question of a plan on a day.

    Children of one family with one worker, or waiting in one team, go together. All children of a leaver (and, where
    `empties_absent`, of somebody away) must leave. Whoever is at work on fewer than three weekdays of the next
    `first_visit_days` days could not make a first visit and is given nobody new, but for `away_may_take`.
    """
    until = on + timedelta(days=first_visit_days)
    gone = {row.worker_id for row in workers if row.worker_id in leavers or (row.leaves_on and row.leaves_on <= until)}
    absent = {row.worker_id for row in workers if _away(row, on, on)}
    spared = {
        row.worker_id: words
        for row in workers
        if (words := _why_not(row, on, until, gone=row.worker_id in gone, allowed=row.worker_id in away_may_take))
    }
    leaving = {row.worker_id for row in workers if row.worker_id in leavers or (row.leaves_on and row.leaves_on <= on)}
    asked = Asked(
        workers=tuple(_worker(row, spared.get(row.worker_id, "")) for row in workers),
        groups=tuple(_groups(children, on, leaving | absent if empties_absent else leaving)),
        rules=rules,
    )
    names = {row.worker_id: row.name for row in workers}
    return Gathered(
        asked=asked,
        members={_group_id(rows): tuple(row.child_id for row in rows) for rows in _together(children)},
        notes=tuple(f"{names[worker_id]} {words}." for worker_id, words in spared.items()),
    )


def _worker(row: WorkerRow, why_not: str) -> Worker:
    return Worker(
        worker_id=row.worker_id,
        name=row.name,
        target=row.target,
        holds=row.unseen_cases,
        weighs=row.unseen_weighs,
        takes=not why_not,
        team_id=row.team_id,
        fte=row.fte,
        manages=row.manages,
        at_most_new=row.at_most_new,
        newly_qualified=row.newly_qualified,
        languages=row.languages,
        areas=row.areas,
        why_not=why_not,
    )


def _why_not(row: WorkerRow, on: date, until: date, *, gone: bool, allowed: bool) -> str:
    """Never why somebody is away: only that they are, and until when."""
    if gone:
        return f"leaves on {_said(row.leaves_on)}" if row.leaves_on else "leaves"
    if not allowed and _at_work(row, on, until) < FIRST_VISIT_NEEDS and (away := _away(row, on, until)):
        first, back = away
        since = f"from {_said(first)} " if first > on else ""
        return f"is away {since}until {_said(back)}" if back else f"is away {since}with no day back known".rstrip()
    if row.at_most_new == 0:
        return "takes no new children for now"
    return ""


def _away(row: WorkerRow, on: date, until: date) -> tuple[date, date | None] | None:
    return next(((first, back) for first, back in row.away if first <= until and (back is None or back > on)), None)


def _at_work(row: WorkerRow, on: date, until: date) -> int:
    days = (on + timedelta(days=number) for number in range(1, (until - on).days + 1))
    return sum(day.weekday() < SATURDAY and not _away(row, day, day) for day in days)


def _said(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _together(children: Sequence[ChildRow]) -> Iterator[list[ChildRow]]:
    found: dict[tuple[object, ...], list[ChildRow]] = defaultdict(list)
    for row in sorted(children, key=lambda row: row.child_id):
        found[row.family_id or f"alone {row.child_id}", row.worker_id, row.team_id, row.stays].append(row)
    yield from found.values()


def _group_id(rows: Sequence[ChildRow]) -> str:
    return rows[0].child_id


def _groups(children: Sequence[ChildRow], on: date, leaving: Collection[str]) -> Iterator[Group]:
    with_family: dict[str, set[str]] = defaultdict(set)
    for row in children:
        if row.family_id and row.worker_id:
            with_family[row.family_id].add(row.worker_id)
    for rows in _together(children):
        one = rows[0]
        kinds = {kind for row in rows for kind in row.kinds}
        siblings = with_family[one.family_id] if one.family_id else set()
        yield Group(
            group_id=_group_id(rows),
            children=len(rows),
            weighs=sum(row.weighs for row in rows),
            kind=next((kind for kind in KINDS if kind in kinds), "need"),
            worker_id=one.worker_id,
            leaves=one.worker_id in leaving,
            priority=min(row.priority for row in rows),
            waited_days=max(((on - row.waiting_since).days for row in rows if row.waiting_since), default=0),
            knew=frozenset().union(*(row.knew for row in rows)),
            siblings_with=frozenset(siblings).union(*(row.siblings_with for row in rows)) - {one.worker_id or ""},
            never=frozenset().union(*(row.never for row in rows)),
            team_id=one.team_id,
            in_assessment="assessment" in kinds,
            stays=one.stays,
            language=next((row.language for row in rows if row.language), ""),
            area=next((row.area for row in rows if row.area), ""),
        )
