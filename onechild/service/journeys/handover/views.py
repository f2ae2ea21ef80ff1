"""The pages of a handover: those of a child, the pack, writing it, reading it, and the joint visit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.journeys.handover.forms import HandoverForm, MetForm
from onechild.service.journeys.handover.opening import (
    Opened,
    check_meets,
    check_reads,
    check_writes,
    meets,
    opened,
    reads,
    writes,
)
from onechild.service.journeys.handover.pack.making import pack_of
from onechild.service.journeys.handover.queries import handovers_of, stands, workers_table, workers_words
from onechild.service.record.actions import handovers as actions
from onechild.service.record.actions.editing import Stale
from onechild.service.record.queries.continuity import workers_of
from onechild.service.record.queries.names import heads

CLASH = 409
WHAT = "handover to the next worker"


def handovers(request: SignedIn, la_child_id: str) -> HttpResponse:
    """A child's handovers, the newest first, and every worker the child has had."""
    child = open_child(request, la_child_id, what=WHAT)
    workers = workers_of(child.pk, today=request.today)
    context = {
        "child": child,
        "head": heads([child.pk], today=request.today)[child.pk],
        "found": handovers_of(child, today=request.today),
        "sentence": workers_words(workers, today=request.today),
        "workers": workers_table(workers, today=request.today),
    }
    return render(request, "handover/list.html", context)


def handover(request: SignedIn, la_child_id: str, handover_id: str) -> HttpResponse:
    """The handover pack: what the record says today, what the leaver wrote, what the child wants known."""
    found = opened(request, la_child_id, handover_id, what=WHAT)
    pack = pack_of(found.child, found.row, today=request.today)
    if pack:
        request.seen(pack.child_ids, what=WHAT)
    context = {
        **_around(request, found),
        "pack": pack,
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "handover/pack.html", context)


def finish(request: SignedIn, la_child_id: str, handover_id: str) -> HttpResponse:
    """Write the handover: keep what there is so far, or finish it for the next worker to read."""
    found = opened(request, la_child_id, handover_id, what="writing a handover")
    check_writes(request.viewer, found.row)
    if found.row.read_at is not None:
        raise NotAllowed(f"{found.row.read_by_name} has read this handover, so it stays as it is.")
    draft, status = draft_of(request, child=found.child), 200
    finishing = request.POST.get("do") == "finish"
    options: dict[str, Any] = {
        "row": found.row,
        "name": found.head.first_name,
        "today": request.today,
        "finishing": finishing,
    }
    posted = request.method == "POST"
    form = HandoverForm(request.POST, **options) if posted else filled(HandoverForm, draft, **options)
    if posted and form.is_valid():
        try:
            _save(request, found, form, finishing=finishing)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        except actions.NotNow as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=found.child)
            return _back(found, "finished" if finishing else "kept")
    context = {**_around(request, found), "form": form, "draft": draft}
    return render(request, "handover/write.html", context, status=status)


@require_POST
def read(request: SignedIn, la_child_id: str, handover_id: str) -> HttpResponse:
    """The next worker has read it."""
    found = opened(request, la_child_id, handover_id, what="marking a handover as read")
    check_reads(request.viewer, found.row)
    try:
        actions.read(handover=found.row, by=request.user, now=request.now)
    except actions.NotNow as refused:
        raise NotAllowed(str(refused)) from refused
    return _back(found, "read")


def met(request: SignedIn, la_child_id: str, handover_id: str) -> HttpResponse:
    """Record the day on which both workers saw the child together."""
    found = opened(request, la_child_id, handover_id, what="the joint visit of a handover")
    check_meets(request.viewer, found.row)
    draft = draft_of(request, child=found.child)
    options: dict[str, Any] = {"name": found.head.first_name, "today": request.today}
    form = MetForm(request.POST, **options) if request.method == "POST" else filled(MetForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            actions.met(handover=found.row, on=form.cleaned_data["met_on"], by=request.user)
        except actions.NotNow as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=found.child)
            return _back(found, "met")
    return render(request, "handover/met.html", {**_around(request, found), "form": form, "draft": draft})


def _save(request: SignedIn, found: Opened, form: HandoverForm, *, finishing: bool) -> None:
    written = actions.Written(**form.typed)
    if finishing:
        actions.finish(
            handover=found.row, written=written, seen_version=form.seen_version, by=request.user, now=request.now
        )
    else:
        actions.write(handover=found.row, written=written, seen_version=form.seen_version, by=request.user)


def _around(request: SignedIn, found: Opened) -> dict[str, object]:
    viewer, row = request.viewer, found.row
    return {
        "child": found.child,
        "head": found.head,
        "row": row,
        "found": found,
        "stands": stands(row),
        "may_write": writes(viewer, row),
        "may_read": reads(viewer, row),
        "may_meet": meets(viewer, row),
    }


def _back(found: Opened, what: str) -> HttpResponseRedirect:
    address = reverse("handover", args=[found.child.la_child_id, found.row.pk])
    return HttpResponseRedirect(f"{address}?saved={what}")
