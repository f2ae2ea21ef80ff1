"""Reads case notes and documents: the notes of a child with its visits, what is unfinished, what waits for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import User
from onechild.service.record.models import CaseNote, Child, Document, NoteKind, NoteWay, Visit, VisitNote, VisitPlace
from onechild.service.record.queries.names import heads, worker_names
from onechild.service.record.queries.work.waiting import Somebody, Waiting

UNFINISHED = ("visit-new", "note-write", "note-transcript")


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note as the list shows it, whether it is a case note or that of a visit. `key` and `href` are of its row."""

    key: str
    kind: str
    on: date
    title: str
    line: str
    words: str
    said: str = ""
    at: time | None = None
    aim: str = ""
    direct_work: str = ""
    significance: str = ""
    pinned: bool = False
    transcript: bool = False
    removed: str = ""
    href: str = ""
    written_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader asks for: kinds of note, between two days, significant ones only."""

    kinds: Sequence[str] = ()
    since: date | None = None
    until: date | None = None
    significant: bool = False


def notes_of(child: Child, *, wanted: Wanted) -> list[Note]:
    """This function will return a child’s notes and those of visits, pinned ones first, then the newest: four queries.

    Of a note that was taken away only that is told, by whom and why.
    """
    found: list[Note] = []
    if not wanted.kinds or set(wanted.kinds) & {"correspondence", "other", "visit"}:
        found += _case_notes(child, wanted)
    if not wanted.significant and (not wanted.kinds or "visit" in wanted.kinds):
        found += _visits(child, wanted)
    return sorted(found, key=lambda one: (one.pinned, one.on, one.at or time(), one.key), reverse=True)


def unfinished(user: User, child: Child) -> list[Draft]:
    """This function will return this person's own drafts of notes about a child, the latest first."""
    return list(Draft.objects.filter(user=user, child=child, kind__in=UNFINISHED).order_by("-saved_at"))


def also_on(note: CaseNote, *, today: date) -> list[tuple[str, str]]:
    """This function will return the names and addresses of the same note on other children's records."""
    if not note.group_id:
        return []
    rows = {one.child_id: one.pk for one in CaseNote.objects.filter(group_id=note.group_id).exclude(pk=note.pk)}
    named = heads(rows, today=today)
    return [(head.name, reverse("note", args=[head.la_child_id, rows[key]])) for key, head in named.items()]


def note_of(row: CaseNote, child: Child, names: dict[str, str]) -> Note:
    """This function will return a case note as it is shown."""
    removed = ""
    if row.removed_on:
        removed = f"Taken away by {row.removed_by_name}, as {row.removal_asked_by} asked: {row.removed_reason}"
    way = NoteWay(row.way).label if row.way else NoteKind(row.kind).label
    who = names.get(row.worker_id or "", row.written_by_name)
    return Note(
        key=row.pk,
        kind=row.kind,
        on=row.happened_on,
        at=row.at,
        title="A note that was taken away" if removed else row.subject,
        line=f"{way}{f', {row.with_whom}' if row.with_whom and not removed else ''}; written by {who}",
        words="" if removed else row.words,
        said="" if removed else row.childs_words,
        significance="" if removed else row.significance,
        pinned=row.pinned,
        transcript=row.from_transcript,
        removed=removed,
        href=reverse("note", args=[child.la_child_id, row.pk]),
        written_at=row.written_at,
    )


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return the documents that this person added and the scanner held back: two queries."""
    if not viewer.worker_id:
        return []
    held = list(Document.objects.filter(worker_id=viewer.worker_id, scan="found", removed_on=None).order_by("-pk")[:20])
    named = heads([one.child_id for one in held], today=today)
    return [
        Waiting(
            title="A document that you added was held back",
            does="Look at it",
            page=reverse("document", args=[named[one.child_id].la_child_id, one.pk]),
            why="The virus scanner found something in it. Ask whoever sent it for a clean copy.",
            child_ids=(one.child_id,),
            since=one.scanned_at,
        )
        for one in held
        if one.child_id in named
    ]


def _case_notes(child: Child, wanted: Wanted) -> Iterator[Note]:
    rows = CaseNote.objects.filter(child=child, **_between(wanted))
    if wanted.kinds:
        rows = rows.filter(kind__in=wanted.kinds)
    if wanted.significant:
        rows = rows.filter(significant=True, removed_on=None)
    held = list(rows)
    names = worker_names(one.worker_id for one in held)
    return (note_of(one, child, names) for one in held)


def _visits(child: Child, wanted: Wanted) -> Iterator[Note]:
    visits = list(Visit.objects.filter(child=child, **_between(wanted)))
    notes = {one.visit_id: one for one in VisitNote.objects.filter(child=child)}
    names = worker_names(one.worker_id for one in visits)
    return (_visit(one, notes.get(one.pk), names) for one in visits)


def _visit(row: Visit, note: VisitNote | None, names: dict[str, str]) -> Note:
    seen = {True: "Seen", False: "Not seen", None: "Not said whether seen"}[row.seen]
    alone = {True: ", alone", False: ", not alone", None: ""}[row.seen_alone]
    place = VisitPlace(note.place).label.lower() if note and note.place else ""
    planned = f"planned for {row.planned_on.day} {row.planned_on:%B}" if _late(row) and row.planned_on else ""
    line = [f"{seen}{alone}", place, _bedroom(row), planned, names.get(row.worker_id or "", "")]
    return Note(
        key=row.pk,
        kind="visit",
        on=row.happened_on,
        title=f"Visit: {row.purpose_words.lower()}",  # type: ignore[attr-defined]
        line="; ".join(part for part in line if part),
        words=note.words if note else "",
        said=note.childs_words if note else "",
        aim=note.aim if note else "",
        direct_work=note.direct_work if note else "",
        transcript=bool(note and note.from_transcript),
    )


def _bedroom(row: Visit) -> str:
    return {True: "bedroom seen", False: "bedroom not seen", None: ""}[row.bedroom_seen]


def _late(row: Visit) -> bool:
    return row.planned_on is not None and row.planned_on != row.happened_on


def _between(wanted: Wanted) -> dict[str, date]:
    days: Iterable[tuple[str, date | None]] = (("happened_on__gte", wanted.since), ("happened_on__lte", wanted.until))
    return {name: day for name, day in days if day}
