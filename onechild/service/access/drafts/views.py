"""My drafts, and the keeping of them."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.actions import TooManyDrafts, drop_draft, save_draft
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.others import in_words, others_typing
from onechild.service.access.drafts.place import Place, place_of
from onechild.service.access.drafts.values import kept_of, too_long
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.words import moment
from onechild.service.record.queries.names import heads

# Says to the script of a form whether what it sent is kept; what is not, it goes on holding in the browser.
KEPT, KEPT_AT = "X-Draft-Kept", "X-Draft-At"


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
    child = place.child_of(request.viewer)
    if child is None and place.la_child_id:
        return _answer(request, place, "This can’t be kept: you can no longer open this record")
    if too_long(request.POST):
        return _answer(request, place, "Not kept: this is too long for a draft. Copy it before you leave the page")
    values = kept_of(request.POST)
    if values is None:
        drop_draft(user=request.user, kind=place.kind, child=child, about=place.about)
        return _answer(request, place, "Nothing to keep", kept=True)
    try:
        held = save_draft(user=request.user, values=values, child=child, now=request.now, **place.named)
    except TooManyDrafts:
        return _answer(request, place, "Not kept: you have 200 drafts. Drop some that you no longer need")
    answer = _answer(request, place, f"Draft saved at {moment(held.saved_at, request.today)}", kept=True)
    answer[KEPT_AT] = held.saved_at.isoformat()
    return answer


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


def _answer(request: SignedIn, place: Place, words: str, *, kept: bool = False) -> HttpResponse:
    """One line for the script that asked, else a page; the header says whether what was sent is safe with us."""
    if request.headers.get("HX-Request"):
        others = in_words(others_typing(place, now=request.now), today=request.today) if kept else ""
        answer = render(request, "drafts/_saved.html", {"words": words, "others": others})
    else:
        answer = render(request, "drafts/saved.html", {"words": words, "page": place.page})
    answer[KEPT] = "yes" if kept else "no"
    return answer


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
