"""The pages that are read: everybody around a child with what is noted of them, and the family drawn."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.people.network.page import network_of
from onechild.service.journeys.people.queries import around
from onechild.service.record.queries.names import heads

SAID = {
    "added": "Added to the people around the child.",
    "changed": "What is recorded of this person is changed.",
    "noted": "It is noted beside what the case system says.",
    "ended": "It is ended from the day you said. It stays to be read.",
    "contact": "How to reach them is added. Letters are checked against it.",
    "contact_ended": "It is ended. Letters are no longer checked against it.",
}
WHAT = "the people around the child"


def people(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Everybody around the child, now and before, with what they may decide and how to reach them."""
    child = open_child(request, la_child_id, what=WHAT)
    found = around(child, today=request.today)
    head = heads([child.pk], today=request.today)[child.pk]
    request.seen([one.head.child_id for one in found if one.head], what=WHAT)
    context = {
        "child": child,
        "head": head,
        "now": [one for one in found if one.now],
        "before": [one for one in found if not one.now],
        "said": SAID.get(request.GET.get("saved", ""), ""),
        "may_edit": request.viewer.may("edit_child"),
        "may_write": request.viewer.may("do_casework"),
    }
    return render(request, "people/people.html", context)


def network(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The family drawn, with a list that says exactly the same."""
    child = open_child(request, la_child_id, what="the family network of the child")
    found = around(child, today=request.today)
    head = heads([child.pk], today=request.today)[child.pk]
    request.seen([one.head.child_id for one in found if one.head], what="the family network of the child")
    ended_too = request.GET.get("before") == "yes"
    context = {"child": child, "head": head, "ended_too": ended_too}
    return render(
        request,
        "people/network.html",
        context | network_of(head, child.sex or "", found, today=request.today, ended_too=ended_too),
    )
