"""My drafts, and the keeping of them."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.actions import TooManyDrafts, save_draft
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.place import Place, place_of
from onechild.service.access.drafts.values import kept_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.words import moment
from onechild.service.record.queries.names import heads


def drafts(request: SignedIn) -> HttpResponse:
    """List the drafts of the signed-in person, the latest first."""
    mine = list(Draft.objects.filter(user=request.user).order_by("-saved_at"))
    return render(request, "drafts/drafts.html", {"drafts": _said(request, mine, what="my drafts")})


def draft(request: SignedIn, draft_id: int) -> HttpResponse:
    """Show what is kept of one form, to read and copy, whatever has become of its page."""
    held = get_object_or_404(Draft, pk=draft_id, user=request.user)
    (said,) = _said(request, [held], what="a draft")
    return render(request, "drafts/draft.html", {"draft": said, "values": held.values})


@require_POST
def save(request: SignedIn, kind: str) -> HttpResponse:
    """Keep what was typed: by the button "Save draft", or as somebody types (the answer is then one line)."""
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
    return _answer(request, place, f"Draft saved at {moment(held.saved_at, request.today)}")


@require_POST
def drop(request: SignedIn, draft_id: int) -> HttpResponse:
    """Let go of a draft."""
    Draft.objects.filter(pk=draft_id, user=request.user).delete()
    return redirect("drafts")


def _place_asked(request: SignedIn, kind: str) -> Place | None:
    page = request.POST.get("draft_page", "")
    try:
        place = place_of(page)
    except Resolver404:
        return None
    return place if place.kind == kind else None


def _answer(request: SignedIn, place: Place, words: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "drafts/_saved.html", {"words": words})
    return render(request, "drafts/saved.html", {"words": words, "page": place.page})


def _said(request: SignedIn, drafts: list[Draft], *, what: str) -> list[dict[str, object]]:
    """Drafts with what each is for and whom it is about, noted in the access log."""
    ids = [draft.child_id for draft in drafts if draft.child_id]
    if ids:
        request.seen(ids, what=what)
    named = heads(ids, today=request.today)
    return [{"row": draft, "what": _words(draft.kind), "child": named.get(draft.child_id or "")} for draft in drafts]


def _words(kind: str) -> str:
    said = kind.replace("-", " ").removesuffix(" new")
    return said[:1].upper() + said[1:]
