"""Bars a person from a child's record, for whom it then does not exist, and ends that."""

from __future__ import annotations

from datetime import datetime

from onechild.service.access.models import Bar, User
from onechild.service.access.refusals import NotPossible


def bar(
    *,
    child_id: str,
    public_id: str,
    reason: str,
    by: User,
    at: datetime,
    user: User | None = None,
    worker_id: str | None = None,
) -> Bar:
    """Bar an account, or a worker who may be given one later; naming an account bars the worker that it is too.

    This function will raise NotPossible where nobody is named, somebody bars themselves, or is barred already.
    """
    if user is None and not worker_id:
        raise NotPossible("Say who is barred.")
    if user is not None and user.pk == by.pk:
        raise NotPossible("Somebody else must bar you, so that it is known who may undo it.")
    worker = worker_id or (user.worker_id if user else None)
    if user is not None and Bar.objects.filter(child_id=child_id, user=user, ended_at=None).exists():
        raise NotPossible(f"{user.name} is barred from this record already.")
    return Bar.objects.create(
        child_id=child_id, public_id=public_id, user=user, worker_id=worker, reason=reason, began_at=at, began_by=by
    )


def unbar(*, bar: Bar, by: User, at: datetime) -> None:
    """End a bar: from now on the person sees what their role lets them."""
    if not Bar.objects.filter(pk=bar.pk, ended_at=None).update(ended_at=at, ended_by=by):
        raise NotPossible("This bar was ended already.")
