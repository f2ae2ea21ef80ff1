"""Makes and uses the one-use links by which a person chooses a password, at first or anew."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from onechild.service.access.models import User
from onechild.service.access.sign_in.actions import codes, passwords
from onechild.service.access.sign_in.models import SignInLink
from onechild.service.access.sign_in.rules import LINK_LASTS
from onechild.service.access.sign_in.sealing import digest


class LinkIsSpent(Exception):
    """The link was used, has run out, or never was."""


@transaction.atomic
def make_link(*, user: User, by: User | None, now: datetime, new_authenticator: bool = False) -> str:
    """Make a link for one person; any earlier one stops working.

    This function will return the secret of the link, which is kept nowhere. With `new_authenticator`, for a phone that
    was lost, the authenticator and recovery codes go and all sessions end.
    """
    SignInLink.objects.filter(user=user, used_at=None).delete()
    if new_authenticator:
        codes.forget_authenticator(user=user)
        passwords.end_all_sessions(user=user)
    secret = secrets.token_urlsafe(32)
    SignInLink.objects.create(user=user, digest=digest(secret), made_by=by, made_at=now, expires_at=now + LINK_LASTS)
    return secret


def link_of(*, secret: str, now: datetime) -> SignInLink:
    """This function will return the link, if it can still be used, or raise LinkIsSpent."""
    link = SignInLink.objects.select_related("user").filter(digest=digest(secret)).first()
    if link is None or link.used_at or link.expires_at <= now or not link.user.is_active:
        raise LinkIsSpent
    return link


@transaction.atomic
def use_link(*, secret: str, password: str, now: datetime) -> User:
    """Set the password that was chosen and spend the link; every session of the account ends."""
    link = link_of(secret=secret, now=now)
    if not SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
        raise LinkIsSpent
    passwords.set_password(user=link.user, password=password)
    return link.user
