"""Who has looked at a child's record, and what I have looked at."""

from __future__ import annotations

import csv
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.forms import BetweenForm
from onechild.service.access.gate import open_child
from onechild.service.access.models import Event
from onechild.service.access.queries.looked import looks, my_views, public_ids, who_looked
from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Column, Table
from onechild.service.govuk.words import moment

MANY = 100


@needs("see_access_log")
def child_looked(request: Request, la_child_id: str) -> HttpResponse:
    """List who has looked at a child's record between two days; `?as=csv` gives the whole list as a file."""
    as_file = request.GET.get("as") == "csv"
    child = open_child(request, la_child_id, what="who looked" + (", taken out as a file" if as_file else ""))
    form, since, until = _between(request)
    events = who_looked(child.pk, since=since, until=until)
    if as_file:
        return _file(la_child_id, events)
    page = page_asked(request.GET, events, size=MANY)
    table = Table(
        label="Who has looked",
        columns=(Column("When"), Column("Who"), Column("What they saw"), Column("In which role")),
        rows=[
            [moment(look.at, request.today), look.who, look.what + (" (refused)" if look.refused else ""), look.right]
            for look in looks(page)
        ],
        empty="Nobody looked at this record between these days.",
    )
    given = {"child": child, "table": table, "page": page, "form": form, "query": request.GET.urlencode()}
    return render(request, "access/looked.html", given)


def mine(request: Request) -> HttpResponse:
    """List what I have looked at, newest first."""
    form, since, until = _between(request)
    page = page_asked(request.GET, my_views(request.viewer, since=since, until=until), size=MANY)
    events: list[Event] = list(page)
    named = public_ids(request.viewer, events)
    request.seen([], what="what I looked at", kind="list")
    table = Table(
        label="What I looked at",
        columns=(Column("When"), Column("What I saw"), Column("Children")),
        rows=[
            [moment(look.at, request.today), look.what, _few(named[event.event_id])]
            for look, event in zip(looks(events), events, strict=True)
        ],
        empty="You have looked at no child's record between these days.",
    )
    return render(request, "access/my_views.html", {"table": table, "page": page, "form": form})


def _between(request: Request) -> tuple[BetweenForm, date | None, date | None]:
    form = BetweenForm(request.GET or None)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return form, given.get("since"), given.get("until")


def _few(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")


def _file(la_child_id: str, events: list[Event]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="looked-{la_child_id}.csv"'
    written = csv.writer(response)
    written.writerow(["When", "Who", "What they saw", "In which role", "Refused"])
    for look in looks(events):
        line = [f"{look.at:%Y-%m-%d %H:%M:%S}", look.who, look.what, look.right, "yes" if look.refused else ""]
        written.writerow([_plain(cell) for cell in line])
    return response


def _plain(cell: str) -> str:
    """A cell that a spreadsheet would take as a formula is made plain words."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
