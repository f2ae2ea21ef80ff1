"""The pages of a planned round: to plan it, see it, move it, cancel it, and say which visit it became."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.codesets import codeset
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Viewer, check
from onechild.service.govuk.words import date_only
from onechild.service.journeys.diary.forms import CancelForm, LinkForm, MoveForm, PlanForm
from onechild.service.journeys.diary.said import facts, moves
from onechild.service.record.actions import diary
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, DiaryEntry, Visit
from onechild.service.record.queries.diary.cover import covered_by
from onechild.service.record.queries.names import Head, growing_up, heads, together, worker_names
from onechild.service.record.queries.people import brothers_and_sisters

MOST_SIBLINGS, CLASH = 8, 409
NEAR = timedelta(days=14)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Plan a visit or meeting with a child and whichever brothers and sisters it is with as well."""
    child = open_child(request, la_child_id, what="planning a visit")
    check(request.viewer, "record_visit")
    if not request.viewer.worker_id:
        raise NotAllowed("A diary is a worker’s own, and your account is of no worker.", ("manage_accounts",))
    group = _group(request, child)
    options: dict[str, Any] = {"heads": group, "today": request.today}
    draft = draft_of(request, child=child)
    if request.method == "POST":
        form = PlanForm(request.POST, **options)
    else:
        form = filled(PlanForm, draft, **options, **({} if draft else {"initial": _asked(request, child)}))
    if request.method == "POST" and form.is_valid():
        made = diary.plan(worker_id=request.viewer.worker_id, by=request.user, today=request.today, **_typed(form))
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("diary-round", args=[made[0].round_id]))
    return render(request, "diary/new.html", {"child": child, "head": group[0], "form": form, "draft": draft})


def round_page(request: SignedIn, round_id: str) -> HttpResponse:
    """Say what is planned, with whom, what it was moved from, and what can be done with it."""
    entries, named = _open(request, round_id, "a planned visit")
    first, workers = entries[0], worker_names([entries[0].worker_id])
    missed = first.visit_id is None and first.planned_on < request.today and first.kind == "visit"
    context = {
        "round_id": round_id,
        "entry": first,
        "title": _title(entries, named),
        "facts": facts(entries, named, worker=workers.get(first.worker_id or "", ""), today=request.today),
        "moves": moves(first, today=request.today),
        "missed": missed and not first.cancelled_on,
        "open": first.cancelled_on is None and first.visit_id is None,
        "may": _may_change(request.viewer, first, request.today),
        "record": reverse("visit-new", args=[named[first.child_id].la_child_id]) if first.kind == "visit" else "",
        "child": named[first.child_id],
    }
    return render(request, "diary/round.html", context)


