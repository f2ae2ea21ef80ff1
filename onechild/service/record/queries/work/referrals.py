"""The referral under which the work with a child is done now, and what hangs on one."""

from __future__ import annotations

from datetime import date

from django.db.models import Model, Q

from onechild.service.record.models import (
    Assessment,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Conference,
    Contact,
    Intake,
    IntakeChild,
    Referral,
    Section47Enquiry,
)

# What is done under a referral, in words, by the table that says so.
WORK: tuple[tuple[type[Model], str], ...] = (
    (Assessment, "an assessment"),
    (Section47Enquiry, "a section 47 enquiry"),
    (Conference, "a conference"),
    (ChildInNeedPlan, "a child in need plan"),
    (ChildProtectionPlan, "a child protection plan"),
)


def open_referral_of(child_id: str, today: date) -> Referral | None:
    """This function will return the child's referral that is open at the end of the day, the newest; None for none.

    One that ended with no further action is not open, and one that begins later not yet.
    """
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    taken_on = Q(no_further_action__isnull=True) | Q(no_further_action=False)
    found = Referral.objects.filter(still, taken_on, child_id=child_id, started_on__lte=today)
    return found.order_by("-started_on", "-pk").first()


def was_open_before(child_id: str, day: date) -> bool:
    """This function will say whether a referral of the child was open on a day and had begun before it.

    The clock of the contact asks the same: a referral that begins on the day of a contact may have come of it.
    """
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    taken_on = Q(no_further_action__isnull=True) | Q(no_further_action=False)
    return Referral.objects.filter(still, taken_on, child_id=child_id, started_on__lt=day).exists()


def comes_of(referral: Referral, *, contact_id: str | None, received_on: date) -> bool:
    """This function will say whether a referral came of a contact received on a day.

    It says so itself; or it is OneChild's own, names no contact yet and was not there before the contact: a strategy
    discussion that was held before the contact was decided opened it.
    """
    if contact_id is None or referral.origin_id is not None:
        return False
    return referral.contact_id == contact_id or (referral.contact_id is None and referral.started_on >= received_on)


def contact_told_in(intake_id: str | None, child_id: str) -> Contact | None:
    """This function will return the contact that counts for a child of what was told at the front door; None for none.

    What was joined to another counts there.
    """
    seen: set[str] = set()
    while intake_id is not None and intake_id not in seen:
        seen.add(intake_id)
        linked = IntakeChild.objects.filter(intake_id=intake_id, child_id=child_id).values_list("contact_id", flat=True)
        if found := Contact.objects.filter(pk__in=linked).first():
            return found
        intake_id = Intake.objects.filter(pk=intake_id).values_list("joined_to_id", flat=True).first()
    return None


def work_under(referral_id: str) -> list[str]:
    """This function will return what was begun under a referral, in words: "an assessment", "a conference"."""
    return [words for model, words in WORK if model._default_manager.filter(referral_id=referral_id).exists()]
