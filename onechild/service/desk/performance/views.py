"""The performance pages: all measures, one measure, and the caseload report of two days."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.service.access.viewer import Request, needs
from onechild.service.desk.performance import stored
from onechild.service.desk.performance.index import topics
from onechild.service.desk.performance.measure_page import NoSuchDay, measure_context
from onechild.service.desk.performance.report_page import caseload_context

FIGURES = ("see_figures", "see_figures_suppressed")


@needs(*FIGURES)
def performance(request: Request) -> HttpResponse:
    """Show every measure with its figure, which way is better, and the way to its page."""
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    context = {"standing": standing, "topics": topics(request), "public": stored.is_public(request.viewer)}
    return render(request, "desk/performance/index.html", context)


@needs(*FIGURES)
def caseload(request: Request) -> HttpResponse:
    """Show the caseload report of two days, and the workers of a team."""
    standing = stored.standing()
    kept = stored.reports_kept(request.viewer) if standing else []
    if standing is None or not kept:
        return _not_yet(request)
    context = {"standing": standing, **caseload_context(request, kept)}
    status = 404 if context.get("not_kept") else 200
    return render(request, "desk/performance/caseload.html", context, status=status)


@needs(*FIGURES)
def measure(request: Request, key: str) -> HttpResponse:
    """Show one measure: the figure, its months, its teams, the children behind it and what it means."""
    if key not in MEASURES:
        raise Http404("There is no such measure.")
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    try:
        context = {"standing": standing, **measure_context(request, MEASURES[key], standing)}
    except NoSuchDay as missing:
        context = {"measure": MEASURES[key], "missing": missing}
        return render(request, "desk/performance/no_such_day.html", context, status=404)
    return render(request, "desk/performance/measure.html", context)


def _not_yet(request: Request) -> HttpResponse:
    """Nothing was worked out yet, or not for this viewer: say when it will be, and no more."""
    return render(request, "desk/performance/not_yet.html")
