"""A child's own pages of supervision: every time the child was talked about, and a later note to one of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.supervision.actions import writing
from onechild.service.journeys.supervision.agenda.children import waiting
from onechild.service.journeys.supervision.forms.writing import LaterForm
from onechild.service.journeys.supervision.reading import of_child
from onechild.service.journeys.supervision.views.asking import Page, form_page
from onechild.service.journeys.supervision.views.opening import MAY, written_by
from onechild.service.record.queries.names import heads


def child_supervisions(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Every supervision about the child, with what was decided and directed; never a worker's own."""
    found = open_child(request, la_child_id, what="supervisions about the child")
    [stands] = waiting({found.pk: False}, today=request.today)
    context = {
        "child": found,
        "head": stands.head,
        "stands": stands,
        "talked": of_child(found.pk, today=request.today),
    }
    return render(request, "supervision/child.html", context)


def later(request: SignedIn, session_id: str, la_child_id: str) -> HttpResponse:
    """Add what came up later to a supervision that is signed."""
    found = open_child(request, la_child_id, what="a supervision about the child")
    check(request.viewer, *MAY)
    row = written_by(request, session_id)
    head = heads([found.pk], today=request.today)[found.pk]

    def act(form: LaterForm) -> str:
        writing.add_later(
            session=row,
            child=found,
            words=form.cleaned_data["said"],
            by=request.user,
            by_worker_id=str(request.viewer.worker_id),
            now=request.now,
            today=request.today,
        )
        return reverse("supervision", args=[row.pk])

    page = Page(
        back=reverse("supervision", args=[row.pk]),
        back_words="The supervision",
        title=f"Add a later note about {head.first_name}",
        button="Add this note",
    )
    return form_page(request, LaterForm, page, act=act, child=found)
