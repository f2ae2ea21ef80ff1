"""Active children who need a look: something late, nothing written where something should be, visits in leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.desk.duties import Children, children_of, groups_of, planned_when
from onechild.service.desk.links import child_page, page_named, worker_page
from onechild.service.desk.silence.sections import since_words
from onechild.service.desk.teams.board import Board
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.silence.queries import Listed, listed
from onechild.service.record.queries.diary.planned import Planned, planned
from onechild.service.record.queries.due import Group, due_for, next_of
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, joined, together
from onechild.service.record.queries.workload.away import AHEAD, Falls, Off, falling, off_soon

FEW = 8  # of a kind; the rest stand on the pages that the links lead to


@dataclass(frozen=True, kw_only=True)
class Looks:
    """What was found, before it is drawn. `children` are all who need a look, each once."""

    late: Sequence[Group]
    silent: Mapping[str, Sequence[Listed]]
    falls: Sequence[Falls]
    offs: Sequence[Off]
    children: frozenset[str]
    known: Children
    plans: Mapping[str, Planned]
    holders: Mapping[str, str]

    @property
    def uncovered(self) -> dict[str, list[Falls]]:
        """The visits that nobody covers, by the spell away that they fall in."""
        found: dict[str, list[Falls]] = {}
        for one in self.falls:
            if not one.covered_by:
                found.setdefault(one.off.absence_id, []).append(one)
        return found

    def of_worker(self, worker_id: str) -> dict[str, int]:
        """How many visits of a worker nobody covers, by spell."""
        return {key: len(found) for key, found in self.uncovered.items() if found[0].off.worker_id == worker_id}


def looks_of(board: Board) -> Looks:
    """This function will find which of the team's active children need a look: eight queries at most, however many."""
    today = board.today
    holders = {row.child_id: row.worker_id for row in board.active}
    past = {row.child_id for row in board.active if row.due_on and row.due_on < today}
    dues = [due for due in due_for(past, today=today, until=today) if due.late]
    silences = [one for one in listed(team_ids=[board.team.pk], today=today) if one.snoozed_until is None]
    silent: dict[str, list[Listed]] = {}
    for one in silences:
        if one.child_id in holders and one.child_id not in past:
            silent.setdefault(one.child_id, []).append(one)
    offs = off_soon({*holders.values(), *(one.person.worker_id for one in board.members)}, today=today)
    falls = falling(offs, holders, today=today)
    uncovered = {one.due.child_id for one in falls if not one.covered_by}
    shown = {*past, *list(silent)[: FEW * 2], *uncovered}
    known = children_of(shown, today=today)
    workers = {holders[child_id] for child_id in past}
    plans = {one.child_id: one for one in planned(workers, since=today, until=today + AHEAD) if one.planned_on >= today}
    return Looks(
        late=sorted(
            groups_of(list(next_of(dues).values()), known), key=lambda group: (group.first.due_on, group.first.child_id)
        ),
        silent=silent,
        falls=falls,
        offs=offs,
        children=frozenset(past | set(silent) | uncovered),
        known=known,
        plans=plans,
        holders=holders,
    )


def looks_table(looks: Looks, names: Mapping[str, str], *, today: date, may_cover: bool) -> Table:
    """A few of each kind: the longest late, the longest silent, and every worker whose visits want cover."""
    rows = [_late(group, looks, names, today) for group in looks.late[:FEW]]
    silent = [(child_id, found) for child_id, found in looks.silent.items() if child_id in looks.known.heads]
    rows += [_silent(child_id, found, looks, names, today) for child_id, found in silent[:FEW]]
    rows += [_cover(found, looks, names, today, may_cover=may_cover) for found in looks.uncovered.values()]
    return Table(
        label="Active children who need a look",
        columns=[Column("Children"), Column("What"), Column("Worker"), Column("What next")],
        rows=rows,
        heading="look",
        empty="Nothing recorded is late or silent, and no visit falls in anybody’s leave without cover.",
    )


def shown_children(looks: Looks) -> list[str]:
    """This function will return whom the table names, for the access log."""
    late = [child_id for group in looks.late[:FEW] for child_id in group.child_ids]
    silent = [child_id for child_id in looks.silent if child_id in looks.known.heads][:FEW]
    return [*late, *silent]


def _late(group: Group, looks: Looks, names: Mapping[str, str], today: date) -> list[object]:
    due, heads = group.first, [looks.known.heads[one] for one in group.child_ids]
    when, note = due.when()
    what = Cell(tag=Tag(when, "late"), text=due.words.thing, note=note)
    plan = looks.plans.get(due.child_id) if due.words.next_kind == "visit" else None
    return [
        _whom(heads, today),
        what,
        _worker([looks.holders[one] for one in group.child_ids], names),
        f"Planned for {planned_when(plan, today)}" if plan else Link("Open record", child_page(heads[0].la_child_id)),
    ]


def _silent(
    child_id: str, found: Sequence[Listed], looks: Looks, names: Mapping[str, str], today: date
) -> list[object]:
    first, others = found[0], len(found) - 1
    more = f". {others} more thing{'' if others == 1 else 's'} not recorded" if others else ""
    return [
        _whom([looks.known.heads[child_id]], today),
        Cell(tag=Tag("Not recorded", "missing"), text=first.check.title, note=f"{since_words(first, today)}{more}"),
        _worker([looks.holders[child_id]], names),
        first.check.mend,
    ]


def _cover(
    found: Sequence[Falls], looks: Looks, names: Mapping[str, str], today: date, *, may_cover: bool
) -> list[object]:
    off = found[0].off
    heads = looks.known.heads
    children = {one.due.child_id for one in found if one.due.child_id in heads}
    families = len({heads[one].family_id or one for one in children})
    several = f", {families} famil{'y' if families == 1 else 'ies'}" if len(children) > 1 else ""
    many = f"{len(children)} child{'' if len(children) == 1 else 'ren'}{several}"
    name = names.get(off.worker_id, NO_WORKER_NAME)
    fall = "A visit falls" if len(children) == 1 else "Visits fall"
    href = page_named("cover-name", off.worker_id) if may_cover else ""
    return [
        many,
        Cell(tag=Tag("Needs cover", "over"), text=f"{fall} while {name} is away, {away_words(off, today)}"),
        _worker([off.worker_id], names),
        Link("Share them out", href, hidden=f"while {name} is away") if href else "A manager can name who covers",
    ]


def away_words(off: Off, today: date) -> str:
    """ "23 November to 4 December"; "until 4 December" where it has begun."""
    last = date_only(off.last_day, today) if off.last_day else ""
    if off.first_day <= today:
        return f"until {last}" if last else "with no day known for coming back"
    return f"{date_only(off.first_day, today)} to {last}" if last else f"from {date_only(off.first_day, today)}"


def _whom(heads: Sequence[Head], today: date) -> Cell:
    ages = joined([age for head in heads if (age := head.age(today))] or [""])
    return Cell(text=together(heads), href=child_page(heads[0].la_child_id), note=ages)


def _worker(worker_ids: Sequence[str], names: Mapping[str, str]) -> Cell:
    ids = list(dict.fromkeys(worker_ids))
    said = joined([names.get(one, NO_WORKER_NAME) for one in ids])
    return Cell(text=said, href=worker_page(ids[0]) if len(ids) == 1 else "")
