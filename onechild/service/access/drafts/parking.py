"""Parks a form that was sent after the session had ended, and turns it into a draft once its sender is back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.urls import Resolver404

from onechild.service.access.drafts.actions import TooManyDrafts, save_draft
from onechild.service.access.drafts.models import Draft, ParkedForm
from onechild.service.access.drafts.place import place_of
from onechild.service.access.models import User
from onechild.service.access.sign_in.sealing import CannotOpen, opened, seal
from onechild.service.access.viewer import Viewer

PURPOSE = "parked form"
LASTS = timedelta(hours=1)
MOST_PARKED = 20


def park(*, user_id: int, page: str, values: dict[str, list[str]], now: datetime) -> None:
    """Seal what was sent to a page for the person whose session had ended; the oldest beyond twenty go.

    Nobody is signed in here: the words can be read back only by that person's own session, and for an hour.
    """
    forget_parked(now=now)
    sealed = seal(json.dumps({"page": page, "values": values}), purpose=PURPOSE)
    if ParkedForm.objects.filter(user_id=user_id).count() < MOST_PARKED:
        ParkedForm.objects.create(user_id=user_id, sealed=sealed, parked_at=now)


def unpark(*, viewer: Viewer, user: User, now: datetime) -> list[Draft]:
    """Make drafts of what waits for this person; this function will return them, the newest last."""
    drafts = []
    for parked in ParkedForm.objects.filter(user=user, parked_at__gt=now - LASTS).order_by("parked_at"):
        try:
            held = json.loads(opened(parked.sealed, purpose=PURPOSE))
        except CannotOpen:
            continue
        draft = keep(viewer=viewer, user=user, page=held["page"], values=held["values"], now=now)
        drafts += [draft] if draft else []
    ParkedForm.objects.filter(user=user).delete()
    return drafts


def keep(*, viewer: Viewer, user: User, page: str, values: dict[str, list[str]], now: datetime) -> Draft | None:
    """Keep what was sent to a page as a draft; none where there is no such page, or its child may not be seen."""
    try:
        place = place_of(page)
        child = place.child_of(viewer)
        if child is None and place.la_child_id:
            return None
        return save_draft(user=user, values=values, child=child, now=now, **place.named)
    except (Resolver404, TooManyDrafts):
        return None


def forget_parked(*, now: datetime) -> None:
    """Take away what waited longer than an hour; for the nightly job too."""
    ParkedForm.objects.filter(parked_at__lte=now - LASTS).delete()
