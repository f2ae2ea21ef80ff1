"""Sets a stricter visit interval for one child under a plan, from a day, and ends it; never a looser one."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.clocks.local.own import most_days
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew, standards
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.standards import Refused
from onechild.service.record.models import ChildInNeedPlan, ChildProtectionPlan, VisitInterval

Plan = ChildProtectionPlan | ChildInNeedPlan
CLOCKS = {ChildProtectionPlan: "child-protection-visit", ChildInNeedPlan: "child-in-need-visit"}


def most_for(plan: Plan, *, on: date) -> int:
    """This function will return the longest interval in days that is stricter than what the council asks on a day."""
    return most_days(clock(CLOCKS[type(plan)]), standards=standards(), on=on)


def set_interval(*, plan: Plan, every_days: int, from_on: date, reason: str, by: Person, today: date) -> VisitInterval:
    """Set how often the child is to be seen under the plan from a day on; the interval before it ends there.

    This function will raise Refused for an interval that is no stricter than the council's, for a day that is past or
    outside the plan, and without a reason. What was due before the day stays as it was.
    """
    most = most_for(plan, on=from_on)
    if not 1 <= every_days <= most:
        raise Refused("every_days", f"A plan may only ask for more visits than the council does: 1 to {most} days.")
    _on_the_plan(plan, from_on, today)
    _said(reason)
    words = f"Stricter visit interval: every {every_days} days from {from_on.isoformat()}. {reason.strip()}"
    with change_set(by=by, kind="edit", words=words):
        locked([plan.child_id])
        _end_before(plan, on=from_on, today=today)
        row = VisitInterval.objects.create(
            child_id=plan.child_id,
            every_days=every_days,
            reason=reason.strip(),
            started_on=from_on,
            recorded_on=today,
            **_under(plan),
        )
        renew([plan.child_id])
    return row


def end_interval(*, plan: Plan, on: date, reason: str, by: Person, today: date) -> None:
    """Go back to the council's own interval from a day. Raises Refused for a day that is past, and without a reason."""
    _on_the_plan(plan, on, today)
    _said(reason)
    words = f"Stricter visit interval ended from {on.isoformat()}. {reason.strip()}"
    with change_set(by=by, kind="edit", words=words):
        locked([plan.child_id])
        _end_before(plan, on=on, today=today)
        renew([plan.child_id])


def end_with_plan(*, plan: Plan, on: date, today: date) -> None:
    """End what was set under a plan that ends on a day; call it inside the change-set of that, and renew the clocks."""
    _end_before(plan, on=on, today=today)


def intervals(plan: Plan) -> list[VisitInterval]:
    """This function will return what was set under the plan, the newest first: one query."""
    found = VisitInterval.objects.filter(child_id=plan.child_id, **_under(plan))
    return list(found.order_by("-started_on", "-visit_interval_id"))


def _under(plan: Plan) -> dict[str, str]:
    name = "child_protection_plan_id" if isinstance(plan, ChildProtectionPlan) else "child_in_need_plan_id"
    return {name: plan.pk}


def _on_the_plan(plan: Plan, on: date, today: date) -> None:
    if on < today:
        raise Refused("from_on", "The past keeps its answers: choose today or a day to come.")
    if plan.ended_on is not None and plan.ended_on <= on:
        raise Refused("from_on", "The plan has ended by then.")


def _said(reason: str) -> None:
    if not reason.strip():
        raise Refused("reason", "Say why.")


def _end_before(plan: Plan, *, on: date, today: date) -> None:
    """End what holds on the day or would begin later; one that had not begun by then never holds."""
    for row in intervals(plan):
        if row.origin_id is None and (row.ended_on is None or row.ended_on > on):
            row.ended_on, row.end_recorded_on = max(row.started_on, on), today
            row.save(update_fields=["ended_on", "end_recorded_on"])
