"""The pages of the register: its search and counts, one decision whole, a challenge and its answer."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check, needs
from onechild.service.govuk.files import csv_file
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.decisions.register.entries import Entry, by_decider, counted, entries, teams
from onechild.service.journeys.decisions.register.forms import AnswerForm, ChallengeForm, SearchForm
from onechild.service.journeys.decisions.register.reading import may_answer, told_of
from onechild.service.record.actions.work import decisions as actions
from onechild.service.record.models import Child, Decision, DecisionChallenge
from onechild.service.record.queries.names import Head, heads

SEES = ("see_own_children", "see_all_children")
CHALLENGES = ("do_casework", "audit_work", "approve_work", "chair_conference")


@needs(*SEES)
def register(request: SignedIn) -> HttpResponse:
    """Decisions about children whom the viewer may see: searched, counted, and with ?as=csv taken out."""
    form = SearchForm(request.GET, teams=teams())
    wanted = form.wanted()
    found = entries(wanted, today=request.today)
    if request.GET.get("as") == "csv":
        return _taken_out(request, found)
    page = page_asked(request.GET, found, size=50)
    named = heads({one.child_id for one in page}, today=request.today)
    request.seen(named, what="the register of decisions", kind="list")
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "form": form,
        "page": page,
        "count": len(found),
        "since": wanted.from_on(request.today),
        "table": _table(list(page), named, request),
        "counted": _counts(found),
        "deciders": _deciders(found),
        "csv": f"?{query.urlencode()}" if request.viewer.may("export_children") else "",
    }
    return render(request, "decisions/register.html", context)


def decision(request: SignedIn, decision_id: str) -> HttpResponse:
    """One decision whole: who, when, what was seen, options, reason, what was said against it, what became of it."""
    child, row = _open(request, decision_id)
    told = told_of(row, viewer=request.viewer, today=request.today)
    request.seen(told.named, what="a decision about several children")
    context = {"child": child, "told": told, "row": row, "may_challenge": any(map(request.viewer.may, CHALLENGES))}
    return render(request, "decisions/decision.html", context)


def challenge(request: SignedIn, decision_id: str) -> HttpResponse:
    """Say that one does not agree, and why."""
    child, row = _open(request, decision_id)
    check(request.viewer, *CHALLENGES)
    draft = draft_of(request, child=child)
    form = ChallengeForm(request.POST) if request.method == "POST" else filled(ChallengeForm, draft)
    if request.method == "POST" and form.is_valid():
        actions.challenge(
            decision=row,
            words=form.cleaned_data["said"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("decision", args=[row.pk]))
    return _form(request, child, row, form, draft, title="Challenge this decision", button="Record this challenge")


def answer(request: SignedIn, decision_id: str, challenge_id: str) -> HttpResponse:
    """Answer a challenge: whoever decided, or a manager; never who challenged."""
    child, row = _open(request, decision_id)
    said = DecisionChallenge.objects.filter(decision=row, pk=challenge_id, answered_on__isnull=True).first()
    if said is None:
        raise Http404("There is no such challenge to answer.")
    if not may_answer(said, row, request.viewer):
        raise NotAllowed("Whoever decided answers, or a manager; not who challenged.", ("approve_work",))
    draft = draft_of(request, child=child)
    form = AnswerForm(request.POST) if request.method == "POST" else filled(AnswerForm, draft)
    if request.method == "POST" and form.is_valid():
        actions.answer_challenge(
            challenge=said,
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
            **form.cleaned_data,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("decision", args=[row.pk]))
    lede = f"{said.made_by_name}: {said.words}"
    return _form(
        request, child, row, form, draft, title="Answer this challenge", button="Record this answer", lede=lede
    )


def _open(request: SignedIn, decision_id: str) -> tuple[Child, Decision]:
    """The decision and its child, opened through the gate; what the viewer may not see is not there."""
    check(request.viewer, *SEES)
    row = Decision.objects.select_related("child").filter(pk=decision_id).first()
    if row is None:
        raise Http404("There is no such decision.")
    return open_child(request, row.child.la_child_id, what="a decision about the child"), row


def _form(
    request: SignedIn,
    child: Child,
    row: Decision,
    form: object,
    draft: object,
    *,
    title: str,
    button: str,
    lede: str = "",
) -> HttpResponse:
    head = heads([child.pk], today=request.today)[child.pk]
    context = {"child": child, "head": head, "row": row, "form": form, "draft": draft, "title": title}
    return render(
        request,
        "decisions/form.html",
        {**context, "button": button, "lede": lede, "back": reverse("decision", args=[row.pk])},
    )


def _table(found: Sequence[Entry], named: dict[str, Head], request: SignedIn) -> Table:
    return Table(
        label="Decisions",
        columns=[Column("Decided"), Column("Child"), Column("On what"), Column("What"), Column("By")],
        rows=[_row(one, named[one.child_id], request) for one in found if one.child_id in named],
        empty="No decision is found. Try fewer words, or earlier days.",
    )


def _row(one: Entry, head: Head, request: SignedIn) -> list[object]:
    page = reverse("decision", args=[one.decision_id]) if one.decision_id else ""
    return [
        Cell(text=date_only(one.on, request.today), href=page, hidden=f": {one.outcome} for {head.name}"),
        Cell(text=head.name, href=reverse("child", args=[head.la_child_id])),
        one.kind,
        Cell(text=one.outcome, note=one.reason[:160]),
        one.decider,
    ]


def _counts(found: Sequence[Entry]) -> Table:
    return Table(
        label="How many of each",
        columns=[Column("On what"), Column("What"), Column("Children", number=True)],
        rows=[list(row) for row in counted(found)],
    )


def _deciders(found: Sequence[Entry]) -> Table:
    return Table(
        label="How many each person decided",
        columns=[Column("Who decided"), Column("Decisions", number=True)],
        rows=[list(row) for row in by_decider(found)],
        kind="tight",
    )


def _taken_out(request: SignedIn, found: Sequence[Entry]) -> HttpResponse:
    check(request.viewer, "export_children")
    named = heads({one.child_id for one in found}, today=request.today)
    request.seen(named, what="the register of decisions, taken out as a file", kind="export")
    columns = ("Day", "Child", "Number", "On what", "What was decided", "By", "Why")
    rows = [
        (
            one.on,
            named[one.child_id].name,
            named[one.child_id].la_child_id,
            one.kind,
            one.outcome,
            one.decider,
            one.reason,
        )
        for one in found
        if one.child_id in named
    ]
    return csv_file("decisions", columns, rows)
