"""The record against another system's list: the list goes in, what differs comes out."""

from __future__ import annotations

import csv
from collections import Counter

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from onechild.errors import CannotProceed
from onechild.service.access.viewer import Request, check, needs
from onechild.service.exchange.models import Reconciliation, ReconciliationRow
from onechild.service.exchange.pages.forms import TheirListForm
from onechild.service.exchange.pages.ways import tabs
from onechild.service.exchange.reconciling import WHAT
from onechild.service.exchange.reconciling.comparing import KINDS, compare, put_right_since
from onechild.service.exchange.reconciling.reading import MOST_BYTES, read_list
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.record.queries.names import Head, heads

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@needs("reconcile")
def front(request: Request) -> HttpResponse:
    """Take a list, and show the comparisons made before."""
    form = TheirListForm(request.POST or None, request.FILES or None, today=request.today)
    if request.method == "POST" and form.is_valid() and (made := _compared(request, form)):
        return redirect("reconciliation-run", run_id=made.pk)
    runs = Reconciliation.objects.order_by("-pk")[:50]
    given = {"form": form, "runs": [(one, WHAT.get(one.what, one.what)) for one in runs],
             "tabs": tabs(request.viewer, "reconciliation")}  # fmt: skip
    return render(request, "exchange/reconciliation.html", given)


@needs("reconcile")
def run(request: Request, run_id: int) -> HttpResponse:
    """Show where the two differ, a page at a time, or as CSV."""
    one = get_object_or_404(Reconciliation, pk=run_id)
    rows = one.rows.order_by("kind", "child_id", "their_id")
    if request.GET.get("as") == "csv":
        check(request.viewer, "export_children")
        return _as_csv(request, one, list(rows))
    kinds = Counter(rows.order_by().values_list("kind", flat=True))
    show = request.GET.get("show", "")
    page = page_asked(request.GET, rows.filter(kind=show) if show in KINDS else rows)
    named = heads([row.child_id for row in page if row.child_id], today=request.today)
    request.seen(named, what="reconciliation", kind="list")
    table = Table(
        label="Where they differ",
        columns=[Column("Child"), Column("How they differ"), Column("They say"), Column("The record says"),
                 Column("Probable cause")],
        rows=[[_who(row, named), row.kind.capitalize(), row.theirs, row.ours, row.cause] for row in page],
        empty="They do not differ.",
    )  # fmt: skip
    address = reverse("reconciliation-run", args=[one.pk])
    shows = [Link("All", address, current=show not in KINDS, count=sum(kinds.values()))]
    shows += [
        Link(kind.capitalize(), f"{address}?show={kind}", current=kind == show, count=kinds[kind]) for kind in KINDS
    ]
    missing = sum(one.counts.get(kind, 0) for kind in KINDS) - sum(kinds.values())
    given = {"run": one, "what": WHAT.get(one.what, one.what), "counts": _counts(one), "table": table, "page": page,
             "shows": shows, "since": put_right_since(one), "missing": missing, "kinds": KINDS.values(),
             "tabs": tabs(request.viewer, "reconciliation")}  # fmt: skip
    return render(request, "exchange/reconciliation_run.html", given)


def _compared(request: Request, form: TheirListForm) -> Reconciliation | None:
    given = form.cleaned_data
    try:
        if given["file"].size > MOST_BYTES:
            raise CannotProceed("this list is larger than 20 MB")
        theirs = read_list(given["file"].read(), id_column=given["id_column"], yes_column=given["yes_column"])
    except CannotProceed as refused:
        form.add_error("file", str(refused)[:1].upper() + str(refused)[1:])
        return None
    made = compare(
        theirs, name=given["name"], what=given["what"], as_at=given["as_at"], viewer=request.viewer, now=request.now
    )
    children = [child for child in made.rows.values_list("child_id", flat=True) if child]
    request.seen(children, what="reconciliation made", kind="list")
    return made


def _counts(one: Reconciliation) -> Table:
    """The counts as they add up: both, and each way to differ."""
    said = one.counts
    theirs = [
        ("In both", "both"),
        ("They count, the record does not", "differs"),
        ("Not found in the record", "not found"),
    ]
    ours = [
        ("In both", "both"),
        ("Only the record counts", "only ours"),
        ("They say no, the record counts", "only theirs"),
    ]
    rows: list[list[object]] = [[f"Theirs: {words}", f"{said.get(key, 0):,}"] for words, key in theirs]
    rows.append(
        [Cell(text="Theirs in all", strong=True), Cell(text=f"{said['theirs'] + said.get('alike', 0):,}", strong=True)]
    )
    rows += [[f"Ours: {words}", f"{said.get(key, 0):,}"] for words, key in ours]
    rows.append([Cell(text="Ours in all", strong=True), Cell(text=f"{said['ours']:,}", strong=True)])
    return Table(label="The counts", columns=[Column("What"), Column("Children", number=True)], rows=rows, kind="tight")


def _who(row: ReconciliationRow, named: dict[str, Head]) -> Cell:
    head = named.get(row.child_id or "")
    if head is None:
        return Cell(text=row.their_id)
    return Cell(
        text=head.name,
        note=head.la_child_id,
        href=reverse("child", args=[head.la_child_id]),
    )


def _as_csv(request: Request, one: Reconciliation, rows: list[ReconciliationRow]) -> HttpResponse:
    """All that differs, as a file: an export, in the access log as one."""
    named = heads([row.child_id for row in rows if row.child_id], today=request.today)
    request.seen(named, what="reconciliation taken out as CSV", kind="export")
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="reconciliation-{one.pk}.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer)
    writer.writerow(["Child id", "Their id", "How they differ", "They say", "The record says", "Probable cause"])
    for row in rows:
        head = named.get(row.child_id or "")
        cells = [head.la_child_id if head else "", row.their_id, row.kind, row.theirs, row.ours, row.cause]
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return answer
