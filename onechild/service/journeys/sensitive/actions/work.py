"""Writes what was done or learned on a pathway, a manager's look at it, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.sensitive.actions import warning
from onechild.service.journeys.sensitive.kinds import SIGNS, kind_of
from onechild.service.journeys.sensitive.queries.pathways import their_own
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.models import Oversight, Pathway, PathwayEntry, StepTaken

OVER = "This work has ended. Nothing more is written on it."
ABOUT = "pathways"


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was done or learned: a key of the pathway's doings, when, in what words, with whom, and for what day."""

    key: str
    on: date
    words: str = ""
    whom: str = ""
    next_on: date | None = None


def add(done: Done, *, pathway: Pathway, worker_id: str | None, by: Person, today: date) -> PathwayEntry:
    """Write one thing on a pathway, with the step that clocks read where there is one, and return it.

    The same thing sent twice is written once. Raises NotPossible where the work has ended.
    """
    doing = kind_of(pathway.kind).doing(done.key)
    if doing is None:
        raise NotPossible("This is not part of this work.")
    with change_set(by=by, kind="edit", words="Specially careful work: something done or learned"):
        row = _open(pathway)
        again = PathwayEntry.objects.filter(
            pathway=row, kind=done.key, happened_on=done.on, words=done.words, with_whom=done.whom
        ).first()
        if again is not None:
            return again
        step = _step(row, doing.step, done, worker_id, today) if doing.step else None
        made = PathwayEntry.objects.create(
            child_id=row.child_id,
            pathway=row,
            kind=done.key,
            happened_on=done.on,
            recorded_on=today,
            words=done.words,
            with_whom=done.whom,
            set_for_on=done.next_on,
            worker_id=worker_id,
            about="steps_taken" if step else "",
            about_id=step.pk if step else "",
        )
        if step:
            renew([row.child_id])
        return made


def add_signs(
    keys: Sequence[str],
    *,
    pathway: Pathway,
    on: date,
    words: str,
    whom: str,
    worker_id: str | None,
    by: Person,
    today: date,
) -> list[PathwayEntry]:
    """Write each sign of exploitation that was seen or told on a day, by whom; this function returns the entries."""
    known = dict(SIGNS)
    with change_set(by=by, kind="edit", words="Specially careful work: signs seen"):
        row = _open(pathway)
        there = set(
            PathwayEntry.objects.filter(pathway=row, kind="sign", happened_on=on).values_list("about_id", flat=True)
        )
        return [
            PathwayEntry.objects.create(
                child_id=row.child_id,
                pathway=row,
                kind="sign",
                happened_on=on,
                recorded_on=today,
                words=". ".join(part for part in (known[key], words) if part),
                with_whom=whom,
                worker_id=worker_id,
                about="signs",
                about_id=key,
            )
            for key in keys
            if key in known and key not in there
        ]


def oversee(
    *, pathway: Pathway, words: str, next_by: date | None, worker_id: str | None, by: Person, today: date
) -> Oversight:
    """Write that a manager looked at the work, and what must happen. Raises NotPossible for whoever began or led it."""
    with change_set(by=by, kind="edit", words="Specially careful work overseen"):
        row = _open(pathway)
        if their_own(row, worker_id=worker_id, name=by.name):
            raise NotPossible("You began or led this work, so another manager must look at it.")
        made = Oversight.objects.create(
            child_id=row.child_id,
            happened_on=today,
            recorded_on=today,
            about=ABOUT,
            about_id=row.pk,
            manager_id=worker_id,
            manager_name=by.name,
            words=words,
            next_by=next_by,
        )
        warning.discussed(row, manager_id=worker_id, today=today)
        return made


def end(
    *, pathway: Pathway, on: date, reason: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> None:
    """End the work, for a manager's reason, which enters the register; its warning ends with it.

    Raises NotPossible where it has ended, for whoever began it or ever led it, and for a day before it began.
    """
    with change_set(by=by, kind="edit", words="Specially careful work ended"):
        row = _open(pathway)
        if their_own(row, worker_id=worker_id, name=by.name):
            raise NotPossible("You began or led this work, so another manager must decide that it ends.")
        if on < row.started_on:
            raise NotPossible("It can’t end before it began.")
        row.ended_on, row.end_reason, row.end_recorded_on = on, reason, today
        row.save(update_fields=["ended_on", "end_reason", "end_recorded_on"])
        if (note := warning.of(row)) is not None:
            warning.end(note, today=today)
        decided = Decided(
            kind="pathway_ended",
            outcome=row.kind,
            outcome_words=f"{kind_of(row.kind).on_screen} ended",
            reason=reason,
            about=ABOUT,
            about_id=row.pk,
        )
        enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)


def _open(pathway: Pathway) -> Pathway:
    locked([pathway.child_id])
    row = Pathway.objects.select_for_update().get(pk=pathway.pk)
    if row.ended_on is not None:
        raise NotPossible(OVER)
    return row


def _step(row: Pathway, step: str, done: Done, worker_id: str | None, today: date) -> StepTaken:
    return StepTaken.objects.create(
        child_id=row.child_id,
        step=step,
        happened_on=done.on,
        set_for_on=done.next_on,
        worker_id=worker_id,
        recorded_on=today,
    )
