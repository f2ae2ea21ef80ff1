"""The page of one supervision, and those that write it and sign it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.journeys.supervision.actions import signing, writing
from onechild.service.journeys.supervision.agenda.lines import in_parts
from onechild.service.journeys.supervision.agenda.of_child import agenda_of, parts_of
from onechild.service.journeys.supervision.agenda.of_worker import of_worker
from onechild.service.journeys.supervision.forms.writing import (
    ChildForm,
    PersonalForm,
    SupervisorSignForm,
    WorkerSignForm,
)
from onechild.service.journeys.supervision.questions import offered, themes_for
from onechild.service.journeys.supervision.reading import given_in, told_of
from onechild.service.journeys.supervision.saying import state_of
from onechild.service.journeys.supervision.views.asking import Page, form_page
from onechild.service.journeys.supervision.views.opening import MAY, is_theirs, owners_for, session_of, written_by
from onechild.service.record.models import PersonalSupervision, SessionKind, SupervisionNote, SupervisionSession
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, worker_names


def session(request: SignedIn, session_id: str) -> HttpResponse:
    """A supervision whole: its agenda or what was written, by child; who signed; printed without its buttons."""
    row = session_of(request, session_id)
    me, today = request.viewer.worker_id, request.today
    told = told_of(row, today=today)
    request.seen([one.head.child_id for one in told], what="a supervision")
    words, tag = state_of(row, me=me, today=today)
    leads = bool(me) and row.supervisor_id == me and request.viewer.may("supervise")
    open_ = row.supervisor_signed_at is None and not row.called_off_words
    begun = bool(row.held_at)
    personal = row.kind == SessionKind.PERSONAL
    context = {
        "row": row,
        "name": worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME),
        "personal": PersonalSupervision.objects.filter(session=row).first() if personal else None,
        "is_personal": personal,
        "is_case": row.kind == SessionKind.CASE,
        "told": told,
        "worker": of_worker(row.worker_id, today=today) if open_ and row.kind != SessionKind.GROUP else None,
        "state": words,
        "tag": tag,
        "leads": leads,
        "may_write": leads and open_ and row.happened_on <= today,
        "may_choose": leads and open_,
        "may_sign": leads and open_ and begun,
        "worker_signs": bool(me)
        and row.worker_id == me
        and bool(row.supervisor_signed_at)
        and not row.worker_signed_at,
        "may_call_off": open_ and not begun and is_theirs(request, row),
        "may_add": leads and not open_ and not row.called_off_words,
    }
    return render(request, "supervision/session.html", context)


def child(request: SignedIn, session_id: str, la_child_id: str) -> HttpResponse:
    """Write what was said of one child, with the agenda beside it; open promises come first."""
    found = open_child(request, la_child_id, what="a supervision about the child")
    check(request.viewer, *MAY)
    row = written_by(request, session_id)
    note = SupervisionNote.objects.filter(session=row, child=found, later=False).first()
    if note is None:
        raise Http404("This child is not on the list of this supervision.")
    head = heads([found.pk], today=request.today)[found.pk]
    lines = agenda_of(head, today=request.today)
    given = given_in([note.supervision_id], today=request.today).get(note.supervision_id or "", [])

    def act(form: ChildForm) -> str:
        writing.write_child(
            session=row,
            child=found,
            typed=form.columns(),
            directions=form.directions(),
            agenda=[line.kept() for line in lines],
            seen_version=form.seen_version,
            by=request.user,
            by_worker_id=str(request.viewer.worker_id),
            now=request.now,
            today=request.today,
        )
        return reverse("supervision", args=[row.pk])

    page = Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title=f"Talk about {head.first_name}",
        button="Save what you said",
        template="supervision/child_form.html",
        more={"head": head, "child": found, "parts": in_parts(lines), "given": given, "row": row},
    )
    # A promise made in this very supervision is not one that it opens with.
    new = {one.key for one in given}
    opens_with = any(line.part == "promises" and line.key not in new for line in lines)
    options: dict[str, Any] = {
        "row": note,
        "name": head.first_name,
        "questions": offered(first=themes_for(parts_of(lines))),
        "owners": owners_for(row, request),
        "opens_with": opens_with,
        "given": bool(given),
        "today": request.today,
    }
    return form_page(request, ChildForm, page, act=act, child=found, **options)


def write(request: SignedIn, session_id: str) -> HttpResponse:
    """Write a worker's own supervision, for the two alone."""
    row = written_by(request, session_id)
    if row.kind != SessionKind.PERSONAL:
        raise Http404("This supervision is about children, and is written child by child.")
    personal = PersonalSupervision.objects.filter(session=row).first()
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)

    def act(form: PersonalForm) -> str:
        writing.write_personal(
            session=row,
            typed=form.typed,
            seen_version=form.seen_version,
            by=request.user,
            now=request.now,
            today=request.today,
        )
        return reverse("supervision", args=[row.pk])

    page = Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title=f"{name}’s own supervision",
        lede="Only the two of you can read this: no manager above, no auditor, no administrator. Children are talked "
        "through apart.",
        button="Save what you said",
    )
    return form_page(request, PersonalForm, page, act=act, row=personal)


def sign(request: SignedIn, session_id: str) -> HttpResponse:
    """Sign a supervision: each of the two for themselves, the supervisor first."""
    row = session_of(request, session_id)
    if not is_theirs(request, row):
        raise NotAllowed("The supervisor and the worker sign, each for themselves.", MAY)
    return _worker_signs(request, row) if row.worker_id == request.viewer.worker_id else _supervisor_signs(request, row)


def _supervisor_signs(request: SignedIn, row: SupervisionSession) -> HttpResponse:
    def act(form: SupervisorSignForm) -> str:
        signing.sign_as_supervisor(
            session=row,
            next_on=form.cleaned_data["next_on"],
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            now=request.now,
        )
        return reverse("supervision", args=[row.pk])

    page = _page(
        row, "Sign this supervision", "After you sign it, nothing in it changes. The worker then reads and signs."
    )
    return form_page(request, SupervisorSignForm, page, act=act, today=request.today)


def _worker_signs(request: SignedIn, row: SupervisionSession) -> HttpResponse:
    def act(form: WorkerSignForm) -> str:
        signing.sign_as_worker(
            session=row,
            agrees=form.cleaned_data["agrees"],
            words=form.cleaned_data["said"],
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            now=request.now,
        )
        return reverse("supervision", args=[row.pk])

    lede = f"Read it first. {row.supervisor_name} wrote it; your own words stand beside it, whether you agree or not."
    return form_page(request, WorkerSignForm, _page(row, "Sign this supervision", lede), act=act)


def _page(row: SupervisionSession, title: str, lede: str) -> Page:
    return Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title=title,
        lede=lede,
        button="Sign",
    )
