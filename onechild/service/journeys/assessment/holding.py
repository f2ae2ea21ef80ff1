"""Which team an assessment is with: the one that holds the case now, and where nobody does, the one that began it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from onechild.service.record.models import Allocation


def open_leads(today: date) -> QuerySet[Allocation]:
    """This function will return the lead allocations that hold at the end of the day."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return Allocation.objects.filter(still, role="lead", started_on__lte=today)


def with_teams(team_ids: Collection[str], *, today: date, of: str = "") -> Q:
    """This function will return the condition that an assessment is with one of these teams today.

    `of` is the way to the assessment from what is asked, such as "assessment__". A case that moved takes its assessment
    along, whichever team it was begun in.
    """
    leads = open_leads(today)
    held = Q(**{f"{of}child_id__in": leads.filter(team_id__in=list(team_ids)).values("child_id")})
    nobody = ~Q(**{f"{of}child_id__in": leads.values("child_id")})
    return held | (nobody & Q(**{f"{of}team_id__in": list(team_ids)}))
