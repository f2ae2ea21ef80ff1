"""The page that records a visit, and the one that says which duties it met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.visits.forms import VisitForm
from onechild.service.journeys.visits.owed import asked_of
from onechild.service.journeys.visits.said import sentences
from onechild.service.record.actions import visits
from onechild.service.record.models import Child, DiaryEntry, Visit, VisitNote
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.people import worked_together
from onechild.service.record.queries.visits_met import met_by


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Record a visit to a child and to whichever brothers and sisters it was to as well."""
    child = open_child(request, la_child_id, what="recording a visit")
    check(request.viewer, "record_visit")
    group = _group(request, child)
    draft = draft_of(request, child=child)
    asked = asked_of([head.child_id for head in group], worker_id=request.viewer.worker_id, today=request.today)
    options: dict[str, Any] = {"heads": group, "asked": asked, "today": request.today}
    form = VisitForm(request.POST, **options) if request.method == "POST" else filled(VisitForm, draft, **options)
    if request.method == "POST" and form.is_valid() and (done := _record(request, form)):
        done_with(request, child=child)
        first = done.visits[0]
        return HttpResponseRedirect(reverse("visit-recorded", args=[child.la_child_id, first.pk]))
    context = {"child": child, "head": group[0], "form": form, "draft": draft}
    return render(request, "visits/new.html", context)


def recorded(request: SignedIn, la_child_id: str, visit_id: str) -> HttpResponse:
    """Say what was recorded, for whom, and which duties it met."""
    child = open_child(request, la_child_id, what="a visit that was recorded")
    check(request.viewer, "record_visit")
    visit = Visit.objects.filter(child=child, pk=visit_id).first()
    if visit is None:
        raise Http404("There is no such visit.")
    together = list(Visit.objects.filter(change_set_id=visit.change_set_id, happened_on=visit.happened_on))
    named = heads({row.child_id for row in together} | {child.pk}, today=request.today)
    request.seen(named, what="a visit that was recorded")
    met = met_by([row for row in together if row.child_id in named])
    context = {
        "child": child,
        "head": named[child.pk],
        "visit": visit,
        "late": visit.planned_on is not None and visit.planned_on != visit.happened_on,
        "next": _next(visit),
        "sentences": sentences(together, met, named, today=request.today),
    }
    return render(request, "visits/recorded.html", context)


def _next(visit: Visit) -> DiaryEntry | None:
    """The diary entry of the next visit that was planned with this one."""
    note = VisitNote.objects.filter(visit=visit).first()
    if note is None or note.next_on is None:
        return None
    theirs = DiaryEntry.objects.filter(child_id=visit.child_id, worker_id=visit.worker_id or "")
    return theirs.filter(planned_on=note.next_on, visit=None, cancelled_on=None).order_by("-pk").first()


def _group(request: SignedIn, child: Child) -> Sequence[Head]:
    group = worked_together(child.pk, today=request.today)
    request.seen([head.child_id for head in group], what="recording a visit")
    return group


def _record(request: SignedIn, form: VisitForm) -> visits.Recorded | None:
    """Write the visit; nothing where it may be the same one sent twice, and the form then asks."""
    answers = list(form.answers())
    typed, ids = form.cleaned_data, [head.child_id for head, _ in answers]
    worker = request.viewer.worker_id
    twice = visits.recorded_already(child_ids=ids, on=typed["happened_on"], worker_id=worker)
    if twice and not typed["again"]:
        form.ask_whether_another()
        return None
    children = {child.pk: child for child in Child.objects.filter(pk__in=ids)}
    return visits.record(
        children=[visits.Seen(child=children[head.child_id], **said) for head, said in answers],
        worker_id=worker,
        by=request.user,
        today=request.today,
        **form.whole(),
    )
