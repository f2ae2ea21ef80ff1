"""The outcomes of a plan with the actions under each: what is left, what is met, what was given up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from onechild.service.record.models import PlanAction, PlanOutcome


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One outcome and its actions, in the order they were agreed."""

    outcome: PlanOutcome
    actions: tuple[PlanAction, ...]

    @property
    def unmet(self) -> bool:
        """Whether it is neither met nor dropped."""
        return self.outcome.met_on is None and self.outcome.dropped_on is None

    def late_actions(self, today: date) -> list[PlanAction]:
        """The actions past their day and not done."""
        return [one for one in self.actions if one.done_on is None and one.due_on and one.due_on < today]


def outcomes_of(plan_id: str) -> list[Planned]:
    """This function will return the outcomes of a plan in their order, each with its actions: two queries."""
    rows = list(PlanOutcome.objects.filter(plan_id=plan_id).order_by("number", "pk"))
    under: dict[str, list[PlanAction]] = defaultdict(list)
    for action in PlanAction.objects.filter(plan_outcome_id__in=[row.pk for row in rows]).order_by("pk"):
        under[action.plan_outcome_id].append(action)
    return [Planned(outcome=row, actions=tuple(under[row.pk])) for row in rows]


def unmet(plan_id: str) -> list[PlanOutcome]:
    """This function will return the outcomes of a plan that are neither met nor dropped, in their order: one query."""
    rows = PlanOutcome.objects.filter(plan_id=plan_id, met_on__isnull=True, dropped_on__isnull=True)
    return list(rows.order_by("number", "pk"))
