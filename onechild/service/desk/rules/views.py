"""The rules pages: every clock by topic, and one clock with its law. Of children they hold counts alone."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.service.access.viewer import Request
from onechild.service.desk.rules import listing
from onechild.service.desk.rules.counts import counts_of
from onechild.service.desk.rules.example import drawn_example
from onechild.service.desk.rules.saying import rule_of
from onechild.service.record.actions.clocks import rebuild_needed, standards


def rules(request: Request) -> HttpResponse:
    """Every clock by topic, found by words of its title; and the rows of the reference that are no clocks."""
    typed = request.GET.get("q", "").strip()
    found = listing.found(typed)
    context = {
        "typed": typed,
        "topics": listing.topics(found, counts_of([one.key for one in found], now=request.now, done=False)),
        "count": len(found),
        "all": len(CLOCKS),
        "others": listing.not_clocks(typed),
        "waits": rebuild_needed(),
    }
    return render(request, "desk/rules/index.html", context)


def rule(request: Request, clock_key: str) -> HttpResponse:
    """One clock: its law in plain words, who owes it, an example, its versions, and how it stands today."""
    clock = next((one for one in CLOCKS if one.key == clock_key), None)
    if clock is None:
        raise Http404("There is no such rule.")
    set_here = standards()
    context = {
        "rule": rule_of(clock, standards=set_here),
        "example": drawn_example(clock, today=request.today, standards=set_here),
        "counts": counts_of([clock.key], now=request.now).get(clock.key) if clock.subject_kind == "child" else None,
        "of_children": clock.subject_kind == "child",
        "waits": rebuild_needed(),
    }
    return render(request, "desk/rules/rule.html", context)