def move(request: SignedIn, round_id: str) -> HttpResponse:
    """Move a round to another day or hour."""
    entries, named = _to_change(request, round_id)
    form = MoveForm(request.POST or None, row=entries[0], today=request.today)
    status = 200
    if request.method == "POST" and form.is_valid():
        typed = form.typed
        try:
            diary.move(
                entries=entries,
                on=typed["planned_on"],
                starts_at=typed["starts_at"],
                minutes=typed["minutes"],
                reason=typed["moved_reason"],
                seen_version=form.seen_version,
                by=request.user,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(round_id)
    return _form(request, form, entries, named, title="Move this", button="Move this", status=status)


def cancel(request: SignedIn, round_id: str) -> HttpResponse:
    """Say that a round will not happen, or did not, and why."""
    entries, named = _to_change(request, round_id)
    form = CancelForm(request.POST or None, row=entries[0])
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            diary.cancel(
                entries=entries,
                reason=form.typed["cancelled_reason"],
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(round_id)
    return _form(request, form, entries, named, title="Cancel this", button="Cancel it", status=status)


def link(request: SignedIn, round_id: str) -> HttpResponse:
    """Say which recorded visit a round became, where it was made on another day or by somebody else."""
    entries, named = _to_change(request, round_id)
    near = _near(entries[0])
    choices = [(visit.pk, _said(visit, request.today)) for visit in near]
    form = LinkForm(request.POST or None, visits=choices)
    if request.method == "POST" and form.is_valid():
        chosen = next(visit for visit in near if visit.pk == form.cleaned_data["visit"])
        diary.link(entries=entries, visit=chosen, by=request.user)
        return _back(round_id)
    return _form(request, form, entries, named, title="Which visit was it?", button="This is the visit", none=not near)


def _group(request: SignedIn, child: Child) -> Sequence[Head]:
    named = heads({child.pk, *brothers_and_sisters(child.pk, today=request.today)}, today=request.today)
    request.seen(named, what="planning a visit")
    others = [head for key, head in named.items() if key != child.pk and growing_up(head, request.today)]
    return [named[child.pk], *sorted(others, key=lambda head: (head.born_on is None, head.born_on))[:MOST_SIBLINGS]]


def _asked(request: SignedIn, child: Child) -> dict[str, Any]:
    """What the line of a duty asked to plan: the visit under its clock, to the children it is owed to."""
    purpose = request.GET.get("purpose", "")
    known = purpose in codeset("visit_purpose")
    asked: dict[str, Any] = {"children": [child.la_child_id, *request.GET.getlist("with")]}
    return asked | ({"kind": "visit", "purpose": purpose} if known else {})


def _typed(form: PlanForm) -> dict[str, Any]:
    typed = form.cleaned_data
    children = list(Child.objects.filter(la_child_id__in=typed["children"]).order_by("pk"))
    return {
        "children": children,
        "kind": typed["kind"],
        "purpose": typed["purpose"] or None,
        "on": typed["planned_on"],
        "starts_at": typed["starts_at"],
        "minutes": typed["minutes"],
        "place": typed["place"],
    }


def _open(request: SignedIn, round_id: str, what: str) -> tuple[list[DiaryEntry], dict[str, Head]]:
    """The entries of a round whose children the viewer may see; Http404 where there is none."""
    entries = list(DiaryEntry.objects.filter(round_id=round_id).order_by("pk"))
    named = heads([entry.child_id for entry in entries], today=request.today)
    seen = [entry for entry in entries if entry.child_id in named]
    if not seen:
        raise Http404("There is nothing planned here.")
    request.seen(named, what=what)
    return seen, named


def _to_change(request: SignedIn, round_id: str) -> tuple[list[DiaryEntry], dict[str, Head]]:
    entries, named = _open(request, round_id, "changing a planned visit")
    if not _may_change(request.viewer, entries[0], request.today):
        raise NotAllowed("This is in a colleague’s diary: they, whoever covers for them or a manager can change it.")
    if entries[0].cancelled_on or entries[0].visit_id:
        raise Http404("This was cancelled or recorded already.")
    return entries, named


def _may_change(viewer: Viewer, entry: DiaryEntry, today: date) -> bool:
    if not viewer.may("record_visit"):
        return False
    if viewer.may("allocate") or entry.worker_id == viewer.worker_id:
        return True
    covering = covered_by(viewer.worker_id or "", today=today)
    return any((one.child_id, one.worker_id) == (entry.child_id, entry.worker_id) for one in covering)


def _near(entry: DiaryEntry) -> list[Visit]:
    """Visits to the child about that day, of which it is said whether the child was seen, and no entry became yet."""
    taken = DiaryEntry.objects.filter(child_id=entry.child_id, visit__isnull=False).values("visit_id")
    days = (entry.planned_on - NEAR, entry.planned_on + NEAR)
    found = Visit.objects.filter(child_id=entry.child_id, happened_on__range=days, seen__isnull=False)
    return list(found.exclude(pk__in=taken).order_by("happened_on", "pk"))


def _said(visit: Visit, today: date) -> str:
    seen = "seen" if visit.seen else "not seen"
    return f"{date_only(visit.happened_on, today)}, {seen}: {visit.purpose_words.lower()}"  # type: ignore[attr-defined]


def _title(entries: Sequence[DiaryEntry], named: dict[str, Head]) -> str:
    kind = "Visit" if entries[0].kind == "visit" else "Meeting about"
    return f"{kind} {together([named[entry.child_id] for entry in entries])}"


def _form(
    request: SignedIn, form: Any, entries: list[DiaryEntry], named: dict[str, Head], *, status: int = 200, **words: Any
) -> HttpResponse:
    context = {"form": form, "round_id": entries[0].round_id, "what": _title(entries, named), **words}
    return render(request, "diary/form.html", context, status=status)


def _back(round_id: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("diary-round", args=[round_id]))
