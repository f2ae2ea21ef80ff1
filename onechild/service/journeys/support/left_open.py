"""What is still open about a child when somebody asks to close the case: what must be settled first, what is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from onechild.knowledge.workdays import london
from onechild.service.record.models import (
    Assessment,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    Direction,
    Pathway,
    PeriodOfCare,
    Section47Enquiry,
    StrategyNote,
)
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.work.referrals import open_referral_of

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
    """This function will return what is open about a child at the end of the day: thirteen queries at most."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    first = []
    for model, words in FIRST:
        began = model._default_manager.filter(still, child_id=child_id).values_list("started_on", flat=True).first()
        if began:
            first.append(Left(words, began))
    first += _of_protection(child_id, today)
    promised = Direction.objects.filter(child_id=child_id, done_on__isnull=True, withdrawn_on__isnull=True)
    named = [Left(f"a direction not carried out: {row.words or 'no words'}", row.due_on) for row in promised]
    late = [due for due in due_for([child_id], today=today) if due.late]
    named += [Left(f"late: {due.title('the child')}", due.due_on) for due in late]
    return LeftOpen(first=tuple(first), named=tuple(named))


def _of_protection(child_id: str, today: date) -> list[Left]:
    """What protection has not finished: a discussion nobody decided, a conference that is arranged or owed.

    An enquiry that ends with a continuing risk owes a conference, which of a child who died can't be held any more.
    """
    first = [
        Left("a strategy discussion is not decided", london(at) if at else None)
        for at in StrategyNote.objects.filter(child_id=child_id, decided="").values_list("opened_at", flat=True)[:1]
    ]
    arranged = ConferenceArrangement.objects.filter(
        child_id=child_id, conference__isnull=True, cancelled_on__isnull=True
    )
    first += [
        Left("a conference is arranged that is neither held nor called off", london(at) if at else None)
        for at in arranged.order_by("planned_for").values_list("planned_for", flat=True)[:1]
    ]
    owed = _owing(child_id, today).order_by("started_on").values_list("started_on", flat=True)[:1]
    return first + [Left("a section 47 enquiry leads to a conference that was not held", on) for on in owed]


def _owing(child_id: str, today: date) -> QuerySet[Section47Enquiry]:
    """Ended enquiries under the open referral that lead to a conference which was not held."""
    referral = open_referral_of(child_id, today)
    if referral is None:
        return Section47Enquiry.objects.none()
    under = Q(referral_id=referral.pk) | Q(referral__isnull=True, started_on__gte=referral.started_on)
    dropped = Q(conference_not_required=True) | Q(no_further_action=True)
    # A first conference that is held later, whether of a newer enquiry or of one that is not named, is this one too.
    later = Q(conference_kind__in=("initial", "transfer_in"), happened_on__gte=OuterRef("started_on"))
    held = Conference.objects.filter(Q(enquiry_id=OuterRef("pk")) | later, child_id=child_id)
    rows = Section47Enquiry.objects.filter(under, child_id=child_id, ended_on__lte=today, child__died_on__isnull=True)
    return rows.exclude(dropped).exclude(Exists(held))
