"""What stands at the side of the first page: what somebody must be told, and forms half filled."""

from __future__ import annotations

from datetime import date

from django.urls import NoReverseMatch, reverse

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import Notice
from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Fact
from onechild.service.govuk.words import moment
from onechild.service.record.queries.names import heads

MOST = 8
FORMS = {
    "visit-new": "Visit",
    "child-edit": "Details",
    "child-birth": "Birth, sex and death",
    "child-warning-new": "Warning",
    "upload": "Upload",
}


def notices_of(viewer: Viewer, *, today: date) -> list[Fact]:
    """This function will return what the viewer has been told and not yet seen, the newest first: one query."""
    rows = Notice.objects.filter(user=viewer.user, seen_at__isnull=True).order_by("-made_at")[:MOST]
    return [Fact(value=row.words, note=moment(row.made_at, today), href=row.page) for row in rows]


def drafts_of(viewer: Viewer, *, today: date) -> tuple[list[Fact], list[str]]:
    """This function will return the viewer's drafts and the children they are about, in at most two queries."""
    rows = list(Draft.objects.filter(user=viewer.user).order_by("-saved_at")[:MOST])
    known = heads([row.child_id for row in rows if row.child_id], today=today)
    told = [row for row in rows if not row.child_id or row.child_id in known]
    return [_draft(row, known[row.child_id].name if row.child_id else "", today) for row in told], list(known)


def notices_page() -> str:
    """The page where notices are marked as seen; empty where there is none."""
    try:
        return reverse("notices")
    except NoReverseMatch:
        return ""


def _draft(row: Draft, name: str, today: date) -> Fact:
    form = FORMS.get(row.kind, row.kind.replace("-", " ").capitalize())
    said = moment(row.saved_at, today)
    return Fact(value=f"{form}, {name}" if name else form, note=f"Saved {said}", href=row.page)
