"""Opens a strategy discussion from a contact, at any stage, waiting for no check; and tells those who must know."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.deciding.actions.moving import note_move
from onechild.service.journeys.front_door.taking_in.actions.telling import tell
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.strategy import open_discussion
from onechild.service.record.models import Intake, IntakeChild, StrategyDiscussion


def open_from(
    *, intake: Intake, why: str, worker_id: str | None, by: Person, now: datetime
) -> list[StrategyDiscussion]:
    """Open a strategy discussion about every child of a contact who is linked, and return it for each.

    Where none is linked yet it is noted as asked for, and nothing is returned: the board says so until it is opened.
    Whoever holds the contact, is on duty or decides at the front door is told at once.
    """
    with change_set(by=by, kind="edit", words="Strategy discussion opened from a contact"):
        ids = IntakeChild.objects.filter(intake_id=intake.pk, child__isnull=False).values_list("child_id", flat=True)
        children = locked([str(key) for key in ids])
        row = Intake.objects.select_for_update().get(pk=intake.pk)
        note_move(
            row,
            stage=row.stage,
            reason=f"Strategy discussion {'opened' if children else 'asked for'}: {why}",
            holder_id=row.holder_id,
            worker_id=worker_id,
            by=by,
            now=now,
        )
        row.strategy_asked_at = row.strategy_asked_at or now
        row.save(update_fields=["strategy_asked_at"])
        opened = (
            open_discussion(
                children=list(children.values()),
                why=why,
                worker_id=worker_id,
                by=by,
                now=now,
                today=london(now),
                intake_id=row.pk,
            )
            if children
            else []
        )
        tell(intake=row, words="A strategy discussion was opened from a contact at the front door.")
        return opened
