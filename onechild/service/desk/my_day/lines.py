"""The lines of a day, each with its children, its day and which part of the page it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Beside, Children, line
from onechild.service.desk.links import change_plan, child_page, new_visit
from onechild.service.govuk.parts import Duty, Link
from onechild.service.govuk.words import clock
from onechild.service.govuk.words import day as day_words
from onechild.service.record.queries.caseload import around
from onechild.service.record.queries.diary.planned import Planned
from onechild.service.record.queries.due import Due, Group
from onechild.service.record.queries.names import joined, together, worker_names

Part = Literal["late", "today", "unwritten", "week", "next"]
UNWRITTEN = (
    "It was planned, and nothing is written, so it counts as not seen. Record it, or say that it did not happen."
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: a duty, or something planned. `visit` says that it is a journey to make or to write up."""

    part: Part
    on: date
    child_ids: tuple[str, ...]
    duty: Duty
    visit: bool


def end_of_week(today: date) -> date:
    """The Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())


def end_of_next_week(today: date) -> date:
    """The Sunday of the week after this one."""
    return today + timedelta(days=13 - today.weekday())


def part_of(on: date, today: date) -> Part:
    """This function will return where something due on a day stands."""
    if on < today:
        return "late"
    if on == today:
        return "today"
    return "week" if on <= end_of_week(today) else "next"


def of_duties(
    groups: Sequence[Group],
    children: Children,
    *,
    led: Collection[str],
    viewer: Viewer,
    beside: Beside,
    today: date,
    names: Mapping[str, str],
) -> list[Line]:
    """This function will return the lines of duties, the earliest first: at most two queries.

    Of the children in `led` the viewer owes what their lead worker owes; whoever else owes something is named.
    """
    elsewhere = {group.first.child_id for group in groups if not _own(group.first, led, beside)}
    parts = around(sorted(elsewhere), today=today) if elsewhere else {}
    known = {**names, **worker_names(one.worker_id for held in parts.values() for one in held)}
    return [
        Line(
            part=part_of(group.first.due_on, today),
            on=group.first.due_on,
            child_ids=group.child_ids,
            duty=line(
                group,
                children,
                viewer=viewer,
                around={} if _own(group.first, led, beside) else parts,
                names=known,
                beside=beside,
            ),
            visit=group.first.words.next_kind == "visit",
        )
        for group in groups
    ]


def of_plans(plans: Iterable[Planned], children: Children, *, viewer: Viewer, today: date) -> list[Line]:
    """This function will return what is planned or waits to be written up, children of one round together."""
    seen = [plan for plan in plans if plan.child_id in children.heads and _stands(plan, today)]
    ordered = sorted(seen, key=lambda plan: (plan.planned_on, plan.round_id, plan.kind, plan.child_id))
    rounds = groupby(ordered, key=lambda plan: (plan.planned_on, plan.round_id, plan.unwritten(today)))
    return [_planned(list(found), children, viewer, today) for _, found in rounds]


def _own(due: Due, led: Collection[str], beside: Beside) -> bool:
    return due.owner == "lead" and (due.child_id in led or due.child_id in beside.covered)


def _stands(plan: Planned, today: date) -> bool:
    """Whether there is something to say of it: to come or today and not yet written, or past and not written."""
    return plan.unwritten(today) or (plan.planned_on >= today and (not plan.written or plan.kind == "meeting"))


def _planned(plans: list[Planned], children: Children, viewer: Viewer, today: date) -> Line:
    first, found = plans[0], [children.heads[plan.child_id] for plan in plans]
    missed, whom = first.unwritten(today), joined([head.first_name for head in found])
    record = Link("Record this visit", new_visit(found[0].la_child_id), hidden=f"to {whom}")
    opened = Link("Open record", child_page(found[0].la_child_id), hidden=f"of {whom}")
    change = [Link("Change the plan", change_plan(first), hidden=f"for {whom}")] if first.ours else []
    come = first.kind == "visit" and first.planned_on <= today and viewer.may("record_visit")
    next_way, *others = [record, *change] if come else [*change, opened]
    return Line(
        part="unwritten" if missed else part_of(first.planned_on, today),
        on=first.planned_on,
        child_ids=tuple(plan.child_id for plan in plans),
        duty=Duty(
            what=f"{'Visit' if first.kind == 'visit' else 'Meeting about'} {together(found)}",
            href=child_page(found[0].la_child_id),
            after=joined([age for head in found if (age := head.age(today))] or [""]),
            tags=children.tags([plan.child_id for plan in plans]),
            why=UNWRITTEN if missed else _why(first),
            when=_when(first, today),
            note="planned" if missed else _note(first, today),
            next=next_way,
            also=others,
        ),
        visit=first.kind == "visit",
    )


def _why(plan: Planned) -> str:
    """ "In your diary: child protection plan, at school, 60 minutes."."""
    long = f"{plan.minutes} minutes" if plan.minutes else ""
    parts = [part for part in (plan.purpose_words.lower(), plan.place, long) if part]
    where = "In your diary" if plan.ours else "Planned in another system"
    return f"{where}{': ' if parts else ''}{', '.join(parts)}."


def _when(plan: Planned, today: date) -> str:
    if plan.planned_on == today:
        return clock(plan.starts_at) if plan.starts_at else "Today"
    return day_words(plan.planned_on, today, short=True)


def _note(plan: Planned, today: date) -> str:
    if plan.planned_on == today:
        return "today, planned" if plan.starts_at else "planned"
    return f"{clock(plan.starts_at)}, planned" if plan.starts_at else "planned"
