"""What happened to a promise, step by step; and whether a dispute of it still waits for its answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.functions import Length

from onechild.service.record.models import DirectionStep, DirectionStepKind
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

# The latest of these says whether a promise is in dispute: opened by the first, closed by any other.
_OF_DISPUTES = (
    DirectionStepKind.DISPUTED,
    DirectionStepKind.UPHELD,
    DirectionStepKind.CHANGED,
    DirectionStepKind.WITHDRAWN,
    DirectionStepKind.KEPT,
    DirectionStepKind.REOPENED,
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that happened to a promise, in words; `kind` is a key of DirectionStepKind."""

    kind: str
    at: datetime
    on: date
    by_name: str
    by_worker_id: str | None
    title: str
    words: str
    from_owner: str
    to_owner: str
    from_due_on: date | None
    to_due_on: date | None
    evidence_kind: str
    evidence_id: str


def story(direction_id: str) -> list[Step]:
    """This function will return every step of a promise, the oldest first: two queries."""
    rows = list(DirectionStep.objects.filter(direction_id=direction_id).order_by("at", Length("pk"), "pk"))
    names = worker_names({one for row in rows for one in (row.from_owner_id, row.to_owner_id)})
    return [_step(row, names) for row in rows]


def open_dispute(direction_id: str) -> DirectionStep | None:
    """This function will return the dispute of a promise that nobody has answered: one query; None where none is."""
    return open_disputes([direction_id]).get(direction_id)


def open_disputes(direction_ids: Collection[str]) -> dict[str, DirectionStep]:
    """This function will return the unanswered disputes of these promises, by the promise's key: one query."""
    if not direction_ids:
        return {}
    rows = DirectionStep.objects.filter(direction_id__in=list(direction_ids), step__in=_OF_DISPUTES)
    latest = {row.direction_id: row for row in rows.order_by("at", Length("pk"), "pk")}
    return {key: row for key, row in latest.items() if row.step == DirectionStepKind.DISPUTED}


def _step(row: DirectionStep, names: dict[str, str]) -> Step:
    def named(worker_id: str | None) -> str:
        return names.get(worker_id, NO_WORKER_NAME) if worker_id else ""

    return Step(
        kind=row.step,
        at=row.at,
        on=row.happened_on,
        by_name=row.by_name,
        by_worker_id=row.by_worker_id,
        title=str(DirectionStepKind(row.step).label),
        words=row.words,
        from_owner=named(row.from_owner_id),
        to_owner=named(row.to_owner_id),
        from_due_on=row.from_due_on,
        to_due_on=row.to_due_on,
        evidence_kind=row.evidence_kind,
        evidence_id=row.evidence_id,
    )
