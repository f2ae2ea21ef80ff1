"""Subject access: requests and their clocks, the lines to decide on, the answer."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.journeys.information_rights.actions import requests as actions
from onechild.service.journeys.information_rights.actions.requests import NotPossible
from onechild.service.journeys.information_rights.assembling import Line, lines_of
from onechild.service.journeys.information_rights.finding import child_named
from onechild.service.journeys.information_rights.forms import AskForm, LineForm, ReasonForm, RequestForm, SentForm
from onechild.service.journeys.information_rights.models import SubjectAccess
from onechild.service.journeys.information_rights.queries import clock_of
from onechild.service.journeys.information_rights.redacting import Sorted, decisions, sort
from onechild.service.journeys.information_rights.ways import frame

LINES = 25


@needs("information_rights")
def front(request: Request) -> HttpResponse:
    """List open requests, the one due first on top, and take in a new one."""
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (made := _take_in(request, form)):
        return redirect("rights-request", made.pk)
    asked = SubjectAccess.objects.select_related("child").prefetch_related("pauses")
    found = [(one, clock_of(one, today=request.today)) for one in asked.order_by("closed_on", "received_on")]
    request.seen([one.child_id for one, _clock in found], what="subject access requests", kind="list")
    given = {"form": form, "requests": sorted(found, key=lambda one: (one[0].closed_on is not None, one[1].due_on))}
    return render(request, "information_rights/front.html", given | frame("rights"))


@needs("information_rights")
def one(request: Request, request_id: int) -> HttpResponse:
    """Show a request: its clock, what is left to decide, and what can be done next."""
    asked = _asked(request, request_id, "a subject access request")
    return _page(request, asked)


@require_POST
@needs("information_rights")
def clock(request: Request, request_id: int) -> HttpResponse:
    """Stop the clock, start it again, or extend the time."""
    asked = _asked(request, request_id, "the clock of a subject access request")
    what = request.POST.get("what", "")
    form = {"ask": AskForm, "extend": ReasonForm}.get(what)
    filled = form(request.POST) if form else None
    if filled is not None and not filled.is_valid():
        return _page(request, asked, refused="Say why, in words.")
    try:
        if what == "ask" and filled:
            actions.ask(request=asked, asked_for=filled.cleaned_data["asked_for"], on=request.today)
        elif what == "extend" and filled:
            due = clock_of(asked, today=request.today).due_on
            actions.extend(request=asked, reason=filled.cleaned_data["reason"], on=request.today, due_on=due)
        else:
            actions.answered(request=asked, on=request.today)
    except NotPossible as refused:
        return _page(request, asked, refused=str(refused))
    return redirect("rights-request", asked.pk)


@needs("information_rights")
def lines(request: Request, request_id: int) -> HttpResponse:
    """Show the marked lines of the record, and take what is decided on each of a page."""
    asked = _asked(request, request_id, "the record, for subject access")
    decided = decisions(asked)
    marked = [line for line in lines_of(asked.child_id) if line.marked]
    page = page_asked(request.GET, marked, size=LINES)
    rows = [(line, decided.get(line.key), _form(request, line)) for line in page]
    sent = {line.key: form for line, _decision, form in rows if form.data.get(f"{form.prefix}-decided")}
    if request.method == "POST" and all(form.is_valid() for form in sent.values()):
        given = {key: (form.cleaned_data["decided"], form.cleaned_data["reason"]) for key, form in sent.items()}
        try:
            actions.decide(request=asked, lines=given, by=request.viewer.user, at=request.now)  # type: ignore[arg-type]
            return redirect(request.get_full_path())
        except NotPossible as refused:
            return _page(request, asked, refused=str(refused))
    left = len(marked) - len({line.key for line in marked} & set(decided))
    given_page = {"asked": asked, "rows": rows, "page": page, "left": left} | frame("rights")
    return render(request, "information_rights/lines.html", given_page)


@needs("information_rights")
def preview(request: Request, request_id: int) -> HttpResponse:
    """Show the answer as it would be sent; `?as=json` or `?as=html` takes it out as a file."""
    kind = request.GET.get("as", "")
    asked = _asked(request, request_id, "the answer to a subject access request" + (", as a file" if kind else ""))
    found = _sorted(asked)
    if kind == "json":
        said = [
            {"part": line.table, "on": line.on and line.on.isoformat(), line.says: line.value} for line in found.sent
        ]
        return _file(json.dumps(said, ensure_ascii=False, indent=1), "application/json", "record.json")
    given = {"asked": asked, "found": found, "whole": kind == "html"} | frame("rights")
    page = render(request, "information_rights/answer.html", given)
    if kind == "html":
        page["Content-Disposition"] = 'attachment; filename="record.html"'
    return page


@require_POST
@needs("information_rights")
def close(request: Request, request_id: int) -> HttpResponse:
    """Close a request that was answered."""
    asked = _asked(request, request_id, "closing a subject access request")
    form = SentForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, refused="Say what was sent, and how.")
    try:
        actions.close(
            request=asked, undecided=len(_sorted(asked).undecided), sent_words=form.cleaned_data["sent_words"],
            by=request.viewer.user, on=request.today, at=request.now,  # type: ignore[arg-type]
        )  # fmt: skip
    except NotPossible as refused:
        return _page(request, asked, refused=str(refused))
    return redirect("rights-request", asked.pk)


def _take_in(request: Request, form: RequestForm) -> SubjectAccess | None:
    child = child_named(request, form, what="a subject access request")
    if child is None:
        return None
    given = form.cleaned_data
    return actions.take_in(
        child_id=child.pk, asked_by=given["asked_by"], on_behalf_of=given["on_behalf_of"],
        received_on=given["received_on"], by=request.viewer.user,  # type: ignore[arg-type]
    )  # fmt: skip


def _asked(request: Request, request_id: int, what: str) -> SubjectAccess:
    asked = get_object_or_404(SubjectAccess.objects.select_related("child"), pk=request_id)
    request.seen([asked.child_id], what=what)
    return asked


def _page(request: Request, asked: SubjectAccess, *, refused: str = "") -> HttpResponse:
    given = {
        "asked": asked, "clock": clock_of(asked, today=request.today), "pauses": asked.pauses.order_by("asked_on"),
        "found": _sorted(asked), "ask": AskForm(), "extend": ReasonForm(), "sent": SentForm(), "refused": refused,
    }  # fmt: skip
    return render(request, "information_rights/request.html", given | frame("rights"), status=409 if refused else 200)


def _sorted(asked: SubjectAccess) -> Sorted:
    return sort(lines_of(asked.child_id), decisions(asked))


def _form(request: Request, line: Line) -> LineForm:
    return LineForm(request.POST or None, prefix=line.key.replace("/", "-"), use_required_attribute=False)


def _file(text: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
