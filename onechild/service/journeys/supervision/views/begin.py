"""The pages that begin a supervision, choose its children, write down a group and call one off."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.journeys.supervision.actions import sessions
from onechild.service.journeys.supervision.agenda.children import Waits, children_of, waiting
from onechild.service.journeys.supervision.forms.beginning import BeginForm, ChooseForm, GroupForm, OffForm
from onechild.service.journeys.supervision.views.asking import Page, form_page
from onechild.service.journeys.supervision.views.opening import MAY, is_theirs, session_of, supervised, written_by
from onechild.service.record.models import SessionKind, SupervisionNote
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.work.in_post import in_post


def new(request: SignedIn, worker_id: str) -> HttpResponse:
    """Begin or plan a supervision of a worker, and choose the children it is about."""
    person = supervised(request, worker_id)
    children = children_of(worker_id, today=request.today)
    request.seen([one.head.child_id for one in children], what="beginning a supervision")

    def act(form: BeginForm) -> str:
        typed = form.cleaned_data
        case = typed["kind"] == SessionKind.CASE.value
        chosen = set(typed.get("children") or []) if case else set()
        if case and typed.get("overdue"):
            chosen |= {one.head.child_id for one in children if one.overdue}
        if case and not chosen and typed["happened_on"] <= request.today:
            raise sessions.NotPossible("No child is overdue to be talked about. Choose at least one child.")
        row = sessions.begin(
            worker_id=worker_id,
            kind=typed["kind"],
            on=typed["happened_on"],
            child_ids=chosen,
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            today=request.today,
        )
        return reverse("supervision", args=[row.pk])

    page = Page(
        back=reverse("supervisions"),
        back_words="Supervision",
        title=f"Begin a supervision of {person.name}",
        lede="The children and the worker’s own supervision are written apart. Who has most that is late stands first.",
        button="Begin this supervision",
        template="supervision/begin.html",
        more={"agenda": reverse("supervision-agenda", args=[worker_id]), "has_children": bool(children)},
    )
    return form_page(request, BeginForm, page, act=act, offered=_offered(children, request), today=request.today)


def choose(request: SignedIn, session_id: str) -> HttpResponse:
    """Choose which children a supervision is about; one that is written of stays."""
    row = written_by(request, session_id)
    notes = dict(SupervisionNote.objects.filter(session=row).values_list("child_id", "supervision_id"))
    held = {one.head.child_id: one.leads for one in children_of(row.worker_id, today=request.today)}
    children = waiting({**dict.fromkeys(notes, False), **held}, today=request.today)
    free = [one for one in children if not notes.get(one.head.child_id)]
    request.seen([one.head.child_id for one in children], what="choosing children for a supervision")

    def act(form: ChooseForm) -> str:
        sessions.choose(
            session=row,
            child_ids=form.cleaned_data["children"],
            shown=[one.head.child_id for one in free],
            by=request.user,
            now=request.now,
            today=request.today,
        )
        return reverse("supervision", args=[row.pk])

    page = Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title="Choose the children to talk about",
        lede="Those who are written of already stay.",
        button="Talk about these children",
    )
    initial = {"children": [one.head.child_id for one in free if one.head.child_id in notes]}
    return form_page(request, ChooseForm, page, act=act, offered=_offered(free, request), initial=initial)


def group(request: SignedIn) -> HttpResponse:
    """Write down a group supervision; it meets no clock, and is signed by each who was there."""
    check(request.viewer, *MAY)
    me = request.viewer.worker_id
    if not me:
        raise NotAllowed("Your account is not tied to a worker, so the record can’t say who supervises.", MAY)
    workers = [one for one in in_post(request.viewer.team_ids, today=request.today) if one[0] != me]

    def act(form: GroupForm) -> str:
        typed = form.cleaned_data
        sessions.hold_group(
            worker_ids=typed["workers"],
            on=typed["happened_on"],
            words=typed["said"],
            by=request.user,
            by_worker_id=me,
            now=request.now,
            today=request.today,
        )
        return reverse("supervisions")

    page = Page(
        back=reverse("supervisions"),
        back_words="Supervision",
        title="Write down a group supervision",
        lede="Sending it signs it for you; each who was there then reads and signs. It does not stand in for a "
        "worker’s own supervision, nor for talking a child through.",
        button="Write down and sign",
    )
    return form_page(request, GroupForm, page, act=act, workers=workers, today=request.today)


def off(request: SignedIn, session_id: str) -> HttpResponse:
    """Call a supervision off, and say why."""
    row = session_of(request, session_id)
    if not is_theirs(request, row):
        raise NotAllowed("The worker or the supervisor calls it off.", MAY)

    def act(form: OffForm) -> str:
        sessions.call_off(session=row, words=form.cleaned_data["said"], by=request.user)
        return reverse("supervision", args=[row.pk])

    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)
    page = Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title=f"Call off the supervision of {name}",
        lede="The clock goes on: another day is needed.",
        button="Call it off",
    )
    return form_page(request, OffForm, page, act=act)


def _offered(children: Sequence[Waits], request: SignedIn) -> list[tuple[str, str, str]]:
    return [
        (one.head.child_id, one.head.name + ("" if one.leads else " (not as lead worker)"), one.said(request.today))
        for one in children
    ]
