"""Takes a notice off a person's first page once they have seen it."""

from __future__ import annotations

from datetime import datetime

from onechild.service.access.models import Notice, User


def mark_seen(*, notice_id: int, by: User, at: datetime) -> bool:
    """Mark one's own notice as seen, and say whether there was one."""
    return bool(Notice.objects.filter(pk=notice_id, user=by, seen_at=None).update(seen_at=at))
