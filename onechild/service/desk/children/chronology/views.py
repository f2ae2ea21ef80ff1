"""The pages of the chronology: what is significant, and to mark one happening."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.desk.children.chronology.forms import MarkForm
from onechild.service.desk.children.chronology.lines import chronology_of
from onechild.service.desk.children.frame import frame_of
from onechild.service.record.actions.work import marks
from onechild.service.record.models import SignificantMark
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.timeline import timeline
from onechild.service.record.queries.work.wording import said_of


def chronology_page(request: SignedIn, la_child_id: str) -> HttpResponse:
    """What somebody called significant, the oldest first, with why; with `decisions=yes` every decision as well."""
    child = open_child(request, la_child_id, what="child's chronology")
    frame = frame_of(request, child)
    decisions_too = request.GET.get("decisions") == "yes"
    lines = chronology_of(frame, decisions_too=decisions_too)
    context = {"frame": frame, "happenings": lines, "decisions_too": decisions_too}
    return render(request, "desk/children/chronology.html", context)


def mark(request: SignedIn, la_child_id: str, what: str, row_key: str) -> HttpResponse:
    """Say why a happening is significant, or that it no longer is."""
    child = open_child(request, la_child_id, what="marking what is significant")
    check(request.viewer, "record_visit")
    found = [one for one in timeline(child.pk, today=request.today, kinds=[what]).items if one.row_key == row_key]
    if not found:
        raise Http404("Nothing like this has happened.")
    frame = frame_of(request, child)
    held = SignificantMark.objects.filter(child=child, about=what, about_id=row_key, ended_on=None).first()
    back = reverse("child-chronology", args=[child.la_child_id])
    if request.method == "POST" and "end" in request.POST:
        marks.unmark(child=child, what=what, row_key=row_key, by=request.user, today=request.today)
        done_with(request, child=child)
        return HttpResponseRedirect(back)
    draft = draft_of(request, child=child)
    why = held.words if held else found[0].detail.get("significance") or ""
    initial = {"initial": {"words": why}} if why else {}
    form = MarkForm(request.POST) if request.method == "POST" else filled(MarkForm, draft, **initial)
    if request.method == "POST" and form.is_valid():
        marks.mark(
            child=child,
            what=what,
            row_key=row_key,
            words=form.cleaned_data["words"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(back)
    line = said_of(found[0], workers=worker_names([found[0].worker_id]), today=request.today)
    context = {"frame": frame, "form": form, "draft": draft, "lines": [line], "held": bool(why)}
    return render(request, "desk/children/mark.html", context)
