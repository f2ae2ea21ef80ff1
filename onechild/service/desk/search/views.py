"""The search page, and the same search before any record is made."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, needs
from onechild.service.desk.search.before_create import said_of
from onechild.service.desk.search.results import SIZE, in_order, restricted_lines, results_of
from onechild.service.govuk.listing import page_asked
from onechild.service.record.queries.search.asked import read_asked
from onechild.service.record.queries.search.finding import find


@needs("see_own_children", "see_all_children")
def search(request: Request) -> HttpResponse:
    """Find children, the adults around them, and workers, by what was typed in the one box."""
    asked = read_asked(request.GET.get("q", ""), today=request.today)
    found = find(asked)
    results = results_of(page_asked(request.GET, in_order(found), size=SIZE), today=request.today)
    restricted = restricted_lines(found, request.viewer)
    if results.child_ids or restricted:
        request.seen(results.child_ids, what="search")
    context = {"asked": asked, "results": results, "restricted": restricted, "sentence": said_of(asked, results.count)}
    return render(request, "desk/search.html", context)
