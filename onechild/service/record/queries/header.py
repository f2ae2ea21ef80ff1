"""What stands at the head of every page about a child: who the child is, who holds the case, and what to know first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q

from onechild.service.record.models import Child, ChildDetails, WarningNote
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
    plan (child protection), education_plan, referral. What there is none of, or is not said, is left out.
    """
    with connection.cursor() as cursor:
        cursor.callproc("record_facts", [child.pk, today])
        (told,) = cursor.fetchone()
    found: dict[str, dict[str, Any]] = json.loads(told)
    return {name: {**dict.fromkeys(COLUMNS[name]), **values} for name, values in found.items()}


COLUMNS: dict[str, tuple[str, ...]] = {
    "address": ("address_kind", "lines", "postcode", "started_on"),
    "last_seen": ("happened_on", "seen_alone", "bedroom_seen", "method", "place"),
    "said": ("childs_words", "recorded_on", "place"),
    "school": ("school_urn", "year_group", "started_on"),
    "placement": ("placement_kind", "provider", "started_on"),
    "plan": ("latest_category", "initial_category", "started_on"),
    "education_plan": ("started_on",),
    "referral": ("started_on", "source_kind", "source_words", "primary_need"),
}


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
