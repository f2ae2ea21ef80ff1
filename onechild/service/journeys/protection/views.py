"""The list of protection: discussions and enquiries open, conferences to come, and what plans are due."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.workdays import LONDON
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import clock, day, due_parts
from onechild.service.journeys.protection.conference.queries import KINDS
from onechild.service.journeys.protection.opening import way
from onechild.service.journeys.protection.queries import Work, held_by, open_work
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names

SHOWS = {"mine": "Mine", "teams": "My teams’", "all": "All I may open"}
PLAN_CLOCKS = {
    "first-core-group": "core",
    "core-group": "core",
    "review-child-protection-conference": "review",
    "child-protection-visit": "visit",
}
MOST = 200


@needs("do_casework", "approve_work", "chair_conference", "see_team", "see_all_children")
def protection(request: SignedIn) -> HttpResponse:
    """What is open, for the viewer's own children, their teams', or all whom they may open."""
    held, show = held_by(request.viewer, today=request.today), request.GET.get("show", "")
    if show not in SHOWS:
        show = "mine" if held.mine else "teams" if held.teams else "all"
    asked = {"mine": held.mine, "teams": held.both, "all": None}[show]
    work = open_work(asked, today=request.today)
    named = heads(work.child_ids(), today=request.today)
    request.seen(named, what="the list of child protection")
    dues = due_for(list(named), today=request.today)
    context = {
        "tabs": [
            Link(words, f"{reverse('protection')}?show={key}", current=key == show) for key, words in SHOWS.items()
        ],
        "discussions": _discussions(work, named),
        "enquiries": _enquiries(work, named, dues, request.today),
        "conferences": _conferences(work, named, request.today),
        "plans": _plans(work, named, dues, request.today),
        "counts": {
            "discussions": len(work.discussions),
            "enquiries": len(work.enquiries),
            "conferences": len(work.conferences),
            "plans": len(work.plans),
        },
        "most": MOST,
    }
    return render(request, "protection/list.html", context)


def _discussions(work: Work, named: dict[str, Head]) -> Table:
    rows: list[list[object]] = [
        [
            _child(named[row.child_id], way("strategy", named[row.child_id].la_child_id, row.discussion_id)),
            row.opened_by_name,
            f"{row.opened_at.astimezone(LONDON):%d/%m, %H:%M}" if row.opened_at else "",
        ]
        for row in work.discussions
        if row.child_id in named
    ]
    return Table(
        label="Strategy discussions that are not held yet",
        columns=[Column("Child"), Column("Opened by"), Column("When")],
        rows=rows,
        empty="No strategy discussion is waiting to be held.",
    )


def _enquiries(work: Work, named: dict[str, Head], dues: list[Due], today: date) -> Table:
    soonest = _by(dues, {"section-47-outcome": "outcome", "section-47-child-seen": "seen"}, today)
    workers = worker_names(row.worker_id for row in work.enquiries)
    rows: list[list[object]] = [
        [
            _child(named[row.child_id], way("enquiry", named[row.child_id].la_child_id, row.pk)),
            day(row.started_on, today, short=True),
            _worker(row.worker_id, workers),
            soonest.get((row.child_id, "seen"), "") or soonest.get((row.child_id, "outcome"), ""),
            day(row.conference_target_on, today, short=True) if row.conference_target_on else "",
        ]
        for row in work.enquiries[:MOST]
        if row.child_id in named
    ]
    return Table(
        label="Section 47 enquiries open",
        columns=[Column("Child"), Column("Began"), Column("Worker"), Column("Due"), Column("Conference by")],
        rows=rows,
        empty="No section 47 enquiry is open.",
    )


def _conferences(work: Work, named: dict[str, Head], today: date) -> Table:
    chairs = worker_names(row.chair_id for row in work.conferences)
    rows: list[list[object]] = [
        [
            _child(named[row.child_id], way("conference", named[row.child_id].la_child_id, row.pk)),
            KINDS[row.conference_kind].split(" ")[0],
            _planned(row, today),
            chairs.get(row.chair_id or "", ""),
        ]
        for row in work.conferences[:MOST]
        if row.child_id in named
    ]
    return Table(
        label="Conferences to come",
        columns=[Column("Child"), Column("Kind"), Column("When"), Column("Chair")],
        rows=rows,
        empty="No conference is arranged.",
    )


def _plans(work: Work, named: dict[str, Head], dues: list[Due], today: date) -> Table:
    soonest = _by(dues, PLAN_CLOCKS, today)
    rows: list[list[object]] = [
        [
            _child(named[row.child_id], way("protection-plan", named[row.child_id].la_child_id, row.pk)),
            code_in_words("abuse_category", row.latest_category or row.initial_category),
            day(row.started_on, today, short=True),
            *(soonest.get((row.child_id, part), "") for part in ("visit", "core", "review")),
        ]
        for row in work.plans[:MOST]
        if row.child_id in named
    ]
    return Table(
        label="Child protection plans",
        columns=[
            *(Column("Child"), Column("Category"), Column("Since")),
            *(Column("Next visit"), Column("Next core group"), Column("Next review")),
        ],
        rows=rows,
        empty="No child is on a child protection plan.",
    )


def _worker(worker_id: str | None, names: dict[str, str]) -> object:
    return names.get(worker_id, NO_WORKER_NAME) if worker_id else Tag("Nobody", "missing")


def _planned(row: Any, today: date) -> str:
    if row.planned_for is None:
        return ""
    at = row.planned_for.astimezone(LONDON)
    return f"{day(at.date(), today, short=True)}, {clock(at.time())}"


def _by(dues: list[Due], parts: dict[str, str], today: date) -> dict[tuple[str, str], Cell]:
    """The earliest of each part of the work, by child."""
    found: dict[tuple[str, str], Cell] = {}
    for one in sorted(dues, key=lambda one: one.due_on):
        if one.clock in parts:
            said = due_parts(one.due_on, today, unit=one.unit)
            late = Tag(said.when, "late") if one.late else None
            cell = Cell(text="" if late else said.when, tag=late, note=said.note)
            found.setdefault((one.child_id, parts[one.clock]), cell)
    return found


def _child(head: Head, href: str) -> Cell:
    return Cell(text=head.name, href=href, strong=True)
