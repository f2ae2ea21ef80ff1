"""What a child protection plan stands on: its outcomes and actions, its core groups and conferences, and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.journeys.protection.conference.deciding import MEMBERS
from onechild.service.record.models import (
    ChildProtectionCategory,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    CoreGroup,
    MeetingNote,
    MeetingPerson,
    PlanAction,
    PlanOutcome,
)


@dataclass(frozen=True)
class OutcomePart:
    """An outcome of the plan and the actions under it."""

    row: PlanOutcome
    actions: list[PlanAction]

    @property
    def open(self) -> bool:
        """Whether it is neither met nor dropped."""
        return self.row.met_on is None and self.row.dropped_on is None


@dataclass(frozen=True)
class GroupPart:
    """A core group, its note, and who came."""

    row: CoreGroup
    note: MeetingNote | None
    people: list[MeetingPerson]

    @property
    def came(self) -> list[str]:
        """The names of those who came."""
        return [one.name for one in self.people if one.attended]

    @property
    def missing(self) -> list[str]:
        """The names of the members who did not."""
        return [one.name for one in self.people if one.attended is False]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan of one child with all that hangs on it, the newest first."""

    row: ChildProtectionPlan
    outcomes: list[OutcomePart]
    members: list[MeetingPerson]
    core_groups: list[GroupPart]
    conferences: list[Conference]
    arrangements: list[ConferenceArrangement]
    categories: list[ChildProtectionCategory]

    @property
    def ours(self) -> bool:
        """Whether it was made in OneChild, and so is changed and ended here."""
        return self.row.origin_id is None

    def open_on(self, day: date) -> bool:
        """Whether it is in force at the end of the day."""
        return self.row.ended_on is None or self.row.ended_on > day

    @property
    def latest(self) -> ConferenceArrangement | None:
        """What the last conference held here said of it."""
        return next((one for one in self.arrangements if one.conference_id), None)

    @property
    def coming(self) -> ConferenceArrangement | None:
        """The conference that is arranged and still to come."""
        return next((one for one in self.arrangements if not one.conference_id and not one.cancelled_on), None)

    @property
    def to_end(self) -> bool:
        """Whether its last conference found it to be needed no longer."""
        last = next(iter(self.conferences), None)
        return last is not None and last.conference_kind == "review" and last.plan_continues is False

    @property
    def next_group_on(self) -> date | None:
        """When the next core group was agreed to be, by the last core group or conference."""
        group = next((one for one in self.core_groups if one.note and one.note.next_on), None)
        if group and group.note:
            return group.note.next_on
        return self.latest.core_group_on if self.latest else None


def plan_of(child_id: str, plan_id: str) -> Plan | None:
    """This function will return a plan of a child; None where there is no such one: nine queries."""
    row = ChildProtectionPlan.objects.filter(child_id=child_id, pk=plan_id).first()
    if row is None:
        return None
    arranged = ConferenceArrangement.objects.filter(child_id=child_id, plan_id=plan_id)
    held = Conference.objects.filter(child_id=child_id, plan_id=plan_id)
    categories = ChildProtectionCategory.objects.filter(child_id=child_id, plan_id=plan_id)
    return Plan(
        row=row,
        outcomes=_outcomes(plan_id),
        members=list(MeetingPerson.objects.filter(about=MEMBERS, about_id=plan_id).order_by("pk")),
        core_groups=_core_groups(child_id, row),
        conferences=list(held.order_by("-happened_on", "-pk")),
        arrangements=list(arranged.order_by("-planned_for", "-pk")),
        categories=list(categories.order_by("-started_on", "-pk")),
    )


def open_plans(child_ids: list[str], *, today: date) -> dict[str, ChildProtectionPlan]:
    """This function will return the open plans of this council by child: one query."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    ours = Q(of_other_council__isnull=True) | Q(of_other_council=False)
    rows = ChildProtectionPlan.objects.filter(still & ours, child_id__in=child_ids, started_on__lte=today)
    return {row.child_id: row for row in rows.order_by("started_on")}


def _outcomes(plan_id: str) -> list[OutcomePart]:
    rows = list(PlanOutcome.objects.filter(plan_kind="protection", plan_id=plan_id).order_by("number", "pk"))
    actions = list(PlanAction.objects.filter(plan_outcome_id__in=[row.pk for row in rows]).order_by("pk"))
    return [OutcomePart(row, [one for one in actions if one.plan_outcome_id == row.pk]) for row in rows]


def _core_groups(child_id: str, plan: ChildProtectionPlan) -> list[GroupPart]:
    """Those that name the plan, and those of its days: a source may not say which plan a core group was of."""
    within = Q(plan_id=None, happened_on__gte=plan.started_on)
    if plan.ended_on:
        within &= Q(happened_on__lte=plan.ended_on)
    rows = list(
        CoreGroup.objects.filter(Q(plan_id=plan.pk) | within, child_id=child_id).order_by("-happened_on", "-pk")
    )
    keys = [row.pk for row in rows]
    notes = {note.about_id: note for note in MeetingNote.objects.filter(about="core_groups", about_id__in=keys)}
    people = list(MeetingPerson.objects.filter(about="core_groups", about_id__in=keys).order_by("pk"))
    return [GroupPart(row, notes.get(row.pk), [one for one in people if one.about_id == row.pk]) for row in rows]
