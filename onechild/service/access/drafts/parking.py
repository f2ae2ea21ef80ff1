"""Parks a form that was sent after the session had ended, and turns it into a draft once its sender is back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.urls import Resolver404

from onechild.service.access.drafts.actions import save_draft
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
    """Make drafts of what waits for this person; this function will return them, the newest last.

    A form about a child whom they may no longer see is let go.
    """
    drafts = []
    for parked in ParkedForm.objects.filter(user=user, parked_at__gt=now - LASTS).order_by("parked_at"):
        try:
            held = json.loads(opened(parked.sealed, purpose=PURPOSE))
            place = place_of(held["page"])
        except (CannotOpen, Resolver404):
            continue
        child = place.child_of(viewer)
        if child is not None or not place.la_child_id:
            drafts.append(save_draft(user=user, values=held["values"], child=child, now=now, **place.named))
    ParkedForm.objects.filter(user=user).delete()
    return drafts


def forget_parked(*, now: datetime) -> None:
    """Take away what waited longer than an hour; for the nightly job too."""
    ParkedForm.objects.filter(parked_at__lte=now - LASTS).delete()
