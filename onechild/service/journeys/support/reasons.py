"""Whether the reason for which a case closes is true of the child, by what the record holds."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from onechild.service.record.models import Assessment, Child, ChildInNeedPlan, ChildProtectionPlan
from onechild.service.record.queries.work.referrals import open_referral_of

DIED = "RC2"
# Closed after assessment: with no further action, or referred to early help.
AFTER_ASSESSMENT = ("RC8", "RC9")


def why_not(child_id: str, end_reason: str | None, *, today: date) -> str:
    """This function will say in a sentence why a case can't close for a reason; nothing where it can."""
    if end_reason == DIED and not Child.objects.filter(pk=child_id, died_on__isnull=False).exists():
        return "No day of death is recorded for this child. Record it first, or choose another reason."
    if end_reason not in AFTER_ASSESSMENT:
        return ""
    assessed = _assessed_on(child_id, today)
    if assessed is None:
        return "No assessment was finished under this referral, so the case does not close after assessment."
    later = Q(ended_on__isnull=True) | Q(ended_on__gt=assessed)
    for model in (ChildInNeedPlan, ChildProtectionPlan):
        if model._default_manager.filter(later, child_id=child_id).exists():
            return "A plan was in force after the last assessment: choose the reason for which the services ended."
    return ""


def _assessed_on(child_id: str, today: date) -> date | None:
    """The day that the last assessment under the open referral was finished."""
    referral = open_referral_of(child_id, today)
    if referral is None:
        return None
    under = Q(referral_id=referral.pk) | Q(referral__isnull=True, started_on__gte=referral.started_on)
    rows = Assessment.objects.filter(under, child_id=child_id, ended_on__lte=today)
    return rows.order_by("-ended_on").values_list("ended_on", flat=True).first()
