"""The reports: those that were made, one of them as a page or a file, and the making of another."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.errors import CannotProceed
from onechild.knowledge.reports.document.keeping import restored
from onechild.knowledge.reports.renderers.forms import FORMS
from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.models import MadeReport
from onechild.service.desk.reports.listing import list_context
from onechild.service.desk.reports.making import Council, make_report
from onechild.service.desk.reports.showing import report_context

FIGURES = ("see_figures", "see_figures_suppressed")
TO_COUNCILLORS = "run_figures"


@needs(*FIGURES)
def reports(request: Request) -> HttpResponse:
    """Show the reports that were made, and let those who may make another."""
    return render(request, "desk/reports/index.html", list_context(request))


@require_POST
@needs("see_figures")
def make(request: Request) -> HttpResponse:
    """Make a report of two days and show it; where it can't be made, say why."""
    kind = request.POST.get("kind", "")
    if kind == "scrutiny" and not request.viewer.may(TO_COUNCILLORS):
        raise NotAllowed("make the scrutiny report, which councillors can read at once", (TO_COUNCILLORS,))
    try:
        made = make_report(
            kind=kind,
            as_at=_day(request.POST.get("as_at", "")),
            against=_day(request.POST.get("against", "")),
            council=Council(request.council, request.council_code, request.invented),
            by=request.viewer.name,
            now=request.now,
        )
    except CannotProceed as why:
        context = {**list_context(request), "fault": str(why)}
        return render(request, "desk/reports/index.html", context, status=422)
    return redirect(reverse("report", args=[made.pk]))


@needs(*FIGURES)
def report(request: Request, report_id: int) -> HttpResponse:
    """Show a report as it was made, and the ways to have it as a file."""
    made = get_object_or_404(MadeReport, pk=report_id)
    return render(request, "desk/reports/report.html", report_context(made))


@needs(*FIGURES)
def file(request: Request, report_id: int, form: str) -> HttpResponse:
    """Give a report as a file: PDF, Word, Excel, a page of its own, text or JSON."""
    if form not in FORMS:
        raise Http404("There is no such form of a report.")
    made = get_object_or_404(MadeReport, pk=report_id)
    document = restored(made.facts)
    try:
        content = FORMS[form].make(document)
    except CannotProceed as why:
        return render(request, "desk/reports/report.html", {**report_context(made), "fault": str(why)}, status=503)
    response = HttpResponse(content, content_type=FORMS[form].content_type)
    response["Content-Disposition"] = f'attachment; filename="{document.name}.{FORMS[form].ending}"'
    return response


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CannotProceed(f"{written or 'nothing'} is not a day") from None
