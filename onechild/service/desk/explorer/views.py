"""The pages of the explorer. None knows who asks: each is the same for everybody, and asks no database."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from onechild.knowledge.benchmarks.reading import areas, councils, grades, measures_by_key, sources, topics
from onechild.service.desk.explorer import about, choosing, council_page, downloads, measure_page, topic_page
from onechild.service.desk.explorer.asked import Asked, NotUnderstood, asked
from onechild.service.desk.explorer.comparing import compared

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def home(request: HttpRequest) -> HttpResponse:
    """Choose a council and a measure, or a topic."""
    return _page("home", **_home())


def view(request: HttpRequest) -> HttpResponse:
    """One council beside England, its region and similar councils; sent on to the view's own address."""
    try:
        wanted = asked(request.GET)
    except NotUnderstood as fault:
        return _not_understood(request, fault)
    if request.META.get("QUERY_STRING", "") != wanted.query:
        return HttpResponseRedirect(f"{reverse('benchmarks-view')}?{wanted.query}")
    shown = [one for measure in wanted.measures if (one := compared(wanted, measure))]
    said = {one.measure for one in shown}
    return _page(
        "view",
        asked=wanted,
        shown=shown,
        without=[measure for measure in wanted.measures if measure not in said],
        choices=choosing.choices(wanted),
        grades=council_page.grade_table(wanted.council),
        judged=council_page.judged(wanted.council),
        address=_address(request, wanted),
        sources=[sources()[key] for key in dict.fromkeys(one.source for one in wanted.measures)],
    )


def view_csv(request: HttpRequest) -> HttpResponse:
    """The figures of a view as CSV."""
    return _file(request, "csv")


def view_xlsx(request: HttpRequest) -> HttpResponse:
    """The figures of a view as an Excel workbook."""
    return _file(request, "xlsx")


def topic(request: HttpRequest, key: str) -> HttpResponse:
    """Every measure of a topic: England's latest figure, and one council's beside it where one is chosen."""
    if key not in topics():
        raise Http404("There is no such topic.")
    code = request.GET.get("council", "")
    council = areas().get(code)
    if code and council not in councils():
        return _page("topic", status=400, faults=[("council", "Choose a council from the list")], **_topic(key, None))
    return _page("topic", **_topic(key, council))


def measure(request: HttpRequest, key: str) -> HttpResponse:
    """What a measure is, England's figures over the years, and every council's of one year."""
    found = measures_by_key().get(key)
    if found is None:
        raise Http404("There is no such measure.")
    return _page(
        "measure", **measure_page.page(found, asked_year=request.GET.get("year", ""), sort=request.GET.get("sort", ""))
    )


def council(request: HttpRequest, code: str) -> HttpResponse:
    """One council: what Ofsted found, which councils are like it, and the topics."""
    found = areas().get(code)
    if found is None or found not in councils():
        raise Http404("There is no such council.")
    return _page("council", **council_page.page(found))


def about_figures(request: HttpRequest) -> HttpResponse:
    """Where the figures come from, what their marks mean, and what they can't tell."""
    return _page("about", **about.page())


def _not_understood(request: HttpRequest, fault: NotUnderstood) -> HttpResponse:
    """The form again, with what is to mend; what it has no field for leads to its first."""
    faults = [(field if field in ("council", "measure") else "council", words) for field, words in fault.faults]
    return _page("home", status=400, faults=faults, **_home(request))


def _home(request: HttpRequest | None = None) -> dict[str, Any]:
    query = request.GET if request is not None else None
    return {
        "councils": choosing.council_options(*(query.getlist("council") if query else ())),
        "measures": choosing.measure_groups(query.getlist("measure") if query else ()),
        "topics": [(key, title, len(choosing.of_topic(key))) for key, title in topics().items()],
        "count": len(choosing.offered()),
        "judgements": sum(bool(grades(one.code)) for one in councils()),
    }


def _topic(key: str, council: Any) -> dict[str, Any]:
    return topic_page.page(key, council) | {"councils": choosing.council_options(council.code if council else "")}


def _file(request: HttpRequest, ending: str) -> HttpResponse:
    try:
        wanted = asked(request.GET)
    except NotUnderstood as fault:
        return _not_understood(request, fault)
    if ending == "csv":
        response = HttpResponse(downloads.as_csv(wanted), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(downloads.as_xlsx(wanted, address=_address(request, wanted)), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{downloads.file_name(wanted, ending)}"'
    return response


def _address(request: HttpRequest, wanted: Asked) -> str:
    return request.build_absolute_uri(f"{reverse('benchmarks-view')}?{wanted.query}")


def _page(name: str, *, status: int = 200, **given: Any) -> HttpResponse:
    return HttpResponse(render_to_string(f"desk/explorer/{name}.html", given), status=status)
