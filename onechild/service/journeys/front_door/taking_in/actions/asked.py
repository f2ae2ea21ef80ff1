"""Opens the strategy discussion that was asked for before anybody knew whom a contact is about."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.record.actions.change_sets import Person
from onechild.service.record.actions.work.strategy import open_discussion
from onechild.service.record.models import Child, Intake, IntakeChild, IntakeMove, StrategyNote

ASKED = "Strategy discussion asked for: "


def open_what_was_asked(*, intake: Intake, worker_id: str | None, by: Person, now: datetime) -> None:
    """Open the discussion about every child linked so far, as one; inside the change-set of the link.

    A child about whom it is open keeps that one, and the others join it; one about whom it was written up is not asked
    about again. Nothing where none was asked for.
    """
    if intake.strategy_asked_at is None:
        return
    rows = IntakeChild.objects.filter(intake=intake, child__isnull=False).order_by("linked_at", "number")
    notes = StrategyNote.objects.filter(intake=intake)
    still = set(notes.filter(decided="").values_list("child_id", flat=True))
    written_up = set(notes.exclude(decided="").values_list("child_id", flat=True)) - still
    ids = [str(one.child_id) for one in rows if one.child_id not in written_up]
    children = {child.pk: child for child in Child.objects.filter(pk__in=ids)}
    open_discussion(
        children=[children[key] for key in ids if key in children],
        why=what_was_asked(intake).removeprefix(ASKED) or "Asked for at the front door",
        worker_id=worker_id,
        by=by,
        now=now,
        today=london(now),
        intake_id=intake.pk,
    )


def what_was_asked(intake: Intake) -> str:
    """This function will return the move by which a discussion was asked for, in its words."""
    moves = IntakeMove.objects.filter(intake=intake, reason__startswith=ASKED).order_by("moved_at", "pk")
    return moves.values_list("reason", flat=True).first() or ASKED
