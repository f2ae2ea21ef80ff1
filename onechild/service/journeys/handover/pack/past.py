"""The child's story so far in ten lines, what the child said last, and what has worked in visits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onechild.service.govuk.parts import Happening
from onechild.service.record.models import CaseNote, MeetingNote, VisitNote
from onechild.service.record.queries.decisions import LESSER
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.work.chronology import Significant, chronology
from onechild.service.record.queries.work.wording import said_of

LINES = 10
# What turns a child's life, where nobody marked what is significant: before any other decision.
TURNS = (
    "care_began",
    "care_ended",
    "protection_plan_began",
    "protection_plan_ended",
    "need_plan_began",
    "enquiry_began",
    "proceedings_began",
    "proceedings_ended",
    "permanence_decided",
    "permanence_placed",
    "permanence_ordered",
    "permanence_reversed",
    "referral_began",
    "placement_began",
)
VOICES = 3


@dataclass(frozen=True, order=True)
class Voice:
    """Words with their day, and where they were said or done."""

    on: date
    words: str
    where: str = ""


def history_of(child_id: str, *, today: date) -> tuple[list[Happening], int]:
    """This function will return ten lines of the chronology, the oldest first, and how many there are in all.

    What somebody called significant goes first, then what turns a child's life, then other decisions; the newest before
    the older.
    """
    found = chronology(child_id, today=today, decisions_too=True)
    marked = [one for one in found if one.why]
    turns = [one for one in found if not one.why and one.happened.what in TURNS]
    rest = [one for one in found if not one.why and one.happened.what not in (*TURNS, *LESSER)]
    by_weight = [*reversed(marked), *reversed(turns), *reversed(rest)]
    chosen = sorted(by_weight[:LINES], key=lambda one: one.happened.on)
    workers = worker_names(one.happened.worker_id for one in chosen)
    return [_line(one, workers, today) for one in chosen], len(found)


def voices_of(child_id: str, *, today: date) -> list[Voice]:
    """This function will return what the child said last, in the child's own words, the newest first: three queries."""
    said = [
        *_visits(child_id, "childs_words", today),
        *(
            Voice(row.happened_on, row.childs_words, "in a case note")
            for row in CaseNote.objects.filter(child_id=child_id, removed_on__isnull=True, happened_on__lte=today)
            .exclude(childs_words="")
            .order_by("-happened_on", "-pk")[:VOICES]
        ),
        *(
            Voice(row.recorded_on, row.childs_words, "at a meeting")
            for row in MeetingNote.objects.filter(child_id=child_id, recorded_on__lte=today)
            .exclude(childs_words="")
            .order_by("-recorded_on", "-pk")[:VOICES]
            if row.recorded_on
        ),
    ]
    return sorted(said, reverse=True)[:VOICES]


def works_of(child_id: str, *, today: date) -> list[Voice]:
    """This function will return the direct work done at the last visits that had any, the newest first: one query."""
    return list(_visits(child_id, "direct_work", today))


def _visits(child_id: str, column: str, today: date) -> Iterable[Voice]:
    rows = VisitNote.objects.filter(child_id=child_id, visit__happened_on__lte=today).exclude(**{column: ""})
    for row in rows.select_related("visit").order_by("-visit__happened_on", "-pk")[:VOICES]:
        place = f", {row.get_place_display().lower()}" if row.place else ""
        yield Voice(row.visit.happened_on, getattr(row, column), f"at a visit{place}")


def _line(one: Significant, workers: dict[str, str], today: date) -> Happening:
    line = said_of(one.happened, workers=workers, today=today)
    return replace(line, note=f"Significant: {one.why.rstrip('.')}.") if one.why else line
