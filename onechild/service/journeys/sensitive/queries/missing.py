"""Who is missing now, whose return interview is owed, and which places and people interviews name again and again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from onechild.service.record.models import InterviewNote, MissingEpisode, Obligation, PathwayEntry, ReturnInterview

RECENT, BACK = timedelta(days=90), timedelta(days=28)
CLOCKS = ("return-interview-offered", "return-interview-held", "missing-meeting")
SHORTEST = 4


@dataclass(frozen=True, kw_only=True)
class Episode:
    """A missing episode with its interview and notes, what was told of it, and what is owed for it now."""

    row: MissingEpisode
    interview: ReturnInterview | None
    notes: tuple[InterviewNote, ...]
    told: tuple[PathwayEntry, ...]
    owed: tuple[Obligation, ...]

    @property
    def still(self) -> bool:
        """Whether the child is missing, as far as the record says."""
        return self.row.ended_on is None and self.row.returned_at is None

    @property
    def held(self) -> bool:
        """Whether the interview took place."""
        return self.interview is not None and (
            self.interview.held_at is not None or self.interview.happened_on is not None
        )

    def late(self, now: datetime) -> bool:
        """Whether something owed for it is past its time: by the hour where it runs in hours."""
        return any(one.due_at < now if one.due_at else one.due_on < now.date() for one in self.owed)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Words that interviews of the last 90 days use again: how often, and by how many children."""

    words: str
    times: int
    children: int


def episodes_of(child_id: str, *, today: date) -> list[Episode]:
    """This function will return every episode of a child, the newest first: five queries."""
    return _whole(MissingEpisode.objects.filter(child_id=child_id).order_by("-started_on", "-pk"), today)


def episode(missing_id: str, *, child_id: str, today: date) -> Episode | None:
    """This function will return one episode of this child; None where there is no such."""
    found = _whole(MissingEpisode.objects.filter(pk=missing_id, child_id=child_id), today)
    return found[0] if found else None


def missing_now(*, today: date, child_ids: Collection[str] | None = None) -> list[Episode]:
    """This function will return the episodes of children who are missing, the longest first."""
    rows = MissingEpisode.objects.filter(ended_on__isnull=True, returned_at__isnull=True)
    return _whole(_among(rows, child_ids).select_related("child").order_by("started_on", "pk"), today)


def awaiting_interview(*, today: date, child_ids: Collection[str] | None = None) -> list[Episode]:
    """This function will return the episodes that ended in the last 28 days and whose interview is owed still."""
    rows = MissingEpisode.objects.filter(Q(ended_on__gte=today - BACK))
    found = _whole(_among(rows, child_ids).select_related("child").order_by("ended_on", "pk"), today)
    return [one for one in found if any(owed.clock != "missing-meeting" for owed in one.owed)]


def in_90_days(child_id: str, *, today: date) -> int:
    """This function will return how many episodes of a child began in the last 90 days."""
    return MissingEpisode.objects.filter(child_id=child_id, started_on__gt=today - RECENT).count()


def named_again(*, now: datetime, child_ids: Collection[str] | None = None) -> list[Named]:
    """This function will return places and people that return interviews named twice or more in the last 90 days.

    Words are compared as they were written, part by part between commas; nothing is guessed and nobody is scored.
    """
    rows = InterviewNote.objects.filter(interview__happened_on__gt=(now - RECENT).date())
    rows = rows if child_ids is None else rows.filter(child_id__in=child_ids)
    by_words: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, str] = {}
    for child_id, where, whom in rows.values_list("child_id", "where_words", "with_whom"):
        for part in set(_parts(where, whom)):
            by_words[part.casefold()].append(child_id)
            shown.setdefault(part.casefold(), part)
    found = [Named(words=shown[key], times=len(ids), children=len(set(ids))) for key, ids in by_words.items()]
    return sorted((one for one in found if one.times > 1), key=lambda one: (-one.children, -one.times, one.words))


def _parts(*told: str) -> Iterable[str]:
    for words in told:
        yield from (part.strip() for part in re.split(r"[,;.\n]", words) if len(part.strip()) >= SHORTEST)


def _among(rows: QuerySet[MissingEpisode], child_ids: Collection[str] | None) -> QuerySet[MissingEpisode]:
    return rows if child_ids is None else rows.filter(child_id__in=child_ids)


def _whole(rows: Iterable[MissingEpisode], today: date) -> list[Episode]:
    found = list(rows)
    keys = [row.pk for row in found]
    interviews = {one.missing_id: one for one in ReturnInterview.objects.filter(missing_id__in=keys).order_by("pk")}
    notes = defaultdict(list)
    for note in InterviewNote.objects.filter(interview__in=[one.pk for one in interviews.values()]).order_by("pk"):
        notes[note.interview_id].append(note)
    told = defaultdict(list)
    for entry in PathwayEntry.objects.filter(about="missing_episodes", about_id__in=keys).order_by("happened_on", "pk"):
        told[entry.about_id].append(entry)
    owed = defaultdict(list)
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    for duty in Obligation.objects.filter(still, clock__in=CLOCKS, spell_id__in=keys, met_on__isnull=True):
        owed[duty.spell_id].append(duty)
    return [
        Episode(
            row=row,
            interview=interviews.get(row.pk),
            notes=tuple(notes[interviews[row.pk].pk]) if row.pk in interviews else (),
            told=tuple(told[row.pk]),
            owed=tuple(owed[row.pk]),
        )
        for row in found
    ]
