"""The category of abuse of a plan: one at a time, each from a day to the day of the next."""

from __future__ import annotations

from datetime import date

from onechild.service.record.models import ChildProtectionCategory, ChildProtectionPlan


def put_category(plan: ChildProtectionPlan, category: str, *, on: date, today: date) -> None:
    """Put a category in force from a day; the one before ends there. Call it inside a change-set, with the row locked.

    Nothing happens where it is in force already.
    """
    there = ChildProtectionCategory.objects.filter(plan=plan, ended_on__isnull=True).order_by("started_on", "pk")
    if any(row.category == category for row in there):
        return
    for row in there.filter(origin__isnull=True):
        row.ended_on, row.end_recorded_on = max(on, row.started_on), today
        row.save(update_fields=["ended_on", "end_recorded_on"])
    ChildProtectionCategory.objects.create(
        child_id=plan.child_id, plan=plan, category=category, started_on=on, recorded_on=today
    )
    if plan.latest_category != category:
        plan.latest_category = category
        plan.save(update_fields=["latest_category"])


def newest_since(plan: ChildProtectionPlan) -> date | None:
    """This function will return the day from which the plan's newest category is in force; None where none is."""
    rows = ChildProtectionCategory.objects.filter(plan=plan).order_by("-started_on", "-pk")
    return rows.values_list("started_on", flat=True).first()
