"""Formal challenges of the work with children: where each stands, by when it must be answered and settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays.lengths import Length, add
from onechild.service.record.models import Escalation, EscalationStage, EscalationStep, PeriodOfCare, Setting

STAGES: tuple[str, ...] = tuple(EscalationStage.values)
INFORMAL, STAGE, WHOLE = (f"escalation_{one}_working_days" for one in ("informal", "stage", "whole"))


@dataclass(frozen=True, kw_only=True)
class Challenge:
    """A challenge with its steps, the oldest first. `settle_by` is when the whole of it should have ended."""

    row: Escalation
    steps: tuple[EscalationStep, ...]
    settle_by: date

    @property
    def last(self) -> EscalationStep:
        """The stage that it is at."""
        return self.steps[-1]

    @property
    def waits_for(self) -> str:
        """By name, who must act: the one it was put to, or whoever raised it; nobody once it has ended."""
        if self.row.ended_on is not None:
            return ""
        return self.last.to_words if self.last.answered_on is None else self.row.raised_by_name

    def late(self, today: date) -> bool:
        """Whether an answer is past its day, or the whole of it is."""
        if self.row.ended_on is not None:
            return False
        return self.settle_by < today or (self.last.answered_on is None and self.last.due_on < today)


def challenges(
    *, child_id: str | None = None, only: str | None = None, going_on: bool | None = None
) -> list[Challenge]:
    """This function will return challenges about children whom the viewer may see, the ones going on and oldest first.

    `only` is the key of one; `going_on` leaves out those that have ended, or the others. Three queries.
    """
    rows = Escalation.objects.all()
    if child_id is not None:
        rows = rows.filter(child_id=child_id)
    if only is not None:
        rows = rows.filter(pk=only)
    if going_on is not None:
        rows = rows.filter(ended_on__isnull=going_on)
    return with_steps(rows)


def waiting_challenges(*, name: str, worker_id: str | None) -> list[Challenge]:
    """This function will return the challenges going on that somebody raised or that were put to them."""
    theirs = Q(raised_by_id=worker_id) if worker_id else Q(raised_by__isnull=True, raised_by_name=name)
    put = Q(to_worker_id=worker_id) if worker_id else Q(pk__isnull=True)
    put |= Q(to_worker__isnull=True, to_words=name)
    asked = EscalationStep.objects.filter(put, answered_on__isnull=True).values("escalation_id")
    return with_steps(Escalation.objects.filter(theirs | Q(pk__in=asked), ended_on__isnull=True))


def with_steps(rows: QuerySet[Escalation]) -> list[Challenge]:
    """This function will return these challenges with their steps: three queries."""
    found = list(rows.order_by("started_on", "pk"))
    steps: dict[str, list[EscalationStep]] = {row.pk: [] for row in found}
    wanted = EscalationStep.objects.filter(escalation_id__in=list(steps))
    for step in sorted(wanted, key=lambda step: STAGES.index(step.stage)):  # each stage is later than the one before
        steps[step.escalation_id].append(step)
    whole = _settings(WHOLE)
    made = [
        Challenge(row=row, steps=tuple(steps[row.pk]), settle_by=_after(row.started_on, whole, WHOLE))
        for row in found
        if steps[row.pk]
    ]
    return sorted(made, key=lambda one: (one.row.ended_on is not None, one.row.started_on, one.row.pk))


def due_of(stage: str, *, today: date) -> date:
    """This function will return by when a stage that is put today is answered, by the standard in force: one query."""
    setting = INFORMAL if stage == EscalationStage.INFORMAL else STAGE
    return _after(today, _settings(setting), setting)


def is_looked_after(child_id: str, *, today: date) -> bool:
    """Whether the child is looked after at the end of the day."""
    now = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return PeriodOfCare.objects.filter(now, child_id=child_id, started_on__lte=today).exists()


def _settings(setting: str) -> Sequence[Setting]:
    return list(Setting.objects.filter(setting=setting, team=None, role=None).order_by("started_on", "pk"))


def _after(day: date, rows: Sequence[Setting], setting: str) -> date:
    """So many working days after, by the standard that was in force on the day."""
    held = [row for row in rows if row.started_on <= day and (row.ended_on is None or row.ended_on > day)]
    value = held[-1].value if held else local_standard(setting).default
    return add(day, Length(int(value or 0), "working_day"))
