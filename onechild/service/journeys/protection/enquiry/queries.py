"""What an enquiry stands on: its rows, the visits under it, and what is still missing before it can be sent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from onechild.service.record.models import (
    Conference,
    ConferenceArrangement,
    EnquiryNote,
    Referral,
    Section47Enquiry,
    StrategyDiscussion,
    Visit,
)
from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.enquiry_note import EnquiryOutcome

NEEDED = {
    "findings": "what the enquiry found",
    "analysis": "what it means",
    "concluded": "what you conclude",
    "reason": "why you conclude it",
}


@dataclass(frozen=True, kw_only=True)
class Enquiry:
    """An enquiry with its note and what belongs to it. `ours` is false for one that the case system keeps."""

    row: Section47Enquiry
    note: EnquiryNote | None
    discussion: StrategyDiscussion | None
    visits: list[Visit]
    arrangement: ConferenceArrangement | None

    @property
    def ours(self) -> bool:
        """Whether it was begun in OneChild, and so ends here."""
        return self.row.origin_id is None

    @property
    def seen(self) -> Visit | None:
        """The first visit under it at which the child was seen."""
        return next((visit for visit in self.visits if visit.seen), None)

    @property
    def writable(self) -> bool:
        """Whether its note may be edited: not while it is with a manager, nor after."""
        open_now = self.note is None or self.note.status in (WorkStatus.OPEN, WorkStatus.RETURNED)
        return self.ours and self.row.ended_on is None and open_now

    @property
    def asks_conference(self) -> bool:
        """Whether it concluded that a conference is needed and none is arranged or held."""
        asked = self.note is not None and self.note.concluded == EnquiryOutcome.CONTINUING_RISK
        return asked and self.row.ended_on is not None and self.arrangement is None


def enquiry_of(child_id: str, enquiry_id: str) -> Enquiry | None:
    """This function will return an enquiry of a child; None where there is no such one: five queries."""
    row = Section47Enquiry.objects.filter(child_id=child_id, pk=enquiry_id).first()
    if row is None:
        return None
    visits = Visit.objects.filter(child_id=child_id, purpose="section_47", happened_on__gte=row.started_on)
    arranged = ConferenceArrangement.objects.filter(enquiry_id=enquiry_id, cancelled_on__isnull=True)
    return Enquiry(
        row=row,
        note=EnquiryNote.objects.filter(enquiry_id=enquiry_id).first(),
        discussion=StrategyDiscussion.objects.filter(enquiry_id=enquiry_id).order_by("happened_on").first(),
        visits=list(visits.order_by("happened_on", "pk")),
        arrangement=arranged.order_by("pk").first(),
    )


def still_needed(note: EnquiryNote | None, *, seen: bool) -> list[str]:
    """This function will return what has to be there before a manager can read it, in words; nothing where all is."""
    if note is None:
        return list(NEEDED.values())
    missing = [words for name, words in NEEDED.items() if not getattr(note, name)]
    if not note.voice_not_heard and not note.childs_voice:
        missing.append("what the child says, or why the child could not be heard")
    if not seen and not note.voice_not_heard:
        missing.append("a visit at which the child was seen, or why the child could not be seen and heard")
    return missing


def like(row: Section47Enquiry, child_ids: Collection[str]) -> list[EnquiryNote]:
    """This function will return what is written in the enquiries of brothers and sisters that began on the same day."""
    begun = Section47Enquiry.objects.filter(child_id__in=list(child_ids), started_on=row.started_on)
    notes = EnquiryNote.objects.filter(enquiry_id__in=begun.values("pk")).exclude(findings="")
    return list(notes.exclude(enquiry_id=row.pk).order_by("pk"))


def open_enquiry_of(child_id: str, referral: Referral) -> Section47Enquiry | None:
    """This function will return the newest enquiry under the referral, where it can still lead to a first conference.

    It can while it is open, or where it ended with one asked for, and until one was held. An older enquiry never
    stands in for the newest. One that names no referral is under the one in whose days it began.
    """
    row = Section47Enquiry.objects.filter(child_id=child_id).order_by("-started_on", "-pk").first()
    if row is None or row.conference_not_required or row.no_further_action:
        return None
    under = row.referral_id == referral.pk if row.referral_id else row.started_on >= referral.started_on
    unnamed = Q(enquiry__isnull=True, conference_kind="initial", happened_on__gte=row.started_on)
    held = Conference.objects.filter(Q(enquiry_id=row.pk) | unnamed, child_id=child_id)
    return row if under and not held.exists() else None
