"""What was loaded, when, from where and by whom; how far a load is; a dead one started again."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.viewer import Request, needs
from onechild.service.exchange import queries
from onechild.service.exchange.models import Load
from onechild.service.exchange.models.load import FAILED, RUNNING, WAITING
from onechild.service.exchange.pages.ways import ANY, tabs
from onechild.service.exchange.queueing import queue
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import moment

UNDER_WAY = (WAITING, RUNNING)
WORDS = {"waiting": "Waiting its turn", "running": "Under way", "done": "Done", "failed": "Not done"}


@needs(*ANY)
def data_in(request: Request) -> HttpResponse:
    """List the loads, the newest first."""
    page = page_asked(request.GET, queries.with_sums(), size=20)
    stopped = set(queries.stopped().values_list("pk", flat=True))
    table = Table(
        label="Loads, the newest first",
        columns=[
            Column("When"), Column("From"), Column("Files"), Column("By"), Column("What became of it"),
            Column("New", number=True), Column("Changed", number=True), Column("Gone", number=True),
            Column("Refused", number=True),
        ],
        rows=[_line(load, load.pk in stopped, request) for load in page],
        empty="Nothing was loaded yet. Each load will be listed here with what it changed.",
    )  # fmt: skip
    given = {"page": page, "table": table, "tabs": tabs(request.viewer, "data-in"), "may_load": _may_load(request)}
    return render(request, "exchange/data_in.html", given)


@needs(*ANY)
def load(request: Request, load_id: int) -> HttpResponse:
    """Show one load, table by table."""
    one = get_object_or_404(Load, pk=load_id)
    table = Table(
        label="What became of each table",
        columns=[Column("Table"), *(Column(word, number=True) for word in COUNTS.values())],
        rows=[
            [Cell(text=words_of(each.table_name), note="in the same bytes as before" if each.skipped else ""),
             *(f"{getattr(each, name):,}" for name in COUNTS)]
            for each in one.tables.all()
        ],
        empty="Nothing was taken in.",
        kind="tight",
    )  # fmt: skip
    return render(request, "exchange/load.html", _standing(request, one) | {"table": table})


@needs(*ANY)
def progress(request: Request, load_id: int) -> HttpResponse:
    """The part of the page that says how far a load is; the whole page is asked for anew once it has ended."""
    one = get_object_or_404(Load, pk=load_id)
    answer = render(request, "exchange/_progress.html", _standing(request, one))
    if one.state not in UNDER_WAY:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@needs("load_data")
def again(request: Request, load_id: int) -> HttpResponse:
    """Ask for a load that failed, or that a killed process left, to be run again."""
    one = get_object_or_404(Load, pk=load_id)
    if one.state == FAILED or queries.is_stopped(one):
        Load.objects.filter(pk=one.pk).update(state=WAITING, message="")
        queue("run-load", load_id=one.pk)
    return redirect("load", load_id=one.pk)


COUNTS = {
    "rows": "Rows", "new": "New", "changed": "Changed", "gone": "Gone", "back": "Back", "spared": "Edits kept",
    "refused": "Refused", "same": "The same",
}  # fmt: skip


def words_of(table_name: str) -> str:
    """This function will return a table's name in words."""
    return table_name.replace("_", " ").capitalize()


def _standing(request: Request, one: Load) -> dict[str, object]:
    stopped = queries.is_stopped(one)
    return {
        "load": one,
        "words": "Stopped before it was done" if stopped else WORDS[one.state],
        "stopped": stopped,
        "under_way": one.state in UNDER_WAY and not stopped,
        "table_words": words_of(one.table_now) if one.table_now else "",
        "may_start": (stopped or one.state == FAILED) and _may_load(request),
        "tabs": tabs(request.viewer, "data-in"),
    }


def _may_load(request: Request) -> bool:
    return request.viewer.may("load_data")


def _line(one: Load, stopped: bool, request: Request) -> list[object]:
    name = one.files[0].rsplit("/", 1)[-1] if one.files else ""
    more = f" and {len(one.files) - 1} more" if len(one.files) > 1 else ""
    state = (
        Tag("Stopped", "missing") if stopped else Tag(WORDS[one.state], "plain" if one.state == "done" else "missing")
    )
    counts = [f"{getattr(one, f'sum_{word}') or 0:,}" for word in ("new", "changed", "gone", "refused")]
    return [
        Cell(text=moment(one.asked_at, request.today), href=reverse("load", args=[one.pk])),
        one.source_name or one.source, f"{name}{more}", one.made_by, Cell(tag=state), *counts,
    ]  # fmt: skip
