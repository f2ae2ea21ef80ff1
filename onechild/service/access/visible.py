"""Which children a viewer may see, and why: the relation `visible` of the database, for queries to join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import BooleanField, Func, Max, QuerySet

from onechild.service.access.models import Visible
from onechild.service.access.viewer import Viewer
from onechild.service.record.models import Child, Cover

# Why somebody sees a child, in words, by the relation's own.
BECAUSE: dict[str, str] = {
    "own": "you work with this child, or did in the last 90 days",
    "team": "the child is in your team's hands, or was in the last 90 days",
    "all": "your role reaches every child",
    "chairing": "you chair this child's conference",
    "legal": "the child is in pre-proceedings or proceedings",
    "fostering": "the child lives with a fostering household of the council",
    "protection": "the child has an open section 47 enquiry or child protection plan",
    "named": "you are named on this restricted record",
    "cover": "you cover for this child's worker",
    "asked": "your team is asked to take this child over",
    "glass": "you opened this record in an emergency, for a time",
}


class MaySee(Func):
    """What the policies ask, of one child: for the viewer entered in this transaction, and no for nobody."""

    function = "may_see"
    output_field = BooleanField()


def children(viewer: Viewer) -> QuerySet[Child]:
    """This function will return the children whom the viewer, as entered in this transaction, may see."""
    if viewer.sees_all:
        # All but a few: asking row by row is quicker than joining them all.
        return Child.objects.filter(MaySee("pk"))
    return Child.objects.filter(pk__in=Visible.objects.filter(viewer_id=viewer.pk).values("child_id"))


def because(viewer: Viewer, child_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """This function will return, for each of these children whom the viewer may see, the reasons why, in words."""
    found: dict[str, list[str]] = defaultdict(list)
    reasons = Visible.objects.filter(viewer_id=viewer.pk, child_id__in=list(child_ids)).order_by("child_id", "because")
    for child_id, reason in reasons.values_list("child_id", "because"):
        until = f" until {_last_day_of_cover(viewer, child_id)}" if reason == "cover" else ""
        found[child_id].append(f"{BECAUSE.get(reason, reason)}{until}")
    return {child_id: tuple(reasons) for child_id, reasons in found.items()}


def _last_day_of_cover(viewer: Viewer, child_id: str) -> str:
    ends = Cover.objects.filter(child_id=child_id, by_worker_id=viewer.worker_id or "").aggregate(last=Max("ended_on"))
    last: date = ends["last"] - timedelta(days=1)
    return f"{last.day} {last:%B %Y}"
