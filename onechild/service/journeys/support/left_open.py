"""What is still open about a child when somebody asks to close the case: what must be settled first, what is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q

from onechild.service.record.models import (
    Assessment,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Direction,
    Pathway,
    PeriodOfCare,
    Section47Enquiry,
)
from onechild.service.record.queries.due import due_for

# What can't be left behind, with its words: the case is not closed while one is open.
FIRST: tuple[tuple[type[Model], str], ...] = (
    (ChildProtectionPlan, "a child protection plan is open"),
    (ChildInNeedPlan, "a child in need plan is open"),
    (Section47Enquiry, "a section 47 enquiry is open"),
    (Assessment, "an assessment is not finished"),
    (PeriodOfCare, "the child is looked after"),
    (Pathway, "a sensitive pathway is open"),
)


@dataclass(frozen=True)
class Left:
    """One thing that is left, in words, and since or by when."""

    words: str
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class LeftOpen:
    """What must be settled first, and what may be left if the request names it and says who takes it on."""

    first: tuple[Left, ...]
    named: tuple[Left, ...]


def left_open(child_id: str, *, today: date) -> LeftOpen:
    """This function will return what is open about a child at the end of the day: eight queries."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    first = []
    for model, words in FIRST:
        began = model._default_manager.filter(still, child_id=child_id).values_list("started_on", flat=True).first()
        if began:
            first.append(Left(words, began))
    promised = Direction.objects.filter(child_id=child_id, done_on__isnull=True, withdrawn_on__isnull=True)
    named = [Left(f"a direction not carried out: {row.words or 'no words'}", row.due_on) for row in promised]
    late = [due for due in due_for([child_id], today=today) if due.late]
    named += [Left(f"late: {due.title('the child')}", due.due_on) for due in late]
    return LeftOpen(first=tuple(first), named=tuple(named))
