"""What the review conferences of child protection plans decided: the last one of each plan is the one that counts."""

from __future__ import annotations

from collections.abc import Collection

from onechild.service.record.models import Conference


def last_reviews(plan_ids: Collection[str]) -> dict[str, Conference]:
    """This function will return the last review conference of each child protection plan that had one, by the plan."""
    rows = Conference.objects.filter(plan_id__in=list(plan_ids), conference_kind="review")
    return {str(row.plan_id): row for row in rows.order_by("happened_on", "pk")}
