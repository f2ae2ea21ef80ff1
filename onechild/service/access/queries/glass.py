"""Records opened in an emergency: one's own, those that wait for a second person, and those to be reviewed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from onechild.service.access.models import Glass, Notice
from onechild.service.access.viewer import Viewer


def open_now(viewer: Viewer, *, now: datetime) -> QuerySet[Glass]:
    """This function will return what is open to the viewer in an emergency now."""
    return _all().filter(user_id=viewer.pk, granted_at__isnull=False, ended_at=None, ends_at__gt=now)


def waiting(viewer: Viewer) -> QuerySet[Glass]:
    """This function will return what others asked and nobody has decided; nothing for who may not decide."""
    if not viewer.may("grant_glass"):
        return Glass.objects.none()
    return _all().filter(granted_at=None, refused_at=None).exclude(user_id=viewer.pk)


def to_review(viewer: Viewer) -> QuerySet[Glass]:
    """This function will return what others opened and nobody has reviewed, and what was reviewed, newest first."""
    if not viewer.may("review_glass") and not viewer.may("grant_glass"):
        return Glass.objects.none()
    return _all().filter(Q(granted_at__isnull=False)).exclude(user_id=viewer.pk).order_by("reviewed_at", "-granted_at")


def notices(viewer: Viewer) -> QuerySet[Notice]:
    """This function will return what the viewer must be told and has not yet marked as seen, newest first."""
    return Notice.objects.filter(user_id=viewer.pk, seen_at=None).order_by("-made_at")


def _all() -> QuerySet[Glass]:
    return Glass.objects.select_related("user", "granted_by", "reviewed_by").order_by("-asked_at")
