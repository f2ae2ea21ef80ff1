"""What can be started for a child, gathered from every journey: "Add something new"."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from onechild.service.access.gate import open_child
from onechild.service.access.viewer import Request
from onechild.service.desk.children.frame import frame_of
from onechild.service.govuk.parts import Fact
from onechild.service.journeys.allocation.ways import WAYS as ALLOCATION
from onechild.service.journeys.assessment.ways import WAYS as ASSESSMENT
from onechild.service.journeys.case_notes.ways import WAYS as NOTES
from onechild.service.journeys.front_door.ways import WAYS as FRONT_DOOR
from onechild.service.journeys.letters.ways import WAYS as LETTERS
from onechild.service.journeys.people.ways import WAYS as PEOPLE
from onechild.service.journeys.promises.ways import WAYS as PROMISES
from onechild.service.journeys.protection.ways import WAYS as PROTECTION
from onechild.service.journeys.sensitive.ways import WAYS as SENSITIVE
from onechild.service.journeys.support.ways import WAYS as SUPPORT
from onechild.service.record.models import Child

Ways = tuple[tuple[str, str, str, str], ...]
OWN: Ways = (
    ("visit-new", "Record a visit", "Once for brothers and sisters seen together.", "record_visit"),
    ("diary-new", "Plan a visit or a meeting", "It stands in your diary.", "record_visit"),
    ("child-warning-new", "Add a warning", "What to know before visiting, ringing or writing.", "edit_child"),
)
PARTS: tuple[tuple[str, Ways], ...] = (
    ("Visits, notes and warnings", OWN[:2] + NOTES + OWN[2:]),
    ("Keeping the child safe", PROTECTION + SENSITIVE),
    ("Assessment, help and closing", FRONT_DOOR + ASSESSMENT + SUPPORT),
    ("Who works with the child, and what was promised", ALLOCATION + PROMISES),
    ("Family and letters", PEOPLE + LETTERS),
)
"""Headings, each with what it starts: a page's name, its words, a hint, and the permission it needs."""


def add(request: Request, la_child_id: str) -> HttpResponse:
    """List what the viewer may start for this child, by kind of work."""
    child = open_child(request, la_child_id, what="what can be added to the child's record")
    parts = [(title, found) for title, ways in PARTS if (found := _open(ways, child, request))]
    return render(request, "desk/children/add.html", {"frame": frame_of(request, child), "parts": parts})


def _open(ways: Ways, child: Child, request: Request) -> list[Fact]:
    found = []
    for page, text, hint, needs in ways:
        if needs and not request.viewer.may(needs):
            continue
        try:
            found.append(Fact(value=text, note=hint, href=reverse(page, args=[child.la_child_id])))
        except NoReverseMatch:
            continue
    return found
