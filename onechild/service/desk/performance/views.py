"""The performance pages: areas, a scorecard, one measure, what changed, and the caseload report of two days."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.service.access.viewer import Request, needs
from onechild.service.desk.links import page_named
from onechild.service.desk.performance import asking, stored
from onechild.service.desk.performance.changes.page import changes_context
from onechild.service.desk.performance.measure import page
from onechild.service.desk.performance.measure.download import as_csv
from onechild.service.desk.performance.report_page import caseload_context
from onechild.service.desk.performance.scorecard.areas import AREAS
from onechild.service.desk.performance.scorecard.page import NoSuchDay, index_context, scorecard_context
from onechild.service.govuk.parts import Fact, Link

FIGURES = ("see_figures", "see_figures_suppressed")


@needs(*FIGURES)
def performance(request: Request) -> HttpResponse:
    """Show the areas of the journey, how many measures of each stand out, and the pages that read across them."""
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    context = {"standing": standing, "across": _across(request), **index_context(request, standing)}
    return render(request, "desk/performance/index.html", context)


@needs(*FIGURES)
def scorecard(request: Request, slug: str) -> HttpResponse:
    """Show the scorecard of an area: each measure a line."""
    if slug not in AREAS:
        raise Http404("There is no such area.")
    area = AREAS[slug]
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    try:
        context = {"standing": standing, **scorecard_context(request, area, standing)}
    except NoSuchDay as missing:
        return _no_such_day(request, area.title, missing)
    return render(request, "desk/performance/scorecard.html", context)


@needs(*FIGURES)
def changes(request: Request) -> HttpResponse:
    """Show what changed in a month, in sentences."""
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    try:
        context = {"standing": standing, **changes_context(request, standing)}
    except NoSuchDay as missing:
        return _no_such_day(request, "What changed", missing)
    return render(request, "desk/performance/changes.html", context)


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
    """Show one measure: the figure, its months, its groups, others beside it, what it means and the rows behind it."""
    if key not in MEASURES:
        raise Http404("There is no such measure.")
    standing = stored.standing()
    if standing is None:
        return _not_yet(request)
    try:
        this = page.shown(request, MEASURES[key], standing)
    except page.NoSuchDay as missing:
        return _no_such_moment(request, MEASURES[key], missing.kept)
    if request.GET.get("as") == "csv":
        return as_csv(this.account, this.measure, this.moment, page.groups_shown(request, this))
    context = {"standing": standing, **page.measure_context(request, this)}
    return render(request, "desk/performance/measure.html", context)


def _across(request: Request) -> list[Fact]:
    """The pages that read across areas, as far as this copy has them and the viewer may open them."""
    pages = [
        ("changes", "What changed since last month", "In sentences, the worse way first.", FIGURES),
        ("caseload", "Caseload report", "How many cases our workers hold, and who is visited in time.", FIGURES),
        (
            "mash",
            "The front door now",
            "Contacts that wait and what was decided, as the record stands.",
            ("see_figures",),
        ),
        ("legal", "Before court and in it, now", "Weeks open, and the hearings that come next.", ("see_figures",)),
        ("reports", "Reports", "The monthly pack, the scrutiny report and others, to print and send.", FIGURES),
        ("published", "Published figures", "What was told to somebody, as it was known then.", ("see_figures",)),
        ("benchmarks", "Other councils", "Every published figure of every council in England.", FIGURES),
    ]
    return [
        Fact(value=title, href=href, note=note)
        for name, title, note, needed in pages
        if (href := page_named(name)) and any(request.viewer.may(one) for one in needed)
    ]


def _no_such_day(request: Request, title: str, missing: NoSuchDay) -> HttpResponse:
    links = [Link(asking.called(day), f"?at={day.isoformat()}") for day in missing.kept]
    return _no_such(request, title, links)


def _no_such_moment(request: Request, one: Measure, kept: list[Moment]) -> HttpResponse:
    links = [Link(_capital(asking.moment_words(moment)), asking.address(one, moment)) for moment in kept]
    return _no_such(request, one.title, links)


def _no_such(request: Request, title: str, kept: list[Link]) -> HttpResponse:
    context = {"title": title, "kept": kept, "all": reverse("performance")}
    return render(request, "desk/performance/no_such_day.html", context, status=404)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _not_yet(request: Request) -> HttpResponse:
    """Nothing was worked out yet, or not for this viewer: say when it will be, and no more."""
    return render(request, "desk/performance/not_yet.html")
