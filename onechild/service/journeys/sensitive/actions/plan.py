"""Adds to the safety plan of a pathway: what must change, with the first thing that somebody does."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome, add_action, add_outcome
from onechild.service.record.models import Child, Pathway, PlanOutcome


def plan(
    new: NewOutcome, *, first: str, owner: str, pathway: Pathway, child: Child, by: Person, today: date
) -> PlanOutcome:
    """Put an outcome into the plan and return it; `first` is what is done first, by `owner`, where that is agreed."""
    with change_set(by=by, kind="edit", words="Outcome of a safety plan added"):
        made = add_outcome(new, child=child, plan_kind="pathway", plan_id=pathway.pk, by=by, today=today)
        if first:
            add_action(NewAction(words=first, owner_words=owner, due_on=new.due_on), outcome=made, by=by, today=today)
        return made
