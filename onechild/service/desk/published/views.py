"""The pages of published figures: the list, one of them against the same figure now, and the form that publishes."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.measures.question import Moment
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Request, needs
from onechild.service.desk.published.page import list_context, one_context
from onechild.service.record.actions.published.publishing import NotKept, publish
from onechild.service.record.models import PublishedFigure

LONGEST = 200


@needs("see_figures")
def published(request: Request) -> HttpResponse:
    """List what has been published, the latest first; `?measure=` of one measure."""
    return render(request, "desk/published/list.html", list_context(request))


@needs("see_figures")
def published_one(request: Request, published_id: str) -> HttpResponse:
    """Show one published figure as it was told, beside the same one as known now."""
    found = PublishedFigure.objects.filter(pk=published_id).first()
    if found is None:
        raise Http404("No figure was published under this number.")
    return render(request, "desk/published/figure.html", one_context(request, found))


@require_POST
@needs("see_figures")
def publish_figure(request: SignedIn) -> HttpResponse:
    """Keep a figure of a measure's page as it stands, and lead to it."""
    measure = MEASURES.get(request.POST.get("measure", ""))
    when = _when(measure, request.POST.get("at", ""), request.POST.get("from", "")) if measure else None
    if measure is None or when is None:
        raise Http404("There is no such figure.")
    by = request.POST.get("by", "")
    for_what = " ".join(request.POST.get("for_what", "").split())[:LONGEST]
    if not for_what:
        context = {"title": measure.title, "words": "Say what the figure is told for, then publish it."}
        return render(request, "desk/published/not_published.html", context | _back(measure, when), status=400)
    try:
        kept = publish(
            measure=measure,
            when=when,
            by=by if by in measure.breakdowns else "",
            for_what=for_what,
            who=request.user,
            now=request.now,
        )
    except NotKept:
        context = {"title": measure.title, "words": "This figure has been worked out anew since. Look again."}
        return render(request, "desk/published/not_published.html", context | _back(measure, when), status=409)
    return HttpResponseRedirect(reverse("published-figure", args=[kept.pk]))


def _when(measure: Measure, at: str, from_on: str) -> Moment | None:
    try:
        last = date.fromisoformat(at)
        return Moment(date.fromisoformat(from_on), last) if from_on else usual(measure, last)
    except ValueError:
        return None


def _back(measure: Measure, when: Moment) -> dict[str, str]:
    return {"back": f"{reverse('measure', args=[measure.key])}?at={when.to_on.isoformat()}"}
