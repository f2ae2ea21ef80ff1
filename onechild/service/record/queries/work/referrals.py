"""The referral under which the work with a child is done now, and what hangs on one."""

from __future__ import annotations

from datetime import date

from django.db.models import Model, Q

from onechild.service.record.models import (
    Assessment,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Conference,
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


def work_under(referral_id: str) -> list[str]:
    """This function will return what was begun under a referral, in words: "an assessment", "a conference"."""
    return [words for model, words in WORK if model._default_manager.filter(referral_id=referral_id).exists()]
