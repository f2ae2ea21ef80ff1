"""Sets passwords and ends sessions."""

from __future__ import annotations

from django.db import transaction

from onechild.service.access.models import User
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.sealing import digest


@transaction.atomic
def set_password(*, user: User, password: str, keep: str | None = None) -> None:
    """Set a password and end every session of the account but the one whose key is `keep`."""
    user.set_password(password)
    user.save(update_fields=["password"])
    end_all_sessions(user=user, keep=keep)


def end_all_sessions(*, user: User, keep: str | None = None) -> int:
    """End the sessions of an account but one; this function will return how many ended."""
    ended = Session.objects.filter(user=user)
    if keep:
        ended = ended.exclude(digest=digest(keep))
    return ended.delete()[0]


def end_session(*, user: User, digest_of_key: str) -> bool:
    """End one session of an account; this function will return whether there was one."""
    return bool(Session.objects.filter(user=user, digest=digest_of_key).delete()[0])
