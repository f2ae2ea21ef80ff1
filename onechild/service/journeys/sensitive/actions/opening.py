"""Begins a pathway, which restricts the record first where it must, and writes down what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from onechild.knowledge.workdays import age_on
from onechild.service.access.actions.restrict_at_once import (
    Asked,
    only_by_glass,
    restrict_at_once,
    tell_granters,
    tell_person,
)
from onechild.service.access.models import Restriction
from onechild.service.access.queries.restricted import names_of_openers
from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.sensitive.actions import warning
from onechild.service.journeys.sensitive.kinds import Kind, kind_of
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.models import Child, Decision, Pathway, StepTaken
from onechild.service.record.models.pathway import PathwayKind
from onechild.service.record.queries.status import statuses

OPENED, ASKED = "Specially careful work begun", "You are asked to oversee specially careful work."
REPLACED = "A restricted record is specially protected now. Look at who is named on it."
BY_GLASS = (
    "You opened this restricted record for a time only, so somebody to whom it opens for good must begin this work"
)
NOBODY = "Nobody oversees specially protected work that began. Name somebody who can open the record."


@dataclass(frozen=True, kw_only=True)
class Begun:
    """What is known when the work begins: what it is about, since when, who leads and who oversees it, how often."""

    kind: str
    on: date
    lead_id: str | None = None
    overseer: Asked | None = None
    every_days: int | None = None
    words: str = ""


def begin(begun: Begun, *, child: Child, by: Person, worker_id: str | None, today: date) -> Pathway:
    """Begin a pathway and return it; the record is restricted first, where the kind restricts it.

    This function will raise NotPossible where the child has this pathway open already, or is not 16 or 17 on the day
    or looked after, for the one about homelessness, and where the record that it restricts opens to the viewer for a
    time only. All is kept, or nothing.
    """
    kind = kind_of(begun.kind)
    with change_set(by=by, kind="edit", words=OPENED):
        child = locked([child.pk])[child.pk]
        _refuse(kind, child, begun.on, today)
        if kind.protected:
            _restrict(child, kind, begun.overseer)
        made = Pathway.objects.create(
            child=child,
            kind=kind.key,
            words=begun.words,
            started_on=begun.on,
            recorded_on=today,
            lead_id=begun.lead_id,
            overseer_id=begun.overseer.worker_id if begun.overseer else None,
            oversight_every_days=begun.every_days,
            no_contact_with_family=True if kind.protected else None,
        )
        if kind.protected:
            warning.put_up(made, today=today)
        if kind.key == PathwayKind.HOMELESS:
            _presented(made, worker_id=worker_id, today=today)
        _told(made, begun.overseer, protected=kind.protected)
        return made


def tell(
    *,
    pathway: Pathway,
    typed: Mapping[str, Any],
    seen_version: int,
    overseer: Asked | None,
    by: Person,
    worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Write down what the work is about, who leads and oversees it, and how the child is reached safely.

    `typed` has columns of Pathway. The first time, the decision to open the pathway enters the register. Raises Stale.
    """
    with change_set(by=by, kind="edit", words="Specially careful work described"):
        locked([pathway.child_id])
        row = Pathway.objects.select_for_update().get(pk=pathway.pk)
        before = row.overseer_id
        names = changed(row, seen_version=seen_version, typed=typed)
        if names:
            row.save(update_fields=names)
        if not Decision.objects.filter(kind="pathway_opened", about_id=row.pk).exists():
            _enter(row, by=by, worker_id=worker_id, now=now, today=today)
        warning.put_up(row, today=today)
        if overseer is not None and row.overseer_id not in (before, None):
            _told(row, overseer, protected=kind_of(row.kind).protected)


def _refuse(kind: Kind, child: Child, on: date, today: date) -> None:
    if Pathway.objects.filter(child=child, kind=kind.key, ended_on__isnull=True).exists():
        raise NotPossible("This work has begun already. Go on where it stands.")
    if child.born_on is not None and on < child.born_on:
        raise NotPossible("That is before the child was born.")
    if kind.key != PathwayKind.HOMELESS:
        return
    if any(one.kind == "looked_after" for one in statuses([child.pk], today=today).get(child.pk, [])):
        raise NotPossible("They are looked after already. The council finds them a placement, tonight if need be.")
    if child.born_on is None:
        raise NotPossible("No date of birth is recorded, so nothing says that they are 16 or 17. Record it first.")
    if age_on(child.born_on, on) not in (16, 17):
        age = age_on(child.born_on, on)
        other = "A child under 16 is not helped as homeless: ask for an assessment, or for section 20."
        adult = "From 18 on, housing helps; a care leaver's worker helps as well."
        raise NotPossible(f"They were {age} on that day. This is for 16 and 17. {other if age < 16 else adult}")


def _restrict(child: Child, kind: Kind, overseer: Asked | None) -> None:
    """Restrict the record; where it was restricted for less, those who decide on such records look at who is named."""
    if only_by_glass(child.pk):
        who = ", ".join(names_of_openers(child.pk)) or "nobody is named: ask whoever restricts records"
        raise NotPossible(f"{BY_GLASS}: {who}.")
    before = Restriction.objects.filter(child=child, lifted_at__isnull=True).exists()
    named = restrict_at_once(
        child_id=child.pk, restriction=kind.key, overseer_id=overseer.user_id if overseer else None
    )
    if before and named:
        tell_granters(child_id=child.pk, words=REPLACED, page=reverse("child-who", args=[child.la_child_id]))


def _presented(pathway: Pathway, *, worker_id: str | None, today: date) -> None:
    StepTaken.objects.create(
        child_id=pathway.child_id,
        step="presented_homeless",
        happened_on=pathway.started_on,
        worker_id=worker_id,
        recorded_on=today,
    )
    renew([pathway.child_id])


def _told(pathway: Pathway, overseer: Asked | None, *, protected: bool) -> None:
    """Tell the overseer at once; where specially protected work has none, those who may grant that a record opens."""
    child = pathway.child.la_child_id
    if overseer is not None:
        page = reverse("pathway", args=[child, pathway.pk])
        tell_person(child_id=pathway.child_id, user_id=overseer.user_id, words=ASKED, page=page)
    elif protected:
        tell_granters(child_id=pathway.child_id, words=NOBODY, page=reverse("child-who", args=[child]))


def _enter(row: Pathway, *, by: Person, worker_id: str | None, now: datetime, today: date) -> None:
    decided = Decided(
        kind="pathway_opened",
        outcome=row.kind,
        outcome_words=f"{kind_of(row.kind).on_screen} begun",
        reason=row.words,
        about="pathways",
        about_id=row.pk,
    )
    enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)
