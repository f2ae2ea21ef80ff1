"""What a page with a form asks of drafts: its own draft, and to let go of it."""

from __future__ import annotations

from onechild.service.access.drafts.actions import TooManyDrafts, drop_draft, save_draft, take_draft
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.place import Place, place_of
from onechild.service.access.drafts.values import kept_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.record.models import Child


def draft_of(request: SignedIn, *, child: Child | None = None) -> Draft | None:
    """This function will return what the signed-in person has typed into the form of this page, if it is kept.

    What was just sent is kept as well, until `done_with` says that it was taken in: an answer refused for one field
    loses none of the others, without JavaScript too.
    """
    place = place_of(request.path_info)
    if request.method == "POST":
        _keep_sent(request, place, child)
    return take_draft(user=request.user, kind=place.kind, child=child, about=place.about)


def done_with(request: SignedIn, *, child: Child | None = None) -> None:
    """Let go of the draft of this page: call it where its form was taken in."""
    place = place_of(request.path_info)
    drop_draft(user=request.user, kind=place.kind, child=child, about=place.about)


def _keep_sent(request: SignedIn, place: Place, child: Child | None) -> None:
    if values := kept_of(request.POST):
        try:
            save_draft(user=request.user, values=values, child=child, now=request.now, **place.named)
        except TooManyDrafts:
            return
