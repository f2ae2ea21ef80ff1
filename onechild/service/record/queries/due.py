"""What is due for children: one line for each duty open on a day, what it is, why, who owes it and by when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import Q

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.clocks.model import Clock, Confidence, Standing
from onechild.knowledge.workdays.hours import LONDON
from onechild.knowledge.workdays.lengths import parse_length
from onechild.service.govuk.parts import Basis
from onechild.service.govuk.words import Unit, day, due_parts
from onechild.service.govuk.words import clock as clock_time
from onechild.service.record.models import Obligation
from onechild.service.record.queries.duty_words import VISITS, WORDS, Owner, Words

BASES: dict[Standing, Basis] = {
    Standing.STATUTE: "law",
    Standing.REGULATION: "law",
    Standing.COURT: "law",
    Standing.STATUTORY_GUIDANCE: "guidance",
    Standing.MINIMUM_STANDARD: "guidance",
    Standing.PROGRAMME: "guidance",
    Standing.DATA_STANDARD: "guidance",
    Standing.LOCAL: "local",
}
UNCHECKED = "Not yet checked against its source."
# Two counts of one thing: of an assessment the one from the referral leads, as guidance has it; of a contact the day.
LED_BY = {
    "assessment-from-start": "assessment-from-referral",
    "contact-decision-hours": "contact-decision",
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """One duty of one child, as it stands on `today`."""

    child_id: str
    clock: str
    version: str
    spell_id: str
    within: str
    counted_from: date
    follows_event: bool
    due_on: date
    today: date
    due_at: datetime | None = None

    @property
    def law(self) -> Clock:
        """The clock, with its source, exceptions and notes."""
        return clock(self.clock)

    @property
    def words(self) -> Words:
        """The words of the duty."""
        return WORDS[self.clock]

    @property
    def basis(self) -> Basis:
        """What it rests on; what nobody has checked against a source is called a local standard."""
        return "local" if self.unchecked else BASES[self.law.standing]

    @property
    def unchecked(self) -> bool:
        """Whether it rests on practice that nobody has yet checked against a source."""
        return self.law.confidence is Confidence.K

    @property
    def unit(self) -> Unit:
        """What its lateness is said in: working days where the clock counts in them, else days."""
        return unit_of(self.within)

    @property
    def late(self) -> bool:
        """Whether its day is past."""
        return self.due_on < self.today

    @property
    def owner(self) -> Owner:
        """The part in the case whose holder owes it."""
        return self.words.owner

    def title(self, names: str) -> str:
        """ "Visit Kayden, Skye and Reuben"."""
        return self.words.what.format(names=names)

    def when(self) -> tuple[str, str]:
        """When it is due in two parts, said in the clock's own unit; with the time where it is due at a moment."""
        parts = due_parts(self.due_on, self.today, unit=self.unit)
        if self.due_at is None:
            return parts.when, parts.note
        at = clock_time(self.due_at.astimezone(LONDON).time())
        return (parts.when, f"{parts.note}, {at}") if parts.late else (f"{parts.when}, by {at}", parts.note)

    def why(self) -> str:
        """This function will return the sentence under the title: source, interval, and the last event in words."""
        lead = " ".join(part for part in (UNCHECKED if self.unchecked else "", self._every()) if part)
        return f"{lead}; {self.last_event()}."

    def last_event(self) -> str:
        """ "last seen Thursday 22 October", or what it has been counted from where nothing has happened yet."""
        said = self.words.last if self.follows_event and self.words.last else self.words.since
        return said.format(day=day(self.counted_from, self.today))

    def _every(self) -> str:
        repeats = self.words.again and self.follows_event
        how_long = "by the day set" if self.within == "0 days" else f"{'every' if repeats else 'within'} {self.within}"
        if self.words.within:
            how_long = self.words.within.format(length=self.within)
        return f"{self.words.cites}: {how_long}" if self.words.cites else f"{how_long[0].upper()}{how_long[1:]}"


@dataclass(frozen=True)
class Group:
    """One duty for several children of a family who fall due on one day: done once, recorded for each."""

    dues: tuple[Due, ...]

    @property
    def first(self) -> Due:
        """The one whose words stand for all."""
        return self.dues[0]

    @property
    def child_ids(self) -> tuple[str, ...]:
        """The children."""
        return tuple(due.child_id for due in self.dues)


def due_for(child_ids: Collection[str], *, today: date, until: date | None = None) -> list[Due]:
    """This function will return the duties open at the end of `today` and due by `until`, the earliest first.

    One query. Without `until`, all. Duties of children whom the viewer may not see are left out.
    """
    if not child_ids:
        return []
    with connection.cursor() as cursor:
        cursor.callproc("record_due", [list(child_ids), list(WORDS), today, until or date.max])
        return list(led(_due(row, today) for row in cursor.fetchall()))


def due_under(clock_key: str, *, today: date) -> list[Due]:
    """This function will return the duties open under one clock, of all whom the viewer may see: two queries."""
    unmet = Q(met_on__isnull=True) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    ids = Obligation.objects.filter(unmet, clock=clock_key, started_on__lte=today).values_list("child_id", flat=True)
    return [due for due in due_for([one for one in ids if one], today=today) if due.clock == clock_key]


def next_of(dues: Iterable[Due]) -> dict[str, Due]:
    """This function will return the earliest of these duties for each child."""
    earliest: dict[str, Due] = {}
    for due in sorted(dues, key=lambda due: (due.due_on, due.clock)):
        earliest.setdefault(due.child_id, due)
    return earliest


def next_visits(dues: Iterable[Due]) -> dict[str, Due]:
    """This function will return the earliest visit owed to each child: of two visit clocks the earlier leads."""
    return next_of(due for due in dues if due.clock in VISITS)


def grouped(dues: Sequence[Due], families: dict[str, str]) -> list[Group]:
    """This function will return the duties with those of brothers and sisters under one clock and day together.

    `families` has the family of each child, empty where there is none; then a child stands alone. What differs in what
    it is counted from is not told together.
    """

    def alike(due: Due) -> tuple[object, ...]:
        family = families.get(due.child_id) or due.child_id
        return (due.due_on, due.clock, family, due.version, due.within, due.counted_from, due.follows_event)

    ordered = sorted(dues, key=lambda due: (*(str(part) for part in alike(due)), due.child_id))
    groups = [Group(tuple(found)) for _, found in groupby(ordered, key=alike)]
    return sorted(groups, key=lambda group: (group.first.due_on, group.first.clock, group.first.child_id))


def unit_of(within: str) -> Unit:
    """This function will return what a clock that runs for this length ("20 working days") counts lateness in."""
    try:
        return "working days" if parse_length(within).unit == "working_day" else "days"
    except ValueError:
        return "days"


def led(dues: Iterable[Due]) -> Iterator[Due]:
    """Leave out a second count of what another duty of the child counts already."""
    known = list(dues)
    counted = {(due.child_id, due.clock) for due in known}
    return (due for due in known if (due.child_id, LED_BY.get(due.clock, "")) not in counted)


def _due(row: Sequence[Any], today: date) -> Due:
    child_id, clock_key, version, spell_id, within, counted_from, follows_event, due_on, due_at = row
    return Due(
        child_id=child_id,
        clock=clock_key,
        version=version or "",
        spell_id=spell_id,
        within=within or "",
        counted_from=counted_from,
        follows_event=follows_event,
        due_on=due_on,
        today=today,
        due_at=due_at,
    )
