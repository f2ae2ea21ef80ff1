"""My drafts, and the keeping of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404
from django.utils import timezone
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.actions import TooManyDrafts, save_draft
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.place import Place, place_of
from onechild.service.access.drafts.values import kept_of


def drafts(request: HttpRequest) -> HttpResponse:
    """List the drafts of the signed-in person, the latest first."""
    mine = list(Draft.objects.filter(user=request.user).select_related("child").order_by("-saved_at"))
    request.seen([draft.child_id for draft in mine if draft.child_id], what="my drafts")
    return render(request, "drafts/drafts.html", {"drafts": [_said(draft) for draft in mine]})


def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show what is kept of one form, to read and copy, whatever has become of its page."""
    held = get_object_or_404(Draft.objects.select_related("child"), pk=draft_id, user=request.user)
    request.seen([held.child_id] if held.child_id else [], what="a draft")
    return render(request, "drafts/draft.html", {"draft": _said(held), "values": held.values})


@require_POST
def save(request: HttpRequest, kind: str) -> HttpResponse:
    """Keep what was typed: by the button "Save draft", or as somebody types (then a line for the page is the answer)."""
    place = _place_asked(request, kind)
    if place is None:
        return HttpResponseBadRequest()
    values, child = kept_of(request.POST), place.child_of(request.viewer)
    if values is None or (child is None and place.la_child_id):
        return _answer(request, place, "Nothing to keep" if values is None else "This can't be kept")
    try:
        held = save_draft(user=request.user, values=values, child=child, now=request.now, **place.named)
    except TooManyDrafts:
        return _answer(request, place, "Not kept: you have 200 drafts. Drop some that you no longer need")
    at = timezone.localtime(held.saved_at)
    return _answer(request, place, f"Draft saved at {at:%-I.%M}{'am' if at.hour < 12 else 'pm'}")


@require_POST
def drop(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Let go of a draft."""
    Draft.objects.filter(pk=draft_id, user=request.user).delete()
    return redirect("drafts")


def _place_asked(request: HttpRequest, kind: str) -> Place | None:
    page = request.POST.get("draft_page", "")
    try:
        place = place_of(page)
    except Resolver404:
        return None
    return place if place.kind == kind else None


def _answer(request: HttpRequest, place: Place, words: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "drafts/_saved.html", {"words": words})
    return render(request, "drafts/saved.html", {"words": words, "page": place.page})


def _said(draft: Draft) -> dict[str, object]:
    said = draft.kind.replace("-", " ").removesuffix(" new")
    return {"row": draft, "what": said[:1].upper() + said[1:], "saved": timezone.localtime(draft.saved_at)}
