"""The work that a viewer may see, who is missing, and one child's pathways, orders and missing episodes."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import day, since
from onechild.service.journeys.sensitive.queries import missing as episodes
from onechild.service.journeys.sensitive.queries.orders import orders_of
from onechild.service.journeys.sensitive.queries.pathways import Listed, open_ones
from onechild.service.journeys.sensitive.queries.pathways import of_child as pathways_of
from onechild.service.journeys.sensitive.queries.waiting import unseen
from onechild.service.journeys.sensitive.views.frame import LOOKED, frame, opened
from onechild.service.record.queries.names import Head, heads

MISSING_LOOKED = "children who are missing"


@needs("do_casework", "approve_work", "grant_glass")
def pathways(request: SignedIn) -> HttpResponse:
    """The open work that the viewer may see, by when a manager must look next; and for those who grant, who is unseen.

    The rows are those that the database shows this viewer: of a restricted record, to those named on it.
    """
    rows = open_ones()
    named = heads({one.pathway.child_id for one in rows}, today=request.today)
    request.seen(named, what=LOOKED)
    rows = [one for one in rows if one.pathway.child_id in named]
    hidden = unseen(request.today) if request.viewer.may("grant_glass") else []
    hidden = [one for one in hidden if one[0] not in named]
    request.seen([one[0] for one in hidden], what=LOOKED)
    context = {
        "table": _table(rows, named, request),
        "many": len(rows),
        "late": sum(one.late(request.today) for one in rows),
        "nobody": sum(not one.overseer and one.pathway.oversight_every_days is not None for one in rows),
        "hidden": [(public, due, overseen) for _, public, due, overseen in hidden],
        "grants": request.viewer.may("grant_glass"),
    }
    return render(request, "sensitive/pathways.html", context)


@needs("do_casework", "approve_work")
def missing(request: SignedIn) -> HttpResponse:
    """Who is missing now, who awaits a return interview, and what interviews name again and again."""
    gone = episodes.missing_now(today=request.today)
    back = episodes.awaiting_interview(today=request.today)
    named = heads({one.row.child_id for one in [*gone, *back]}, today=request.today)
    request.seen(named, what=MISSING_LOOKED)
    context = {
        "gone": _missing_table([one for one in gone if one.row.child_id in named], named, request, still=True),
        "back": _missing_table([one for one in back if one.row.child_id in named], named, request, still=False),
        "gone_count": len(gone),
        "back_count": len(back),
        "late": sum(one.late(request.now) for one in back),
        "again": episodes.named_again(now=request.now),
    }
    return render(request, "sensitive/missing.html", context)


def of_child(request: SignedIn, la_child_id: str) -> HttpResponse:
    """A child's pathways, orders that protect them, and missing episodes."""
    child = opened(request, la_child_id)
    found = episodes.episodes_of(child.pk, today=request.today)
    context = {
        **frame(request, child),
        "pathways": [(one, one.late(request.today)) for one in pathways_of(child.pk)],
        "orders": orders_of(child.pk),
        "episodes": [(one, one.late(request.now)) for one in found],
        "recent": episodes.in_90_days(child.pk, today=request.today),
        "missing_now": any(one.still for one in found),
    }
    return render(request, "sensitive/of_child.html", context)


def _table(rows: list[Listed], named: dict[str, Head], request: SignedIn) -> Table:
    columns = ("Child", "Work", "Leads", "Oversees", "Next look")
    return Table(
        label="Specially careful work",
        columns=[Column(words) for words in columns],
        rows=[_line(one, named[one.pathway.child_id], request) for one in rows],
        empty="No such work that you may see is going on.",
    )


def _line(one: Listed, head: Head, request: SignedIn) -> list[object]:
    page = reverse("pathway", args=[head.la_child_id, one.pathway.pk])
    look: object = Cell(text=day(one.due_on, request.today)) if one.due_on else ""
    if one.late(request.today) and one.due_on:
        look = Cell(text=day(one.due_on, request.today), tag=Tag("Late", "late"))
    nobody = Cell(tag=Tag("Nobody", "missing")) if one.pathway.oversight_every_days else ""
    return [
        Cell(text=head.name, note=head.la_child_id, href=page, strong=True),
        Cell(text=one.kind.on_screen, note=since(one.pathway.started_on, request.today)),
        one.lead or Cell(tag=Tag("Nobody", "missing")),
        one.overseer or nobody,
        look,
    ]


def _missing_table(rows: list[episodes.Episode], named: dict[str, Head], request: SignedIn, *, still: bool) -> Table:
    columns = ("Child", "Missing since", "How long") if still else ("Child", "Came back", "Interview")
    return Table(
        label="Children who are missing" if still else "Return interviews that are owed",
        columns=[Column(words) for words in columns],
        rows=[_episode(one, named[one.row.child_id], request, still=still) for one in rows],
        empty="No child whom you may see is recorded as missing."
        if still
        else "No return interview is owed for a child whom you may see.",
    )


def _episode(one: episodes.Episode, head: Head, request: SignedIn, *, still: bool) -> list[object]:
    page = reverse("missing-episode", args=[head.la_child_id, one.row.pk])
    child = Cell(text=head.name, note=head.la_child_id, href=page, strong=True)
    late = Tag("Late", "late") if one.late(request.now) else None
    if still:
        days = (request.today - one.row.started_on).days
        long = "since today" if days == 0 else f"{days} day{'' if days == 1 else 's'}"
        note = "A meeting of the agencies is owed." if one.owed else ""
        return [child, day(one.row.started_on, request.today), Cell(text=long, note=note, tag=late)]
    due = min((owed.due_at for owed in one.owed if owed.due_at), default=None)
    offered = "Offered, not held" if one.interview else "Not offered yet"
    return [
        child,
        day(one.row.ended_on, request.today) if one.row.ended_on else "",
        Cell(text=offered, note=_due(due, request.now), tag=late),
    ]


def _due(due: datetime | None, now: datetime) -> str:
    if due is None:
        return ""
    hours = round((due - now).total_seconds() / 3600)
    return f"{hours} hours left of 72" if hours >= 0 else f"{-hours} hours past the 72"
