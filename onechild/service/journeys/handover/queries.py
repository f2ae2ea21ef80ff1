"""Reads handovers: those of a child, where each stands, who led the case, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from onechild.service.govuk.parts import Cell, Column, Fact, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Child, Employment, Handover
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.continuity import Workers
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, worker_names
from onechild.service.record.queries.work.waiting import Somebody, Waiting

WRITE, READ = "Write this handover", "Read this handover"


def stands(row: Handover) -> Tag:
    """This function will return where a handover stands, in a word or two."""
    if row.read_at is not None:
        return Tag("Read", "done")
    if row.finished_at is None:
        return Tag("Not finished", "missing")
    return Tag("Not read yet" if row.to_worker_id else "Waits for the next worker", "missing")


def handovers_of(child: Child, *, today: date) -> list[Fact]:
    """This function will return a child's handovers, the newest first: two queries."""
    rows = list(Handover.objects.filter(child=child).order_by("-happened_on", "-pk"))
    names = worker_names(worker for row in rows for worker in (row.from_worker_id, row.to_worker_id))
    return [
        Fact(
            value=who(row, names),
            note=date_only(row.happened_on, today),
            href=reverse("handover", args=[child.la_child_id, row.pk]),
            tag=stands(row),
        )
        for row in rows
    ]


def who(row: Handover, names: dict[str, str]) -> str:
    """ "From Ana Reis to Tom Hale"."""
    leaver = names.get(row.from_worker_id or "", NO_WORKER_NAME)
    following = names.get(row.to_worker_id or "", NO_WORKER_NAME) if row.to_worker_id else "nobody yet"
    return f"From {leaver} to {following}"


def workers_words(workers: Workers, *, today: date) -> str:
    """This function will return how many workers there were, in a sentence."""
    if not workers.spans:
        return "No worker has led this case yet."
    year = _many(workers.in_a_year)
    if workers.since is None:
        return f"{year} led the case in the last 12 months. Nobody leads it now."
    opened = f"{workers.this_time} since it was last opened on {date_only(workers.since, today)}"
    return f"{year} led the case in the last 12 months, {opened}."


def workers_table(workers: Workers, *, today: date) -> Table:
    """This function will return every worker who led the case, the newest first, with why each went."""
    rows = []
    for one in workers.spans:
        until = date_only(one.ended_on, today) if one.ended_on else "now"
        missing = one.ended_on is not None and not one.why
        why = Cell(tag=Tag("No reason recorded", "missing")) if missing else Cell(text=one.why)
        days = one.days(today)
        rows.append(
            [
                Cell(text=f"{one.worker[:1].upper()}{one.worker[1:]}"),
                one.team,
                f"{date_only(one.started_on, today)} to {until}",
                f"{days:,} days",
                why,
            ]
        )
    return Table(
        label="Who has led the case",
        columns=[Column("Worker"), Column("Team"), Column("From, to"), Column("How long"), Column("Why it ended")],
        rows=rows,
        kind="stack",
        empty="No worker has led this case yet.",
    )


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return the handovers that wait for the viewer: to write, to read, or whose writer has left.

    Four queries at most. The next worker's first visit is a duty of its own and stands among what is due.
    """
    rows = [*_mine(viewer), *_left_behind(viewer, today)]
    named = heads({row.child_id for row, *_ in rows}, today=today)
    names = worker_names(worker for row, *_ in rows for worker in (row.from_worker_id, row.to_worker_id))
    return [
        Waiting(
            title=title,
            does=does,
            page=reverse(page, args=[named[row.child_id].la_child_id, row.pk]),
            why=f"{who(row, names)}, {date_only(row.happened_on, today)}.",
            child_ids=(row.child_id,),
            since=row.finished_at,
        )
        for row, title, does, page in rows
        if row.child_id in named
    ]


def _mine(viewer: Somebody) -> Iterator[tuple[Handover, str, str, str]]:
    if not viewer.worker_id:
        return
    both = Q(from_worker_id=viewer.worker_id, finished_at__isnull=True) | Q(
        to_worker_id=viewer.worker_id, finished_at__isnull=False
    )
    for row in Handover.objects.filter(both, read_at__isnull=True).order_by("happened_on", "pk"):
        if row.finished_at is None:
            yield row, "Handover to write", WRITE, "handover-finish"
        else:
            yield row, "Handover to read", READ, "handover"


def _left_behind(viewer: Somebody, today: date) -> Iterator[tuple[Handover, str, str, str]]:
    """Of the viewer's teams' children, what nobody will write unless a manager does: the writer has left."""
    if not (viewer.may("allocate") and viewer.team_ids):
        return
    held = open_allocations(today).filter(role="lead", team_id__in=list(viewer.team_ids)).values("child_id")
    rows = list(
        Handover.objects.filter(child_id__in=held, finished_at__isnull=True, read_at__isnull=True)
        .exclude(from_worker_id=viewer.worker_id or "")
        .order_by("happened_on", "pk")
    )
    gone = _gone({row.from_worker_id for row in rows if row.from_worker_id}, today)
    for row in rows:
        if row.from_worker_id in gone:
            yield row, "Handover that nobody has written: the worker has left", WRITE, "handover-finish"


def _gone(worker_ids: Collection[str], today: date) -> set[str]:
    """Those whose last employment has ended."""
    if not worker_ids:
        return set()
    known = Employment.objects.filter(worker_id__in=list(worker_ids))
    still = known.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today)).values_list("worker_id", flat=True)
    return set(known.values_list("worker_id", flat=True)) - set(still)


def _many(count: int) -> str:
    return "One worker" if count == 1 else f"{count} workers" if count else "No worker"
