"""The pages of second looks: the list with its rates, and one decision read by somebody who had no part in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check, needs
from onechild.service.govuk.forms import Radios
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.decisions.register.reading import is_by
from onechild.service.journeys.decisions.register.views import SEES
from onechild.service.journeys.decisions.second_looks import actions
from onechild.service.journeys.decisions.second_looks.drawing import draw, each_week
from onechild.service.record.models import SecondLook
from onechild.service.record.queries.names import Head, heads

READS = ("audit_work", "decide_contact", "approve_work")
YES_NO = [("yes", "Yes"), ("no", "No")]


def _yes(value: str) -> bool:
    return value == "yes"


class ReadForm(forms.Form):
    """What the reader found; nothing is chosen."""

    history_used = forms.TypedChoiceField(
        label="Does the decision use the child’s history?", choices=YES_NO, coerce=_yes, widget=Radios
    )
    agrees = forms.TypedChoiceField(
        label="Would you have decided the same?", choices=YES_NO, coerce=_yes, widget=Radios
    )
    said = forms.CharField(label="Why?", max_length=4000, widget=forms.Textarea, error_messages={"required": "Say why"})


class AnswerForm(forms.Form):
    """What the decider answers."""

    said = forms.CharField(
        label="What do you answer?",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "Say what you answer"},
    )


@needs(*READS)
def looks(request: SignedIn) -> HttpResponse:
    """What is drawn and waits, what was read, and how often readers agree."""
    rows = list(SecondLook.objects.select_related("decision").order_by("-happened_on", "pk"))
    named = heads({row.child_id for row in rows}, today=request.today)
    rows = [row for row in rows if row.child_id in named]
    request.seen(named, what="second looks at decisions", kind="list")
    waiting = [row for row in rows if row.read_on is None]
    read = [row for row in rows if row.read_on is not None]
    context = {
        "waiting": _table("To read", waiting, named, request.today),
        "waits": len(waiting),
        "read": _table("Read", read, named, request.today),
        "count": len(read),
        "agree": sum(row.agrees is True for row in read),
        "history": sum(row.history_used is True for row in read),
        "months": _months(read),
        "each_week": each_week(request.today),
        "may_draw": request.viewer.sees_all,
    }
    return render(request, "decisions/looks.html", context)


@require_POST
@needs(*READS)
def draw_now(request: SignedIn) -> HttpResponse:
    """Draw last week's sample where the timetable has not: it is the same one."""
    if not request.viewer.sees_all:
        raise NotAllowed("A sample is drawn from every decision, by somebody who may see all children.")
    draw(today=request.today, by=request.user)
    return HttpResponseRedirect(reverse("second-looks"))


@require_POST
def take(request: SignedIn, look_id: str) -> HttpResponse:
    """Say that one will read it."""
    _child, row = _open(request, look_id)
    check(request.viewer, *READS)
    try:
        actions.take(look=row, worker_id=request.viewer.worker_id, by=request.user, today=request.today)
    except actions.NotTheirs as refused:
        raise NotAllowed(str(refused), READS) from refused
    return HttpResponseRedirect(reverse("second-look", args=[row.pk]))


def look(request: SignedIn, look_id: str) -> HttpResponse:
    """Read a decision, or answer the reader; each by whom it is for."""
    child, row = _open(request, look_id)
    check(request.viewer, *READS, "screen_contact")
    head = heads([child.pk], today=request.today)[child.pk]
    context: dict[str, Any] = {"child": child, "head": head, "row": row.decision, "look": row}
    kind = _form_of(request, row)
    if kind is None:
        had = actions.had_a_part(row.decision, worker_id=request.viewer.worker_id, name=request.viewer.name)
        return render(request, "decisions/look.html", {**context, "had_a_part": had})
    draft = draft_of(request, child=child)
    form = kind(request.POST) if request.method == "POST" else filled(kind, draft)
    if request.method == "POST" and form.is_valid():
        _write(request, row, form)
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("second-looks") if kind is ReadForm else request.path)
    reads = kind is ReadForm
    context |= {"form": form, "draft": draft, "back": reverse("second-looks"), "back_words": "Second looks"}
    context |= {"title": "A second look" if reads else "Answer the second look"}
    context |= {"button": "Record this second look" if reads else "Record your answer"}
    context |= {"lede": "" if reads else f"{row.reader_name}: {row.words}"}
    return render(request, "decisions/learn.html", context)


