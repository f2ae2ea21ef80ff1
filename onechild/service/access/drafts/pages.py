"""What a page with a form asks of drafts: its own draft, and to let go of it."""

from __future__ import annotations

from onechild.service.access.drafts.actions import drop_draft, take_draft
from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.place import place_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.record.models import Child


def draft_of(request: SignedIn, *, child: Child | None = None) -> Draft | None:
    """This function will return what the signed-in person has typed into the form of this page, if it is kept."""
    place = place_of(request.path_info)
    return take_draft(user=request.user, kind=place.kind, child=child, about=place.about)


def done_with(request: SignedIn, *, child: Child | None = None) -> None:
    """Let go of the draft of this page: call it where its form was taken in."""
    place = place_of(request.path_info)
    drop_draft(user=request.user, kind=place.kind, child=child, about=place.about)
