"""Counts the workers of a team's children, in plain counts, and lists the handovers that are open among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.handover.queries import stands, who
from onechild.service.record.models import Handover
from onechild.service.record.queries.caseload import Held, held_by_team
from onechild.service.record.queries.continuity import in_a_year
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names

MOST = 50
MANY = 3


@dataclass(frozen=True, kw_only=True)
class Continuity:
    """What the page says and lists. `child_ids` are all whom it names."""

    sentence: str
    changes: Table
    more: int
    handovers: Table
    unfinished: int
    unread: int
    child_ids: Sequence[str]


def continuity_of(team_id: str, *, today: date) -> Continuity:
    """This function will return the continuity of a team's children today: five queries, however many children."""
    held = {one.child_id: one for one in held_by_team(team_id, today=today)}
    named = heads(held, today=today)
    led = in_a_year(named, today=today)
    rows = list(Handover.objects.filter(child_id__in=list(named), read_at__isnull=True).order_by("happened_on", "pk"))
    changed = sorted(
        (key for key in named if len(led.get(key, ())) > 1), key=lambda key: (-len(led[key]), named[key].name)
    )
    shown = changed[:MOST]
    people = {worker for key in shown for worker in led[key]}
    names = worker_names(people | {one for row in rows for one in (row.from_worker_id, row.to_worker_id) if one})
    return Continuity(
        sentence=_sentence(named, led),
        changes=_changes(shown, held, named, led, names, today),
        more=len(changed) - len(shown),
        handovers=_handovers(rows, named, names, today),
        unfinished=sum(1 for row in rows if row.finished_at is None),
        unread=sum(1 for row in rows if row.finished_at is not None),
        child_ids=sorted({*shown, *(row.child_id for row in rows)}),
    )


def _sentence(named: Mapping[str, Head], led: Mapping[str, list[str]]) -> str:
    """Counts of the whole team, never a mean alone."""
    counts = [len(led.get(key, ())) for key in named]
    if not counts:
        return "No child is open to this team."
    one, two = sum(count == 1 for count in counts), sum(count == MANY - 1 for count in counts)
    many, none = sum(count >= MANY for count in counts), sum(count == 0 for count in counts)
    waits = f" {none} had nobody at all." if none else ""
    return (
        f"Of {len(counts)} children, {many or 'none'} had three or more lead workers in the last 12 months, "
        f"{two or 'none'} had two and {one or 'none'} had one.{waits}"
    )


def _changes(
    shown: Sequence[str],
    held: Mapping[str, Held],
    named: Mapping[str, Head],
    led: Mapping[str, list[str]],
    names: dict[str, str],
    today: date,
) -> Table:
    rows = []
    for key in shown:
        now = held[key]
        with_now = names.get(now.worker_id, NO_WORKER_NAME) if now.worker_id else "waits for a worker"
        before = [names.get(one, NO_WORKER_NAME) for one in led[key] if one != now.worker_id]
        rows.append(
            [
                Cell(text=named[key].name, href=reverse("handovers", args=[named[key].la_child_id])),
                len(led[key]),
                f"{with_now}, since {date_only(now.since, today)}",
                ", ".join(before),
            ]
        )
    return Table(
        label="Children with most changes of worker",
        columns=[Column("Child"), Column("Lead workers in 12 months", number=True), Column("Now"), Column("Before")],
        rows=rows,
        kind="stack",
        empty="No child of this team had more than one lead worker in the last 12 months.",
    )


def _handovers(rows: Sequence[Handover], named: Mapping[str, Head], names: dict[str, str], today: date) -> Table:
    return Table(
        label="Handovers that are open",
        columns=[Column("Child"), Column("From, to"), Column("Changed"), Column("Where it stands")],
        rows=[
            [
                Cell(
                    text=named[row.child_id].name,
                    href=reverse("handover", args=[named[row.child_id].la_child_id, row.pk]),
                ),
                who(row, names),
                date_only(row.happened_on, today),
                Cell(tag=stands(row)),
            ]
            for row in rows
        ],
        kind="stack",
        empty="Every handover is finished and read.",
    )
