"""What stands at the head of every page about a child: who the child is, who holds the case, and what to know first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from onechild.service.record.models import (
    Address,
    Child,
    ChildDetails,
    ChildProtectionPlan,
    EhcPlan,
    Placement,
    Referral,
    SchoolPlace,
    Visit,
    VisitNote,
    WarningNote,
)
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.people import SIBLINGS, Holding, Relation, holdings, relations, this_time
from onechild.service.record.queries.status import Status, statuses


@dataclass(frozen=True, kw_only=True)
class Header:
    """The head of a child's record on a day. `facts` has what there is one of: see `facts_of`."""

    child: Child
    head: Head
    details: ChildDetails | None
    statuses: list[Status]
    facts: dict[str, dict[str, Any]]
    held: list[Holding]
    relations: list[Relation]
    siblings: list[tuple[Head, list[Status]]]
    siblings_unseen: int
    warnings: list[WarningNote]
    today: date

    @property
    def leads(self) -> list[Holding]:
        """Those who led since the case was last opened, oldest first."""
        return this_time(self.held, self.today)

    @property
    def lead(self) -> Holding | None:
        """Who holds the case today; where nobody does, where the child waits."""
        return next((one for one in reversed(self.leads) if one.open_on(self.today)), None)


def header(child: Child, *, today: date) -> Header:
    """This function will return the head of a child's record: seven queries.

    Brothers and sisters whom the viewer may not see are only counted.
    """
    known = relations(child.pk)
    sibling_ids = {one.child_id for one in known if one.child_id and one.relation in SIBLINGS and one.now(today)}
    named = heads([child.pk, *sibling_ids], today=today)
    stood = statuses([child.pk, *sibling_ids], today=today)
    seen = sorted((named[key] for key in sibling_ids if key in named), key=lambda head: head.born_on or date.max)
    return Header(
        child=child,
        head=named.get(child.pk) or _bare(child),
        details=ChildDetails.objects.filter(child=child).first(),
        statuses=stood.get(child.pk, []),
        facts=facts_of(child, today=today),
        held=holdings(child.pk, today=today),
        relations=known,
        siblings=[(head, stood.get(head.child_id, [])) for head in seen],
        siblings_unseen=len(sibling_ids) - len(seen),
        warnings=list(WarningNote.objects.filter(_on(today), child=child).order_by("kind", "started_on")),
        today=today,
    )


def facts_of(child: Child, *, today: date) -> dict[str, dict[str, Any]]:
    """This function will return the latest of each thing of which there is one, by name, dates as ISO text: one query.

    address, last_seen (a visit at which the child was seen), said (the child's latest words), school, placement,
    plan (child protection), education_plan, referral. What there is none of is left out.
    """
    latest: dict[str, QuerySet[Any, Any]] = {
        "address": Address.objects.filter(_on(today)).order_by("-started_on", "pk"),
        "last_seen": Visit.objects.filter(seen=True, happened_on__lte=today).order_by("-happened_on", "pk"),
        "said": VisitNote.objects.exclude(childs_words="").order_by("-recorded_on", "-pk"),
        "school": SchoolPlace.objects.filter(_on(today)).order_by("-started_on", "pk"),
        "placement": Placement.objects.filter(_on(today)).order_by("-started_on", "pk"),
        "plan": ChildProtectionPlan.objects.filter(_on(today)).order_by("-started_on", "pk"),
        "education_plan": EhcPlan.objects.filter(_on(today)).order_by("-started_on", "pk"),
        "referral": Referral.objects.filter(_on(today)).order_by("-started_on", "pk"),
    }
    told = {name: Subquery(_told(name, rows)) for name, rows in latest.items()}
    row = Child.every.filter(pk=child.pk).annotate(**told).values(*told).get()
    return {name: found for name, found in row.items() if found}


COLUMNS: dict[str, tuple[str, ...]] = {
    "address": ("address_kind", "lines", "postcode", "started_on"),
    "last_seen": ("happened_on", "seen_alone", "bedroom_seen", "method", "visit_id", "worker_id"),
    "said": ("childs_words", "recorded_on", "place"),
    "school": ("school_urn", "year_group", "started_on"),
    "placement": ("placement_kind", "provider", "started_on"),
    "plan": ("latest_category", "initial_category", "started_on"),
    "education_plan": ("started_on",),
    "referral": ("started_on", "source_kind", "source_words", "primary_need"),
}


def _told(name: str, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """The first of the rows of the outer query's child, as JSON."""
    said = {column: column for column in COLUMNS[name]}
    if name == "last_seen":
        noted = VisitNote.objects.filter(visit_id=OuterRef("visit_id")).values("place")[:1]
        rows = rows.annotate(place=Subquery(noted))
        said |= {"place": "place"}
    found: QuerySet[Any, Any] = rows.filter(child_id=OuterRef("child_id")).annotate(told=JSONObject(**said))
    return found.values("told")[:1]


def _bare(child: Child) -> Head:
    """A child whom a source no longer sends: the record is still there to be read, under its number."""
    return Head(
        child_id=child.pk,
        la_child_id=child.la_child_id,
        forename="",
        surname="",
        born_on=child.born_on,
        expected_on=child.expected_on,
        died_on=child.died_on,
        restricted=child.restricted or "",
    )


def _on(today: date) -> Q:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
