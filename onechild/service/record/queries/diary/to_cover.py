"""Today's visits of whoever is away: which children wait for one, and whether somebody covers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onechild.service.govuk.words import day
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.diary.cover import Away, Covering, away, cover_for
from onechild.service.record.queries.diary.planned import Planned, planned
from onechild.service.record.queries.due import Due, due_for, next_visits
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A child of somebody away, with the visit owed by today or planned for it, and who covers; empty if nobody."""

    child_id: str
    due: Due | None
    plan: Planned | None
    cover: Covering | None
    covered_by: str


@dataclass(frozen=True, kw_only=True)
class ToCover:
    """Somebody away, and the children of theirs who wait for a visit today."""

    away: Away
    name: str
    waiting: tuple[Waiting, ...]

    @property
    def uncovered(self) -> list[Waiting]:
        """Those whom nobody covers."""
        return [one for one in self.waiting if one.cover is None]

    def said(self, today: date) -> str:
        """ "away, back on Tuesday 24 November"; why is not said."""
        if self.away.left_post:
            return "no longer in post"
        back = self.away.back_on
        return f"away, back on {day(back, today)}" if back else "away, with no day known for coming back"


def to_cover(team_ids: Collection[str], *, today: date) -> list[ToCover]:
    """This function will return who of these teams is away today and holds children whose visit is due or planned.

    One query where nobody is away, else at most six. Children whom the viewer may not see are left out.
    """
    off = away(team_ids, today=today)
    if not off:
        return []
    workers = [one.worker_id for one in off]
    rows = open_allocations(today).filter(worker_id__in=workers, role="lead").values_list("child_id", "worker_id")
    holder: dict[str, str] = {child_id: worker_id or "" for child_id, worker_id in rows}
    dues = next_visits(due_for(list(holder), today=today, until=today))
    plans = {
        one.child_id: one
        for one in planned(workers, since=today, until=today)
        if one.kind == "visit" and one.planned_on == today and not one.written
    }
    holder |= {one.child_id: one.worker_id for one in plans.values() if one.child_id not in holder}
    covers = {one.child_id: one for one in cover_for(workers, today=today)}
    names = worker_names([*workers, *(one.by_worker_id for one in covers.values())])
    found = []
    for one in off:
        children = sorted(child for child, worker in holder.items() if worker == one.worker_id)
        waiting = [_waiting(child, dues, plans, covers, names) for child in children if child in dues or child in plans]
        if waiting:
            found.append(ToCover(away=one, name=names.get(one.worker_id, NO_WORKER_NAME), waiting=tuple(waiting)))
    return found


def _waiting(
    child_id: str, dues: dict[str, Due], plans: dict[str, Planned], covers: dict[str, Covering], names: dict[str, str]
) -> Waiting:
    cover = covers.get(child_id)
    return Waiting(
        child_id=child_id,
        due=dues.get(child_id),
        plan=plans.get(child_id),
        cover=cover,
        covered_by=names.get(cover.by_worker_id, NO_WORKER_NAME) if cover else "",
    )
