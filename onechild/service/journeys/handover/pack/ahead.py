"""What is owed to the child and by when: duties, what the plan says is next, visits in a diary, days that matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q

from onechild.knowledge.workdays import age_on, birthday
from onechild.service.govuk.parts import Duty, Fact, Tag
from onechild.service.govuk.words import clock, date_only, day
from onechild.service.record.models import (
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    DiaryEntry,
    MeetingNote,
    Pathway,
    VisitNote,
)
from onechild.service.record.queries.changing_worker.days import days_set
from onechild.service.record.queries.due import Due
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.work.outcomes import Planned, outcomes_of

AHEAD = timedelta(days=92)


def duties_of(dues: Sequence[Due], name: str) -> list[Duty]:
    """This function will return every duty open for the child, with its basis and day."""
    found = []
    for one in dues:
        when, note = one.when()
        found.append(Duty(what=one.title(name), basis=one.basis, why=one.why(), when=when, note=note, late=one.late))
    return found


def plan_of(child_id: str, *, today: date) -> list[Fact]:
    """This function will return what each plan in force must still change, and who does what by when."""
    on = Q(started_on__lte=today) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    plans = [
        row.pk
        for model in (ChildProtectionPlan, ChildInNeedPlan, Pathway)
        for row in model.objects.filter(on, child_id=child_id)
    ]
    found = [one for plan_id in plans for one in outcomes_of(plan_id) if one.unmet]
    names = worker_names(action.owner_id for one in found for action in one.actions)
    return [_outcome(one, names, today) for one in found]


def next_visits_told(child_id: str, *, today: date) -> list[str]:
    """This function will return the visits to come that are in a diary, or were named to the child at the last one."""
    rows = list(
        DiaryEntry.objects.filter(
            child_id=child_id, kind="visit", visit=None, cancelled_on=None, planned_on__gte=today
        ).order_by("planned_on")
    )
    names = worker_names(row.worker_id for row in rows)
    found = []
    for row in rows:
        at = f", {clock(row.starts_at)}" if row.starts_at else ""
        who = names.get(row.worker_id or "", NO_WORKER_NAME)
        found.append(f"A visit on {day(row.planned_on, today)}{at}, in the diary of {who}.")
    told = VisitNote.objects.filter(child_id=child_id, next_on__gte=today).values_list("next_on", flat=True)
    unplanned = {on for on in told if on} - {row.planned_on for row in rows}
    found += [f"The next visit was named for {day(on, today)}; it is in no diary." for on in sorted(unplanned)]
    return found


def days_that_matter(child: Child, *, today: date) -> list[Fact]:
    """This function will return the days of the next three months: court, conferences, reviews, a birthday."""
    until = today + AHEAD
    found = [(one.on, one.what) for one in days_set([child.pk], since=today, until=until)]
    noted = MeetingNote.objects.filter(child=child, next_on__range=(today, until)).values_list("next_on", flat=True)
    found += [(on, "Next meeting, as the last one set it") for on in set(noted) if on]
    if child.born_on and child.died_on is None:
        turns = age_on(child.born_on, today) + 1
        on = birthday(child.born_on, turns)
        if on <= until:
            found.append((on, f"Birthday: {turns}"))
    return [Fact(name=day(on, today), value=what) for on, what in sorted(found)]


def _outcome(one: Planned, names: dict[str, str], today: date) -> Fact:
    by = f", by {date_only(one.outcome.due_on, today)}" if one.outcome.due_on else ""
    late = one.late_actions(today)
    todo = []
    for action in one.actions:
        if action.done_on is None:
            who = names.get(action.owner_id or "", "") or action.owner_words or NO_WORKER_NAME
            when = f", by {date_only(action.due_on, today)}" if action.due_on else ""
            todo.append(f"{action.words} ({who}{when})")
    return Fact(
        name=f"{one.outcome.outcome}{by}",
        value="; ".join(todo) or "Nothing is agreed yet that would bring it about",
        tag=Tag(f"{len(late)} late", "late") if late else None,
    )
