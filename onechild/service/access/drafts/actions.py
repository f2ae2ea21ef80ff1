"""Keeps drafts, one of each form, and drops them."""

from __future__ import annotations

from datetime import datetime, timedelta

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import User
from onechild.service.record.models import Child

MOST_DRAFTS = 200
# Who typed nothing for so long has got up from it: they are no longer typing, and begin again later.
A_SITTING = timedelta(minutes=15)


class TooManyDrafts(Exception):
    """One person keeps no more than 200 drafts."""


def save_draft(
    *,
    user: User,
    kind: str,
    values: dict[str, list[str]],
    now: datetime,
    child: Child | None = None,
    about: str = "",
    page: str = "",
) -> Draft:
    """Keep what was typed into one form, over what was kept of it before.

    `kind` is the URL name of the form's page and `page` its path. The database refuses a child who
    may not be seen.
    """
    mine = Draft.objects.filter(user=user)
    held = mine.filter(kind=kind, child=child, about=about).first()
    if held is None and mine.count() >= MOST_DRAFTS:
        raise TooManyDrafts
    went_on = held is not None and held.began_at is not None and held.saved_at >= now - A_SITTING
    began_at = held.began_at if held is not None and went_on else now
    draft, _ = Draft.objects.update_or_create(
        user=user,
        kind=kind,
        child=child,
        about=about,
        defaults={"values": values, "page": page, "saved_at": now, "began_at": began_at},
    )
    return draft


def take_draft(*, user: User, kind: str, child: Child | None = None, about: str = "") -> Draft | None:
    """This function will return what is kept of a form, which stays kept until it is saved or dropped."""
    return Draft.objects.filter(user=user, kind=kind, child=child, about=about).first()


def drop_draft(*, user: User, kind: str, child: Child | None = None, about: str = "") -> None:
    """Let go of what is kept of a form: call it where the form was taken in."""
    Draft.objects.filter(user=user, kind=kind, child=child, about=about).delete()
