"""Opens the strategy discussion that was asked for before anybody knew whom a contact is about."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.record.actions.change_sets import Person
from onechild.service.record.actions.work.strategy import open_discussion
from onechild.service.record.models import Child, Intake, IntakeChild, IntakeMove

ASKED = "Strategy discussion asked for: "


def open_what_was_asked(*, intake: Intake, worker_id: str | None, by: Person, now: datetime) -> None:
    """Open the discussion about every child linked so far, as one; inside the change-set of the link.

    A child about whom it is open keeps that one, and the others join it. Nothing where none was asked for.
    """
    if intake.strategy_asked_at is None:
        return
    rows = IntakeChild.objects.filter(intake=intake, child__isnull=False).order_by("linked_at", "number")
    ids = [str(one.child_id) for one in rows]
    children = {child.pk: child for child in Child.objects.filter(pk__in=ids)}
    moves = IntakeMove.objects.filter(intake=intake, reason__startswith=ASKED).order_by("moved_at", "pk")
    asked = moves.values_list("reason", flat=True).first() or ASKED
    open_discussion(
        children=[children[key] for key in ids if key in children],
        why=asked.removeprefix(ASKED) or "Asked for at the front door",
        worker_id=worker_id,
        by=by,
        now=now,
        today=london(now),
        intake_id=intake.pk,
    )
