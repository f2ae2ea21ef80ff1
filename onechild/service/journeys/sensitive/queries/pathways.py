"""A pathway as a page shows it, and the pathways of a child or of all whom a viewer may see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, F, Func, QuerySet

from onechild.service.journeys.sensitive.kinds import Kind, kind_of
from onechild.service.record.models import Decision, HomelessChoice, Oversight, Pathway, PathwayEntry
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.standards import held
from onechild.service.record.queries.versions import versions


class DueOn(Func):
    """The day by which a manager must look at a pathway next."""

    function = "sensitive_due_on"
    output_field = DateField()


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A pathway with when it is looked at next, and the names of who leads and who oversees it."""

    pathway: Pathway
    due_on: date | None
    lead: str
    overseer: str

    @property
    def kind(self) -> Kind:
        """What it is, as data."""
        return kind_of(self.pathway.kind)

    @property
    def written(self) -> bool:
        """Whether somebody has said what it is about."""
        return bool(self.pathway.words)

    def late(self, today: date) -> bool:
        """Whether the day of the next look has passed."""
        return self.due_on is not None and self.due_on < today and self.pathway.ended_on is None


@dataclass(frozen=True, kw_only=True)
class Whole:
    """All that stands on one pathway, the newest first."""

    listed: Listed
    entries: tuple[PathwayEntry, ...]
    oversights: tuple[Oversight, ...]
    choices: tuple[HomelessChoice, ...]
    decisions: tuple[Decision, ...]

    def first(self, *keys: str) -> PathwayEntry | None:
        """The newest entry of one of these kinds."""
        return next((one for one in self.entries if one.kind in keys), None)


def open_ones(child_ids: Collection[str] | None = None) -> list[Listed]:
    """This function will return the open pathways that the viewer may see, the next look first: two queries."""
    rows = Pathway.objects.filter(ended_on__isnull=True)
    return _listed(rows if child_ids is None else rows.filter(child_id__in=child_ids))


def of_child(child_id: str) -> list[Listed]:
    """This function will return every pathway of a child, open ones first, then the newest: two queries."""
    rows = _listed(Pathway.objects.filter(child_id=child_id))
    return sorted(rows, key=lambda one: (one.pathway.ended_on is not None, -one.pathway.started_on.toordinal()))


def whole(pathway_id: str, *, child_id: str) -> Whole | None:
    """This function will return all of one pathway of this child; None where the child has no such."""
    found = _listed(Pathway.objects.filter(pk=pathway_id, child_id=child_id))
    if not found:
        return None
    return Whole(
        listed=found[0],
        entries=tuple(PathwayEntry.objects.filter(pathway_id=pathway_id).order_by("-happened_on", "-pk")),
        oversights=tuple(
            Oversight.objects.filter(about="pathways", about_id=pathway_id).order_by("-happened_on", "-pk")
        ),
        choices=tuple(HomelessChoice.objects.filter(pathway_id=pathway_id).order_by("-happened_on", "-pk")),
        decisions=tuple(Decision.objects.filter(about="pathways", about_id=pathway_id).order_by("-decided_at", "-pk")),
    )


def their_own(pathway: Pathway, *, worker_id: str | None, name: str) -> bool:
    """This function will say whether this work is somebody's own: they began or opened it, or lead or ever led it.

    Whoever has an account and no worker is known by name: theirs is also what they ever wrote of it.
    """
    known = versions(pathway)
    leads = {one.row["lead_id"] for one in known} | {pathway.lead_id}
    opened = Decision.objects.filter(kind="pathway_opened", about_id=pathway.pk)
    by_id, by_name = set(opened.values_list("decided_by_id", flat=True)), {one.decided_by_name for one in opened}
    wrote = {one.by for one in (known[:1] if worker_id else known)}
    return (worker_id is not None and worker_id in leads | by_id) or name in by_name | wrote


def every_days(kind: Kind, *, today: date) -> int | None:
    """This function will return how often this work is overseen, by the council's standard; None for never."""
    if not kind.setting:
        return None
    [one] = held(today=today, setting=kind.setting)
    value = one.now.row.value if one.now else one.standard.default
    return int(value) if value else None


def _listed(rows: QuerySet[Pathway]) -> list[Listed]:
    found = list(
        rows.select_related("child")
        .annotate(due_on=DueOn("pathway_id"))
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )
    names = worker_names({key for row in found for key in (row.lead_id, row.overseer_id)})
    return [
        Listed(
            pathway=row,
            due_on=row.due_on,
            lead=_name(names, row.lead_id),
            overseer=_name(names, row.overseer_id),
        )
        for row in found
    ]


def _name(names: dict[str, str], worker_id: str | None) -> str:
    return names.get(worker_id, NO_WORKER_NAME) if worker_id else ""
