"""All of one child's protection, past and present: discussions, enquiries, conferences and plans, each to be opened."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from onechild.knowledge.workdays import LONDON
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import clock, day
from onechild.service.journeys.protection.conference.queries import KINDS
from onechild.service.journeys.protection.opening import Opened, opened, warnings_of, way
from onechild.service.record.models import (
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    EnquiryNote,
    Section47Enquiry,
    StrategyDiscussion,
    StrategyNote,
)
from onechild.service.record.models.fields import code_in_words

OPEN = Tag("Open", "cp")


def protection(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The child's protection, the newest first."""
    page = opened(request, la_child_id, what="the child's protection")
    context = {
        "child": page.child,
        "head": page.head,
        "tables": [
            ("Child protection plans", "plans", _plans(page, request.today)),
            ("Conferences", "conferences", _conferences(page, request.today)),
            ("Section 47 enquiries", "enquiries", _enquiries(page, request.today)),
            ("Strategy discussions", "discussions", _discussions(page, request.today)),
        ],
        "may": request.viewer.may("do_casework"),
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/of_child.html", context)


def _plans(page: Opened, today: date) -> Table:
    rows: list[list[object]] = [
        [
            _to(page, "protection-plan", row.pk, day(row.started_on, today)),
            code_in_words("abuse_category", row.latest_category or row.initial_category),
            day(row.ended_on, today) if row.ended_on else OPEN,
            code_in_words("plan_end_reason", row.end_reason),
        ]
        for row in ChildProtectionPlan.objects.filter(child=page.child).order_by("-started_on", "-pk")
    ]
    columns = [Column("Began"), Column("Category"), Column("Ended"), Column("Why")]
    return Table(label="Child protection plans", columns=columns, rows=rows, empty="Never on a plan.")


def _conferences(page: Opened, today: date) -> Table:
    arranged = list(ConferenceArrangement.objects.filter(child=page.child).order_by("-planned_for", "-pk"))
    by_conference = {row.conference_id: row.pk for row in arranged if row.conference_id}
    rows: list[list[object]] = [
        [
            _to(page, "conference", row.pk, _planned(row, today)),
            KINDS[row.conference_kind],
            Tag("Called off") if row.cancelled_on else Tag("To come", "cp"),
        ]
        for row in arranged
        if not row.conference_id
    ]
    for held in Conference.objects.filter(child=page.child).order_by("-happened_on", "-pk"):
        key = by_conference.get(held.pk)
        when = day(held.happened_on, today)
        what = _to(page, "conference", key, when) if key else Cell(text=when, strong=True)
        rows.append([what, KINDS[held.conference_kind], _led_to(held)])
    columns = [Column("When"), Column("Kind"), Column("What came of it")]
    return Table(label="Conferences", columns=columns, rows=rows, empty="No conference is recorded.")


def _enquiries(page: Opened, today: date) -> Table:
    concluded = {note.enquiry_id: note for note in EnquiryNote.objects.filter(child=page.child).exclude(concluded="")}
    rows: list[list[object]] = [
        [
            _to(page, "enquiry", row.pk, day(row.started_on, today)),
            day(row.ended_on, today) if row.ended_on else OPEN,
            concluded[row.pk].get_concluded_display() if row.pk in concluded and row.ended_on else "",
        ]
        for row in Section47Enquiry.objects.filter(child=page.child).order_by("-started_on", "-pk")
    ]
    columns = [Column("Began"), Column("Ended"), Column("Concluded")]
    return Table(label="Section 47 enquiries", columns=columns, rows=rows, empty="No enquiry is recorded.")


def _discussions(page: Opened, today: date) -> Table:
    notes = {note.discussion_id: note for note in StrategyNote.objects.filter(child=page.child)}
    rows: list[list[object]] = [
        [
            _to(page, "strategy", note.discussion_id, f"Opened by {note.opened_by_name}"),
            Tag("To be held", "missing"),
        ]
        for note in notes.values()
        if not note.decided
    ]
    for held in StrategyDiscussion.objects.filter(child=page.child).order_by("-happened_on", "-pk"):
        note = notes.get(held.pk)
        began = "Began an enquiry" if held.began_enquiry else ""
        said = note.get_decided_display() if note else began
        rows.append([_to(page, "strategy", held.pk, day(held.happened_on, today)), said])
    columns = [Column("When"), Column("Decided")]
    return Table(label="Strategy discussions", columns=columns, rows=rows, empty="No discussion is recorded.")


def _to(page: Opened, name: str, key: str, words: str) -> Cell:
    return Cell(text=words, href=way(name, page.child.la_child_id, key), strong=True)


def _planned(row: ConferenceArrangement, today: date) -> str:
    if row.planned_for is None:
        return "No day yet"
    at = row.planned_for.astimezone(LONDON)
    return f"{day(at.date(), today)}, {clock(at.time())}"


def _led_to(held: Conference) -> str:
    if held.conference_kind == "review":
        return _either(held.plan_continues, "The plan goes on", "The plan is no longer needed")
    return _either(held.led_to_plan, "A child protection plan", "No plan")


def _either(said: bool | None, yes: str, no: str) -> str:
    return "" if said is None else yes if said else no
