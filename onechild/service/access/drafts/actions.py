"""Keeps drafts, one of each form, and drops them."""

from __future__ import annotations

from datetime import datetime

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import User
from onechild.service.record.models import Child

MOST_DRAFTS = 200


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
    held = Draft.objects.filter(user=user)
    if held.count() >= MOST_DRAFTS and not held.filter(kind=kind, child=child, about=about).exists():
        raise TooManyDrafts
    draft, _ = Draft.objects.update_or_create(
        user=user, kind=kind, child=child, about=about, defaults={"values": values, "page": page, "saved_at": now}
    )
    return draft


def take_draft(*, user: User, kind: str, child: Child | None = None, about: str = "") -> Draft | None:
    """This function will return what is kept of a form, which stays kept until it is saved or dropped."""
    return Draft.objects.filter(user=user, kind=kind, child=child, about=about).first()


def drop_draft(*, user: User, kind: str, child: Child | None = None, about: str = "") -> None:
    """Let go of what is kept of a form: call it where the form was taken in."""
    Draft.objects.filter(user=user, kind=kind, child=child, about=about).delete()
