"""Makes a plan so, line by line, through the one action that allocates; or drops it. A line that can't be made says why
and stays as it was; the others are made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from onechild.service.govuk.words import moment
from onechild.service.journeys.planner.plans.working_out import Author
from onechild.service.journeys.planner.reading.children import held_now
from onechild.service.record.actions import allocating
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import AllocationPlan, AllocationPlanLine
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MEANWHILE = "Changed meanwhile"


class NotOpen(Exception):
    """The plan was made so or dropped before; the message says by whom and when."""


@dataclass(frozen=True)
class Made:
    """How many children were allocated, and how many were left because something had changed."""

    children: int
    left: int


def make(*, plan: AllocationPlan, on: date, reason: str, words: str, author: Author) -> Made:
    """Allocate every child whom the plan moves, from a day; `reason` is a code of `sw_change_reason`.

    Raises NotOpen where it was made or dropped already.
    """
    with change_set(by=author.by, kind="edit", words="Allocation plan made so"):
        row = _open(plan, author)
        lines = [line for line in AllocationPlanLine.objects.filter(plan=plan) if changes(line)]
        locked({line.child_id for line in lines})
        held = held_now({line.child_id for line in lines}, today=author.today)
        done = 0
        for group in _groups(lines):
            why = _changed(group, held, author.today) or _allocate(group, row, on, reason, words, author)
            done += 0 if why else len(group)
            for line in group:
                line.not_made_words = why
                line.save(update_fields=["not_made_words", "move"])
        row.state, row.made_at, row.made_by_name, row.words = "made", author.now, author.name, words
        row.save(update_fields=["state", "made_at", "made_by_name", "words"])
    return Made(children=done, left=len(lines) - done)


def drop(*, plan: AllocationPlan, words: str, author: Author) -> None:
    """Put a plan aside; it moves nobody. Raises NotOpen where it was made or dropped already."""
    with change_set(by=author.by, kind="edit", words="Allocation plan dropped"):
        row = _open(plan, author)
        row.state, row.words = "dropped", words
        row.save(update_fields=["state", "words"])


def changes(line: AllocationPlanLine) -> bool:
    """Whether the child goes into other hands; whoever is left waiting stays as they are."""
    return line.after_worker_id is not None and line.after_worker_id != line.before_worker_id


def _open(plan: AllocationPlan, author: Author) -> AllocationPlan:
    row = AllocationPlan.objects.select_for_update().get(pk=plan.pk)
    if row.made_at is not None:
        raise NotOpen(f"{row.made_by_name} made this plan so {moment(row.made_at, author.today)}.")
    if row.state == "dropped":
        raise NotOpen(f"This plan was put aside. {row.words}".strip())
    return row


def _groups(lines: Sequence[AllocationPlanLine]) -> list[list[AllocationPlanLine]]:
    found: defaultdict[tuple[str, str | None], list[AllocationPlanLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (int(one.group_id), one.child_id)):
        found[line.group_id, line.after_worker_id].append(line)
    return list(found.values())


def _changed(group: Sequence[AllocationPlanLine], held: dict[str, tuple[str | None, str | None]], today: date) -> str:
    """Why the facts that the plan started from hold no more; empty where they do."""
    for line in group:
        if line.child_id not in held:
            return f"{MEANWHILE}: the case is open to nobody now."
        worker_id, team_id = held[line.child_id]
        if (worker_id, team_id) != (line.before_worker_id, line.before_team_id):
            name = worker_names([worker_id]).get(worker_id or "", NO_WORKER_NAME) if worker_id else "nobody"
            return f"{MEANWHILE}: {name} holds the case now."
    return ""


def _allocate(
    group: Sequence[AllocationPlanLine], plan: AllocationPlan, on: date, reason: str, words: str, author: Author
) -> str:
    first = group[0]
    try:
        with transaction.atomic():
            moves = allocating.assign(
                children=[line.child for line in group],
                worker_id=first.after_worker_id,
                team_id=first.after_team_id,
                on=on,
                reason=reason,
                words=words,
                by=author.by,
                by_worker_id=author.worker_id,
                now=author.now,
                today=author.today,
                plan_id=plan.pk,
            )
    except allocating.NotPossible as refused:
        return str(refused)
    by_child = {move.child_id: move for move in moves}
    for line in group:
        line.move = by_child.get(line.child_id)
    return ""
