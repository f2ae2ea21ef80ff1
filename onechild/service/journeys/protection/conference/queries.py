"""What a conference stands on: its arrangement for each child, who is asked, whether the report was shared."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.record.models import (
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    MeetingPerson,
    ProtectiveOrder,
    StepTaken,
    WarningNote,
)
from onechild.service.record.models.protective_order import OrderKind
from onechild.service.record.models.warning import WarningKind

TABLE = "conference_arrangements"
PLANNED, SHARED = "conference_planned", "conference_report_shared"
FAMILY = ("child", "parent", "family", "advocate")
# Warnings that say something about who may know where the child is, or be in a room with whom.
FLAGS = (
    WarningKind.DO_NOT_DISCLOSE,
    WarningKind.CONTACT_ARRANGEMENT,
    WarningKind.RISKY_ADULT,
    WarningKind.PROTECTION_ORDER,
    WarningKind.RISK_TO_WORKER,
)


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """A conference about one child. `together` are the arrangements of the same meeting that the viewer may see."""

    row: ConferenceArrangement
    together: list[ConferenceArrangement]
    people: list[MeetingPerson]
    shared_on: date | None
    held: Conference | None

    @property
    def asked(self) -> list[MeetingPerson]:
        """Those who are asked to come."""
        return [one for one in self.people if not one.left_out_reason]

    @property
    def left_out(self) -> list[MeetingPerson]:
        """Those who are left out, with a reason."""
        return [one for one in self.people if one.left_out_reason]

    @property
    def open(self) -> bool:
        """Whether it is still to come."""
        return self.held is None and self.row.cancelled_on is None

    @property
    def kind_words(self) -> str:
        """ "Initial child protection conference"."""
        return KINDS[self.row.conference_kind]


KINDS = {
    "initial": "Initial child protection conference",
    "transfer_in": "Transfer-in child protection conference",
    "review": "Review child protection conference",
}


def arranged(child_id: str, arrangement_id: str) -> Arranged | None:
    """This function will return a conference of a child by its arrangement; None where there is no such one."""
    row = ConferenceArrangement.objects.filter(child_id=child_id, pk=arrangement_id).first()
    if row is None:
        return None
    same = ConferenceArrangement.objects.filter(meeting_id=row.meeting_id).order_by("child_id")
    return Arranged(
        row=row,
        together=list(same) if row.meeting_id else [row],
        people=list(MeetingPerson.objects.filter(about=TABLE, about_id=row.pk).order_by("pk")),
        shared_on=shared_since([row.pk]).get(row.pk),
        held=Conference.objects.filter(pk=row.conference_id).first() if row.conference_id else None,
    )


def shared_since(arrangement_ids: Collection[str]) -> dict[str, date]:
    """This function will return since when the family has the report, by arrangement, where it has: two queries.

    The step that shares a report names the step that planned the conference, because the clock counts from that one.
    """
    steps = StepTaken.objects.filter(step=PLANNED, about_id__in=list(arrangement_ids))
    planned = dict(steps.values_list("pk", "about_id"))
    told = StepTaken.objects.filter(step=SHARED, about_id__in=list(planned)).order_by("-happened_on")
    return {planned[about] or "": on for about, on in told.values_list("about_id", "happened_on") if about in planned}


def open_plan_of(child_id: str, on: date) -> ChildProtectionPlan | None:
    """This function will return the child's open plan of this council, if there is one."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    ours = Q(of_other_council__isnull=True) | Q(of_other_council=False)
    return ChildProtectionPlan.objects.filter(still & ours, child_id=child_id, started_on__lte=on).first()


def flags_for(child_id: str, adult_id: str | None, *, today: date) -> list[str]:
    """This function will return what to weigh before an adult is asked: warnings and orders in force, in words.

    A warning that names no adult stands for all of them; with no adult given, all stand, as it may be about whoever is
    typed by name. Nothing is refused: a reason is asked for.
    """
    held = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    notes = WarningNote.objects.filter(held, child_id=child_id, started_on__lte=today, kind__in=FLAGS)
    about = [note for note in notes.order_by("kind", "pk") if not adult_id or note.adult_id in (None, "", adult_id)]
    orders = ProtectiveOrder.objects.filter(held, child_id=child_id, started_on__lte=today)
    against = [one for one in orders.order_by("pk") if not adult_id or one.against_adult_id in (None, adult_id)]
    said = [f"{WarningKind(note.kind).label}: {note.words}" for note in about]
    return said + [
        f"{OrderKind(one.kind).label}: {one.words or one.against_words or 'read the order'}" for one in against
    ]
