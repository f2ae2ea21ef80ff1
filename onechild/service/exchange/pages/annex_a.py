"""Annex A of the record as at any day: the lists, what would be queried in them, and the files to take out."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.knowledge.formats.annex_a.checks import Kind, Query, queries, write_report
from onechild.knowledge.formats.annex_a.checks.report import HOLDS
from onechild.knowledge.formats.annex_a.writing import Annex, write_cells, write_workbook
from onechild.service.access.viewer import Request, needs
from onechild.service.exchange.annex_a import annex_of, overdue_on, unseen
from onechild.service.exchange.pages import annex_a_tables as tables
from onechild.service.exchange.pages.ways import tabs
from onechild.service.govuk.forms import DayField
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Link
from onechild.service.record.queries.names import heads

MAY = "export_children"
SIZE = 50
WORKBOOK, CSV = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv; charset=utf-8"
FILES = {"workbook": ("annex-a", "xlsx", WORKBOOK), "checks": ("annex-a-checks", "xlsx", WORKBOOK),
         "cells": ("annex-a-cells", "csv", CSV)}  # fmt: skip


class AsAtForm(forms.Form):
    """The day that the lists are as at."""

    at = DayField(label="As at the end of", called="the day of the lists")


@needs(MAY)
def front(request: Request) -> HttpResponse:
    """The eleven lists with how many rows and queries each has; `?at=` is the day, today where none is asked."""
    form = AsAtForm(_day_asked(request))
    form.fields["at"].latest = request.today  # type: ignore[attr-defined]
    day = form.cleaned_data["at"] if form.is_valid() else request.today
    annex = annex_of(as_at=day, council_name=request.council)
    found = _queries(annex)
    given = _frame(request, annex) | {
        "form": form,
        "table": tables.lists_table(annex, found),
        "kinds": tables.kinds_table(annex, found),
        "count": len(found),
        "unseen": unseen_words(unseen(day)),
        "holds": HOLDS,
    }
    return render(request, "exchange/annex_a.html", given)


@needs(MAY)
def one_list(request: Request, number: int) -> HttpResponse:
    """One list, a page of rows at a time, each with what would be queried in it."""
    annex = _annex(request)
    made = annex.lists.get(number)
    if made is None:
        raise Http404("There is no such list.")
    found = [one for one in _queries(annex) if one.list == number]
    page = page_asked(request.GET, range(len(made)), size=SIZE)
    named = heads(_children(made.rows, page), today=request.today)
    request.seen(named, what=f"Annex A, list {number}", kind="list")
    given = _frame(request, annex) | {
        "made": made,
        "page": page,
        "table": tables.rows_table(annex, made, page, found, named, today=request.today),
        "count": len(made),
    }
    return render(request, "exchange/annex_a_list.html", given)


@needs(MAY)
def one_row(request: Request, number: int, row: int) -> HttpResponse:
    """One row, cell by cell: what it says, where that came from, and what would be queried."""
    annex = _annex(request)
    made = annex.lists.get(number)
    if made is None or not 0 <= row - 2 < len(made):
        raise Http404("There is no such row.")
    named = heads(_children(made.rows, [row - 2]), today=request.today)
    request.seen(named, what=f"Annex A, list {number}, a row", kind="list")
    found = [one for one in _queries(annex) if (one.list, one.row) == (number, row)]
    given = _frame(request, annex) | {
        "made": made,
        "row": row,
        "head": next(iter(named.values()), None),
        "table": tables.cells_table(annex, made, row, found, today=request.today),
    }
    return render(request, "exchange/annex_a_row.html", given)


@needs(MAY)
def asked(request: Request) -> HttpResponse:
    """What would be queried, by kind, down to the row."""
    annex = _annex(request)
    every = _queries(annex)
    show = request.GET.get("show", "")
    found = [one for one in every if one.kind.name.lower() == show] or every
    page = page_asked(request.GET, found, size=SIZE)
    named = heads({one.who for one in page}, today=request.today)
    request.seen(named, what="Annex A, what would be queried", kind="list")
    address = f"{reverse('annex-a-queries')}?at={annex.as_at.isoformat()}"
    shows = [Link("All", address, current=len(found) == len(every), count=len(every))]
    shows += [
        Link(kind.value, f"{address}&show={kind.name.lower()}", current=kind.name.lower() == show, count=many)
        for kind in Kind
        if (many := sum(one.kind is kind for one in every))
    ]
    table = tables.queries_table(annex, page, named)
    given = _frame(request, annex) | {"page": page, "table": table, "shows": shows, "count": len(found)}
    return render(request, "exchange/annex_a_queries.html", given)


@require_POST
@needs(MAY)
def take_out(request: Request, what: str) -> HttpResponse:
    """The workbook, its check report or where its cells came from, as a file: an export, in the access log as one."""
    if what not in FILES:
        raise Http404("There is no such file.")
    form = AsAtForm(request.POST)
    form.fields["at"].latest = request.today  # type: ignore[attr-defined]
    if not form.is_valid():
        return HttpResponseBadRequest("Say as at which day.")
    annex = annex_of(as_at=form.cleaned_data["at"], council_name=request.council)
    name, suffix, kind = FILES[what]
    request.seen(annex.children, what=f"Annex A as at {annex.as_at}: the {what} taken out", kind="export")
    answer = HttpResponse(_file(annex, what), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}-{annex.as_at}.{suffix}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _day_asked(request: Request) -> dict[str, str]:
    """The boxes of the day that was typed, or linked to as `?at=2026-10-31`; of today where nothing was."""
    asked = {name: str(value) for name, value in request.GET.items() if name.startswith("at")}
    linked = asked.get("at", "") if asked else request.today.isoformat()
    try:
        day = date.fromisoformat(linked)
    except ValueError:
        return asked
    return {"at_day": str(day.day), "at_month": str(day.month), "at_year": str(day.year)}


def unseen_words(many: int) -> str:
    """This function will say how many children are left out, because the viewer may not open their records."""
    if not many:
        return ""
    who = (
        "1 child whose record you may not open is"
        if many == 1
        else f"{many:,} children whose records you may not open are"
    )
    return f"{who} left out of these lists."


def _annex(request: Request) -> Annex:
    form = AsAtForm(_day_asked(request))
    form.fields["at"].latest = request.today  # type: ignore[attr-defined]
    day: date = form.cleaned_data["at"] if form.is_valid() else request.today
    return annex_of(as_at=day, council_name=request.council)


def _queries(annex: Annex) -> list[Query]:
    return queries(annex, duties=overdue_on(annex.as_at))


def _frame(request: Request, annex: Annex) -> dict[str, object]:
    return {"annex": annex, "at": annex.as_at.isoformat(), "tabs": tabs(request.viewer, "annex-a")}


def _children(rows: object, places: object) -> list[str]:
    return tables.children_of(rows, places)


def _file(annex: Annex, what: str) -> bytes:
    """The file's bytes; it lies on disk only while it is made, in a folder that goes at once."""
    with tempfile.TemporaryDirectory(prefix="onechild-annex-a-") as folder:
        path = Path(folder) / "file"
        if what == "workbook":
            write_workbook(annex, path)
        elif what == "checks":
            write_report(annex, _queries(annex), (), path)
        else:
            write_cells(annex, path)
        return path.read_bytes()