def _form_of(request: SignedIn, row: SecondLook) -> type[ReadForm] | type[AnswerForm] | None:
    """What the viewer may write of it now: a reading, an answer, or nothing."""
    if row.read_on is not None:
        return AnswerForm if row.answered_on is None and is_by(row.decision, request.viewer) else None
    taken = row.reader_name not in ("", request.viewer.name)
    had = actions.had_a_part(row.decision, worker_id=request.viewer.worker_id, name=request.viewer.name)
    return None if taken or had or not any(map(request.viewer.may, READS)) else ReadForm


def _write(request: SignedIn, row: SecondLook, form: ReadForm | AnswerForm) -> None:
    typed, worker_id, by, today = form.cleaned_data, request.viewer.worker_id, request.user, request.today
    try:
        if isinstance(form, ReadForm):
            actions.read(
                look=row,
                agrees=typed["agrees"],
                history_used=typed["history_used"],
                words=typed["said"],
                worker_id=worker_id,
                by=by,
                today=today,
            )
        else:
            actions.answer(look=row, words=typed["said"], worker_id=worker_id, by=by, today=today)
    except actions.NotTheirs as refused:
        raise NotAllowed(str(refused), READS) from refused


def _open(request: SignedIn, look_id: str) -> tuple[Any, SecondLook]:
    check(request.viewer, *SEES)
    row = SecondLook.objects.select_related("decision", "child").filter(pk=look_id).first()
    if row is None:
        raise Http404("There is no such second look.")
    return open_child(request, row.child.la_child_id, what="a second look at a decision"), row


def _table(label: str, rows: Sequence[SecondLook], named: dict[str, Head], today: date) -> Table:
    return Table(
        label=label,
        columns=[Column("Child"), Column("Decision"), Column("By"), Column("Drawn"), Column("Second look")],
        rows=[_row(row, named[row.child_id], today) for row in rows],
        empty="No decision waits for a second look." if label == "To read" else "None was read yet.",
    )


def _row(row: SecondLook, head: Head, today: date) -> list[object]:
    page = reverse("second-look", args=[row.pk])
    if row.read_on is None:
        late = Tag("Late", "late") if row.due_on < today else None
        by_when = f"Read it by {date_only(row.due_on, today)}"
        said = Cell(text=by_when, href=page, hidden=f": {head.name}", note=row.reader_name, tag=late)
    else:
        agrees = "Agrees" if row.agrees else "Does not agree"
        history = "history used" if row.history_used else "history not used"
        said = Cell(text=f"{agrees}; {history}", href=page, hidden=f": {head.name}", note=row.reader_name)
    decided = Cell(text=row.decision.outcome_words, note=date_only(row.decision.happened_on, today))
    return [
        Cell(text=head.name, href=reverse("child", args=[head.la_child_id])),
        decided,
        row.decision.decided_by_name,
        date_only(row.happened_on, today),
        said,
    ]


def _months(read: Sequence[SecondLook]) -> Table:
    found = sorted({row.decision.happened_on.replace(day=1) for row in read}, reverse=True)
    by_month = [(month, [row for row in read if row.decision.happened_on.replace(day=1) == month]) for month in found]
    return Table(
        label="By month of the decision",
        columns=[Column("Decided in"), Column("Read", number=True), Column("Readers agree"), Column("History used")],
        rows=[
            [
                f"{month:%B %Y}",
                len(rows),
                f"{sum(row.agrees is True for row in rows)} of {len(rows)}",
                f"{sum(row.history_used is True for row in rows)} of {len(rows)}",
            ]
            for month, rows in by_month
        ],
        kind="tight",
    )
