"""Breaks the glass: asks to open a record for a time, grants or refuses that, ends it early, reviews it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction

from onechild.service.access.models import Glass, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.restrictions import GLASS_REASONS, MOST_HOURS


def ask(*, child_id: str, public_id: str, reason: str, words: str, hours: int, by: User, at: datetime) -> Glass:
    """Ask to open a record. An ordinary one is open at once, and the child's manager told; for a sensitive one, whoever
    may grant it is told, and it opens when a second person grants it.

    This function will raise NotPossible for no reason in words, or for hours that are not 1 to 72.
    """
    if reason not in GLASS_REASONS or not words.strip():
        raise NotPossible("Say why you must open this record.")
    if not 1 <= hours <= MOST_HOURS:
        raise NotPossible(f"It can be opened for 1 to {MOST_HOURS} hours.")
    sensitive = _sensitive(child_id)
    opens = {} if sensitive else {"granted_at": at, "ends_at": at + timedelta(hours=hours)}
    with transaction.atomic():
        asked = Glass.objects.create(
            child_id=child_id, public_id=public_id, user=by, reason=reason, words=words, hours=hours, asked_at=at,
            sensitive=sensitive, **opens,
        )  # fmt: skip
        if sensitive:
            _tell(child_id, "granters", f"{by.name} asks to open a specially protected record. You can decide.")
        else:
            _tell(
                child_id, "managers", f"{by.name} opened a record in an emergency, for {hours} hours. Please review it."
            )
    return asked


def grant(*, glass: Glass, by: User, at: datetime) -> None:
    """Grant what somebody else asked: the record opens to them now, for the hours that they asked."""
    if by.pk == glass.user_id:
        raise NotPossible("You asked for this yourself, so somebody else must grant it.")
    _decide(glass, granted_at=at, granted_by=by, ends_at=at + timedelta(hours=glass.hours))


def refuse(*, glass: Glass, words: str, by: User, at: datetime) -> None:
    """Refuse what somebody else asked, and say why."""
    if by.pk == glass.user_id:
        raise NotPossible("You asked for this yourself, so somebody else must decide.")
    if not words.strip():
        raise NotPossible("Say why it is refused.")
    _decide(glass, refused_at=at, refused_by=by, refused_words=words)


def end(*, glass: Glass, at: datetime) -> None:
    """Close the record again before its time."""
    if not Glass.objects.filter(pk=glass.pk, granted_at__isnull=False, ended_at=None, ends_at__gt=at).update(
        ended_at=at
    ):
        raise NotPossible("This record is closed again already.")


def review(*, glass: Glass, words: str, by: User, at: datetime) -> None:
    """Note that a manager has looked at why a record was opened, and what they made of it."""
    if by.pk == glass.user_id:
        raise NotPossible("You opened this record yourself, so somebody else must review it.")
    if not words.strip():
        raise NotPossible("Say what you found.")
    if not Glass.objects.filter(pk=glass.pk, reviewed_at=None).update(
        reviewed_at=at, reviewed_by=by, review_words=words
    ):
        raise NotPossible("This was reviewed already.")


def _decide(glass: Glass, **decision: object) -> None:
    waiting = Glass.objects.filter(pk=glass.pk, granted_at=None, refused_at=None)
    if not waiting.update(**decision):
        raise NotPossible("This was decided already.")


def _sensitive(child_id: str) -> bool:
    with connection.cursor() as cursor:
        cursor.callproc("access_is_sensitive", [child_id])
        return bool(cursor.fetchone()[0])


def _tell(child_id: str, whom: str, words: str) -> None:
    with connection.cursor() as cursor:
        cursor.callproc("access_tell", [child_id, whom, words, "glass"])
