"""What these pages share: the child, the warnings at the head, one pathway, and how a form is shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from onechild.service.access.drafts.models import Draft
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.sensitive.kinds import Kind, kind_of
from onechild.service.record.models import Child, Pathway, WarningNote
from onechild.service.record.queries.names import heads

# What the access log says: never what the work is about.
LOOKED = "specially careful work"
CLASH = 409


def opened(request: SignedIn, la_child_id: str, *permissions: str) -> Child:
    """This function will return the child, for a viewer who may open the record and has one of the permissions."""
    child = open_child(request, la_child_id, what=LOOKED)
    if permissions:
        check(request.viewer, *permissions)
    return child


def pathway_of(child: Child, pathway_id: str) -> Pathway:
    """This function will return an open pathway of the child, or raise Http404."""
    found = Pathway.objects.filter(child=child, pk=pathway_id, ended_on__isnull=True).select_related("child").first()
    if found is None:
        raise Http404("There is no such work going on.")
    return found


def frame(request: SignedIn, child: Child) -> dict[str, Any]:
    """This function will return what the head of each page shows: two queries."""
    notes = WarningNote.objects.filter(child=child, ended_on__isnull=True).order_by("-started_on", "pk")
    return {
        "child": child,
        "head": heads([child.pk], today=request.today)[child.pk],
        "warnings": list({(one.kind, one.words): one for one in notes}.values()),
        "may_write": request.viewer.may("do_casework"),
        "may_approve": request.viewer.may("approve_work"),
    }


def shown(
    request: SignedIn,
    child: Child,
    form: forms.Form,
    *,
    title: str,
    button: str,
    back: str,
    draft: Draft | None = None,
    drafts: bool = True,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """This function will return a page that is one form; `back` is where Cancel leads."""
    context = {
        **frame(request, child),
        "form": form,
        "title": title,
        "button": button,
        "back": back,
        "draft": draft,
        "drafts": drafts,
        **more,
    }
    return render(request, "sensitive/form.html", context, status=status)


def on_page(pathway: Pathway) -> str:
    """This function will return the address of a pathway."""
    return reverse("pathway", args=[pathway.child.la_child_id, pathway.pk])


def href(page: str, *arguments: str) -> str:
    """This function will return the address of a page of another room; nothing where it is not there."""
    try:
        return reverse(page, args=arguments)
    except NoReverseMatch:
        return ""


def title_of(kind_key: str) -> str:
    """What a title calls the work: it stands in the browser's history and on a screen that others pass."""
    kind: Kind = kind_of(kind_key)
    return kind.on_screen
