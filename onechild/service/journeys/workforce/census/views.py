"""The pages of the census: the check, the file, and each worker's details."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.formats.workforce_census import Finding, Totals, check, totals_of, written
from onechild.knowledge.formats.workforce_census.choosing import SAID_ELSEWHERE
from onechild.knowledge.formats.workforce_census.definitions import DEFINITIONS
from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.workforce.census import actions
from onechild.service.journeys.workforce.census.forms import DetailForm, OriginForm
from onechild.service.journeys.workforce.census.made import census_now, latest_year
from onechild.service.journeys.workforce.counted import workforce_now
from onechild.service.record.models import Employment, EmploymentNote, WorkerDetail
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MAY = "plan_workforce"
FIRST_YEAR = 2017  # the first census of single workers


@needs(MAY)
def census(request: SignedIn) -> HttpResponse:
    """What the census of a year adds up to, what would be queried in it, and how its figures are defined."""
    year = _year(request)
    made = census_now(workforce_now(), year=year)
    found = check(made)
    kind = request.GET.get("kind", "")
    shown = [one for one in found if not kind or one.kind == kind]
    page = page_asked(request.GET, shown)
    counts = Counter(one.kind for one in found)
    totals = totals_of((entry.told for entry in made.entries), vacant=made.vacancies)
    context = {
        "year": year,
        "day": made.day,
        "workers": len(made.entries),
        "totals": _totals(totals),
        "missing": counts["missing"],
        "contradictory": counts["contradictory"],
        "table": _table(list(page), worker_names(one.worker_id for one in page)),
        "page": page,
        "count": len(shown),
        "kind": kind,
        "definitions": DEFINITIONS,
        "left_out": SAID_ELSEWHERE,
        "last": latest_year(request.today),
        "before": year - 1 if year > FIRST_YEAR else None,
    }
    return render(request, "workforce/census.html", context)


@needs(MAY)
def take_out(request: SignedIn) -> HttpResponse:
    """The census as DfE's XML: an export, in the access log as one. It names no child."""
    year = _year(request)
    made = census_now(workforce_now(), year=year)
    request.seen([], what=f"the census of children's social workers of {year}, taken out as a file", kind="export")
    content = written(made, council=request.council_code, made_at=request.now)
    response = HttpResponse(content, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="csww-{year}.xml"'
    return response


@needs(MAY)
def details(request: SignedIn, worker_id: str) -> HttpResponse:
    """What the census asks of a worker."""
    rows = list(Employment.objects.filter(worker_id=worker_id).order_by("-started_on"))
    if not rows:
        raise Http404("There is no such worker.")
    name = worker_names([worker_id]).get(worker_id, NO_WORKER_NAME)

    def write(form: DetailForm) -> str:
        actions.keep_details(
            worker_id=worker_id, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today
        )
        return reverse("workforce-census")

    return form_page(
        request,
        DetailForm,
        write,
        title=f"What the census asks: {name}",
        button="Keep these details",
        back=reverse("workforce-census"),
        back_words="Census",
        lede="Ask the worker, and write what they say. Only those who plan the workforce read it.",
        template="workforce/details.html",
        context={"employments": [_employment(row, request.today) for row in rows]},
        row=WorkerDetail.objects.filter(worker_id=worker_id).first(),
    )


@needs(MAY)
def origin(request: SignedIn, employment_id: str) -> HttpResponse:
    """Where a worker came from and went to, of one employment."""
    row = Employment.objects.filter(pk=employment_id).first()
    if row is None:
        raise Http404("There is no such employment.")
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)

    def write(form: OriginForm) -> str:
        actions.keep_origin(
            employment=row, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today
        )
        return reverse("workforce-details", args=[row.worker_id])

    return form_page(
        request,
        OriginForm,
        write,
        title=f"Where from and where to: {name}",
        button="Keep this",
        back=reverse("workforce-details", args=[row.worker_id]),
        back_words=name,
        lede=_employment(row, request.today)["words"],
        row=EmploymentNote.objects.filter(employment=row).first(),
    )


def _year(request: SignedIn) -> int:
    """The year asked for; the last one that has passed, for anything that can't be."""
    last, asked = latest_year(request.today), request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len("2026") else last
    return year if FIRST_YEAR <= year <= last else last


def _employment(row: Employment, today: date) -> dict[str, str]:
    role = code_in_words("worker_role", row.role) or "Role not recorded"
    since = f"from {date_only(row.started_on, today)}" if row.started_on else "from a day not recorded"
    until = f" to {date_only(row.ended_on, today)}" if row.ended_on else ""
    kind = code_in_words("employment_kind", row.employment_kind).lower()
    return {"pk": row.pk, "words": f"{role}, {kind}, {since}{until}"}


def _totals(totals: Totals) -> Table:
    def share(value: float | None) -> str:
        return "nothing to count" if value is None else f"{100 * value:.1f}%"

    rows = [
        ["Social workers in post, full-time equivalent", f"{totals.in_post:.1f}"],
        ["Agency, share of all", share(totals.agency_rate)],
        ["Vacant, share of posts", share(totals.vacancy_rate)],
        ["Left in the year", share(totals.turnover)],
        ["Began in the year", str(totals.began)],
        ["Cases", str(totals.cases)],
        [
            "Cases for each who holds one",
            "nothing to count" if totals.cases_each is None else f"{totals.cases_each:.1f}",
        ],
        ["Working days lost to sickness", f"{totals.days_lost:.0f}"],
    ]
    return Table(
        label="What it adds up to", columns=[Column("What"), Column("Figure", number=True)], rows=rows, kind="tight"
    )


def _table(found: list[Finding], names: dict[str, str]) -> Table:
    return Table(
        label="What to put right",
        columns=[Column("Worker"), Column("What"), Column("Element")],
        rows=[
            [
                Cell(
                    text=names.get(one.worker_id, NO_WORKER_NAME),
                    href=reverse("workforce-details", args=[one.worker_id]) if one.employment_id else "",
                ),
                Cell(text=one.words, tag=Tag("Missing", "missing") if one.kind == "missing" else Tag("Contradictory")),
                one.element,
            ]
            for one in found
        ],
        empty="Nothing is missing, and nothing contradicts.",
    )
