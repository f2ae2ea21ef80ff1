"""The calendar: a month as a table, or the same as an agenda: duties, the diary and leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.workdays import bank_holidays
from onechild.service.access.viewer import Request, needs
from onechild.service.desk.duties import Children, children_of, groups_of
from onechild.service.desk.links import change_plan, child_page, page_named
from onechild.service.desk.my_day.day import asked_of
from onechild.service.govuk.parts import Link
from onechild.service.govuk.words import clock
from onechild.service.record.models import Absence
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.diary.cover import covered_by
from onechild.service.record.queries.diary.planned import Planned, planned
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.names import together

A_WEEK = timedelta(days=7)
FIRST, LAST = date(1990, 1, 1), date(2059, 12, 1)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing of a day: its time, if it has one, its words, and a word where it is late or not written up."""

    words: str
    at: str = ""
    href: str = ""
    mark: str = ""
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class Square:
    """A day of the month; `other` days are of the weeks' ends and belong to the months beside it."""

    on: date
    other: bool
    today: bool
    off: str
    items: Sequence[Item]

    @property
    def label(self) -> str:
        """ "Friday 27 November"."""
        return f"{self.on:%A} {self.on.day} {self.on:%B}"


@needs("see_own_children")
def calendar(request: Request) -> HttpResponse:
    """Show a month of the viewer's days, as a table or with ?as=agenda as a list; ?month=2026-11 asks for another."""
    first = _asked(request.GET.get("month", ""), request.today)
    items, shown = _items(request, first)
    request.seen(shown, what="my calendar")
    agenda = request.GET.get("as") == "agenda"
    weeks = _weeks(first, items, request.today)
    context = {
        "title": f"{first:%B %Y}",
        "weeks": weeks,
        "days": [square for week in weeks for square in week if not square.other and (square.items or square.today)],
        "agenda": agenda,
        "ways": [
            Link("Month", _address(first), current=not agenda),
            Link("Agenda", _address(first, agenda=True), current=agenda),
        ],
        "before": _beside(first - timedelta(days=1), agenda),
        "after": _beside(first + timedelta(days=31), agenda),
        "here": None if first == request.today.replace(day=1) else Link("This month", _address(None, agenda=agenda)),
        "feed": page_named("calendar-feed-own"),
        "my_day": reverse("my-day"),
    }
    return render(request, "desk/calendar.html", context)


def _asked(month: str, today: date) -> date:
    """The first day of the month asked for; of this one for nonsense."""
    try:
        asked = date.fromisoformat(f"{month}-01")
    except ValueError:
        return today.replace(day=1)
    return asked if FIRST <= asked <= LAST else today.replace(day=1)


def _items(request: Request, first: date) -> tuple[dict[date, list[Item]], set[str]]:
    """What stands on each day of the month, and the children named: at most eight queries."""
    worker_id, today = request.viewer.worker_id or "", request.today
    last = _month_end(first)
    held, covering = held_by(worker_id, today=today), covered_by(worker_id, today=today)
    covered = {one.child_id: one.last_day for one in covering}
    dues = due_for(list(dict.fromkeys([*(one.child_id for one in held), *covered])), today=today, until=last)
    asked = [due for due in asked_of(held, dues) if due.due_on >= first]
    asked += [
        due
        for due in dues
        if due not in asked
        and due.words.next_kind == "visit"
        and first <= due.due_on <= covered.get(due.child_id, date.min)
    ]
    plans = [one for one in planned([worker_id], since=first, until=last) if worker_id and one.planned_on >= first]
    children = children_of({due.child_id for due in asked} | {plan.child_id for plan in plans}, today=today)
    found: dict[date, list[Item]] = defaultdict(list)
    for on, item in (*_plans(plans, children, today), *_duties(asked, children), *_leave(worker_id, first, last)):
        found[on].append(item)
    return found, set(children.heads)


def _plans(plans: Iterable[Planned], children: Children, today: date) -> Iterable[tuple[date, Item]]:
    rounds: dict[tuple[date, str], list[Planned]] = defaultdict(list)
    for plan in plans:
        if plan.child_id in children.heads:
            rounds[(plan.planned_on, plan.round_id)].append(plan)
    for (on, _), held in rounds.items():
        first, whom = held[0], together([children.heads[plan.child_id] for plan in held])
        missed = any(plan.unwritten(today) for plan in held)
        done = first.kind == "visit" and first.written
        head = children.heads[first.child_id]
        item = Item(
            at=clock(first.starts_at) if first.starts_at else "",
            words=f"{'Visit' if first.kind == 'visit' else 'Meeting about'} {whom}",
            href=change_plan(first) if first.ours else child_page(head.la_child_id),
            mark="Not recorded: counts as not seen" if missed else "Recorded" if done else "Planned",
            late=missed,
        )
        yield on, item


def _duties(dues: Sequence[Due], children: Children) -> Iterable[tuple[date, Item]]:
    for group in groups_of(dues, children):
        heads = [children.heads[child_id] for child_id in group.child_ids]
        due = group.first
        yield (
            due.due_on,
            Item(
                words=due.title(together(heads)),
                href=child_page(heads[0].la_child_id),
                mark="Late" if due.late else "Due",
                late=due.late,
            ),
        )


def _leave(worker_id: str, first: date, last: date) -> Iterable[tuple[date, Item]]:
    """One's own days away, without why."""
    open_then = Q(ended_on__isnull=True) | Q(ended_on__gt=first)
    for spell in Absence.objects.filter(open_then, worker_id=worker_id, started_on__lte=last) if worker_id else ():
        on = max(spell.started_on, first)
        until = min(spell.ended_on or date.max, last + timedelta(days=1))
        while on < until:
            yield on, Item(words="You are away")
            on += timedelta(days=1)


def _weeks(first: date, items: dict[date, list[Item]], today: date) -> list[list[Square]]:
    off = {holiday.date: holiday.name for holiday in bank_holidays().values()}
    monday, last, weeks = first - timedelta(days=first.weekday()), _month_end(first), []
    while monday <= last:
        days = [monday + timedelta(days=number) for number in range(7)]
        weeks.append(
            [
                Square(on=on, other=on.month != first.month, today=on == today, off=off.get(on, ""), items=items[on])
                for on in days
            ]
        )
        monday += A_WEEK
    return weeks


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _beside(on: date, agenda: bool) -> Link:
    first = on.replace(day=1)
    return Link(f"{first:%B %Y}", _address(first, agenda=agenda))


def _address(first: date | None, *, agenda: bool = False) -> str:
    asked = [*([f"month={first:%Y-%m}"] if first else []), *(["as=agenda"] if agenda else [])]
    return f"{reverse('calendar')}{'?' if asked else ''}{'&'.join(asked)}"
