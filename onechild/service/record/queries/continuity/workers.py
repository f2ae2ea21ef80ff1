"""How many workers a child has had: each with when and why it ended, in twelve months and since the case was opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import Allocation
from onechild.service.record.queries.people import Holding, holdings, this_time

A_YEAR_BACK = Length(-12, "month")


@dataclass(frozen=True, kw_only=True)
class Span:
    """One worker's time with the case, in however many teams; `why` says why it ended."""

    worker_id: str
    worker: str
    team: str
    started_on: date
    ended_on: date | None
    why: str

    def days(self, today: date) -> int:
        """How many days it lasted, or has lasted so far."""
        return (min(self.ended_on or today, today) - self.started_on).days


@dataclass(frozen=True, kw_only=True)
class Workers:
    """The lead workers of one child, the newest first; `since` is when the case was last opened."""

    spans: tuple[Span, ...]
    in_a_year: int
    this_time: int
    since: date | None


def workers_of(child_id: str, *, today: date) -> Workers:
    """This function will return who led a child's case up to the day: one query."""
    return workers_among(holdings(child_id, today=today), today=today)


def workers_among(held: Sequence[Holding], *, today: date) -> Workers:
    """This function will return the same from what a page has read already."""
    led = [one for one in held if one.role == "lead" and one.worker_id and one.started_on <= today]
    spans = _spans(sorted(led, key=lambda one: one.started_on), today)
    opened = this_time(held, today)
    year_ago = add(today, A_YEAR_BACK)
    return Workers(
        spans=tuple(reversed(spans)),
        in_a_year=len({one.worker_id for one in led if one.ended_on is None or one.ended_on > year_ago}),
        this_time=len({one.worker_id for one in opened if one.worker_id}),
        since=opened[0].started_on if opened else None,
    )


def in_a_year(child_ids: Collection[str], *, today: date) -> dict[str, list[str]]:
    """This function will return who led each child's case in the last twelve months, the earliest first: one query.

    A worker who came back stands once. Children with nobody are left out.
    """
    year_ago = add(today, A_YEAR_BACK)
    rows = Allocation.objects.filter(
        child_id__in=list(child_ids), role="lead", worker_id__isnull=False, started_on__lte=today
    ).exclude(ended_on__lte=year_ago)
    found: dict[str, list[str]] = defaultdict(list)
    for child_id, worker_id in rows.order_by("started_on", "pk").values_list("child_id", "worker_id"):
        if worker_id not in found[child_id]:
            found[child_id].append(worker_id)
    return dict(found)


def _spans(led: Sequence[Holding], today: date) -> list[Span]:
    """One span for each worker in turn: a worker who kept the child through a change of team is told once."""
    found: list[Span] = []
    for one in led:
        last = found[-1] if found else None
        ended = one.ended_on if one.ended_on and one.ended_on <= today else None
        why = one.why if ended else ""
        if last and last.worker_id == one.worker_id and last.ended_on and last.ended_on >= one.started_on:
            found[-1] = replace(last, ended_on=ended, why=why, team=one.team)
            continue
        found.append(
            Span(
                worker_id=one.worker_id or "",
                worker=one.worker,
                team=one.team,
                started_on=one.started_on,
                ended_on=ended,
                why=why,
            )
        )
    return found
