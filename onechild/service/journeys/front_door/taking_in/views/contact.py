"""The page of a contact: what was said, whom it is about, how urgent it is."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.front_door.taking_in.access import WRITES, open_contact
from onechild.service.journeys.front_door.taking_in.queries.contact import DONE, page_of, who_told
from onechild.service.record.models import Intake
from onechild.service.record.queries.names import worker_names

SAVED = {
    "received": "Contact recorded.",
    "received-again": "This contact was recorded before: here it is.",
    "linked": "Linked. The contact now stands on the child’s record.",
    "made": "A new record was made and linked.",
    "unlinked": "The link is undone.",
    "edited": "Saved.",
    "urgency": "Saved.",
    "adult": "Recorded as a relation.",
    "siblings": "Recorded as brothers and sisters: their work is offered together from now on.",
    "joined": "Joined.",
    "unjoined": "No longer joined.",
}


def contact(request: SignedIn, intake_id: str, *, said: str = "", status: int = 200) -> HttpResponse:
    """Show a contact; a search for one of its children is sent here and changes nothing."""
    intake = open_contact(request, intake_id, what="a contact at the front door", writes=False)
    searching = request.method == "POST" and "search" in request.POST
    if searching:
        check(request.viewer, WRITES)
    writes = request.viewer.may(WRITES)
    asked = {request.POST["search"]: request.POST.get("typed", "").strip()} if searching else {}
    page = page_of(intake, viewer=request.viewer, today=request.today, writes=writes, searched=asked)
    request.seen(page.child_ids, what="a contact at the front door")
    names = worker_names([intake.holder_id, intake.screener_id])
    context = {
        "page": page,
        "intake": intake,
        "writes": writes and intake.stage not in DONE,
        "may_make": request.viewer.sees_all,
        "who_told": who_told(intake),
        "holder": names.get(intake.holder_id or "", ""),
        "asked": asked,
        "said": said,
        "saved": SAVED.get(request.GET.get("saved", ""), ""),
        "onward": onward(intake),
        "may_go_on": bool(onward(intake)) and (writes or request.viewer.may("decide_contact")),
        "no_priority": Tag("No priority yet", "missing"),
        "worry": Tag("May harm the child", "over"),
    }
    return render(request, "front_door/contact.html", context, status=status)


def onward(intake: Intake) -> str:
    """This function will return where a contact goes on from here; nothing where that page is not there."""
    try:
        return reverse("front-door-decide", args=[intake.pk])
    except NoReverseMatch:
        return ""
