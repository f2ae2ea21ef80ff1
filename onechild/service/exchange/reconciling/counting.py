"""What the record counts as at a day, and of a child whom it does not count, why that may be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Model, Q, QuerySet

from onechild.knowledge.measures.rows.children import SHORT_BREAKS
from onechild.service.access.viewer import Viewer
from onechild.service.access.visible import children
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Finding,
    LegalStatus,
    PeriodOfCare,
    Referral,
)

WHAT: dict[str, str] = {
    "open": "Children with an open case",
    "child_protection": "Children on a child protection plan",
    "looked_after": "Looked-after children",
    "child_in_need": "Children with a child in need plan",
    "allocated": "Children with a lead worker or on a team’s list",
}
OF: dict[str, type[Model]] = {
    "open": Referral,
    "child_protection": ChildProtectionPlan,
    "looked_after": PeriodOfCare,
    "child_in_need": ChildInNeedPlan,
    "allocated": Allocation,
}


def ours(what: str, on: date, *, viewer: Viewer) -> set[str]:
    """This function will return the keys of the children whom the record counts at the end of a day.

    Only those whom the viewer may see. Series of short breaks are not looked after, nor another council's plan ours.
    """
    rows = _on(what, on)
    if what == "child_protection":
        rows = rows.exclude(of_other_council=True)
    if what == "looked_after":
        breaks = LegalStatus.objects.filter(_holds(on), status__in=SHORT_BREAKS).values("child_id")
        rows = rows.exclude(child_id__in=breaks)
    if what == "allocated":
        rows = rows.filter(role="lead")
    seen = set(children(viewer).values_list("pk", flat=True))
    return {child for child in rows.values_list("child_id", flat=True).distinct() if child in seen}


def _on(what: str, on: date) -> QuerySet[Model]:
    model = OF[what]
    return model._default_manager.filter(_holds(on), child__gone_at__isnull=True)


def _holds(on: date) -> Q:
    return Q(started_on__lte=on) & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))


def why_not(what: str, on: date, child_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """This function will return, for children whom the record does not count, what it says and a probable cause."""
    found: dict[str, tuple[str, str]] = {}
    model = OF[what]
    every = model.every.filter(child_id__in=child_ids)  # type: ignore[attr-defined]
    gone = set(every.filter(gone_at__isnull=False).values_list("child_id", flat=True))
    rows = every.filter(gone_at__isnull=True).order_by("started_on").values_list("child_id", "started_on", "ended_on")
    for child, began, ended in rows:
        if ended and ended <= on:
            found[child] = (f"ended {ended:%d/%m/%Y}", "ended on another day, or its end is not in their list")
        elif began > on:
            found[child] = (f"begins {began:%d/%m/%Y}", "begins on another day")
        else:
            found[child] = ("holds, and is not counted", "a series of short breaks, or another council’s plan")
    for child in child_ids:
        if child not in found:
            found[child] = ("nothing", "gone from its source" if child in gone else "the record has no such spell")
    for child, words in Finding.objects.filter(child_id__in=child_ids).values_list("child_id", "words"):
        said, cause = found[child]
        found[child] = (said, f"{cause}; a finding says: {words}" if "a finding" not in cause else cause)
    linked = Child.every.filter(pk__in=child_ids).exclude(linked_to=None).values_list("pk", "linked_to__la_child_id")
    found |= {child: ("part of another record", f"linked to {other}") for child, other in linked}
    return found


def why(what: str, on: date, child_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """This function will return, for children whom only the record counts, since when, and a probable cause."""
    rows = _on(what, on).filter(child_id__in=child_ids).order_by("started_on")
    found: dict[str, tuple[str, str]] = {}
    for child, began in rows.values_list("child_id", "started_on"):
        late = (on - began).days <= RECENT
        found[child] = (
            f"since {began:%d/%m/%Y}",
            "begun shortly before the day" if late else "ended with them, or not recorded",
        )
    for child, words in Finding.objects.filter(child_id__in=child_ids).values_list("child_id", "words"):
        if child in found and "a finding" not in found[child][1]:
            found[child] = (found[child][0], f"{found[child][1]}; a finding says: {words}")
    return found


RECENT = 7
