"""Reads supervisions back: what was written of each child, the directions given then, and what was added later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.journeys.supervision.agenda.lines import Part, in_parts, read_back
from onechild.service.journeys.supervision.agenda.of_child import agendas
from onechild.service.record.models import Direction, Supervision, SupervisionNote, SupervisionSession
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names


@dataclass(frozen=True, kw_only=True)
class Given:
    """A direction that was given in a supervision, and how it stands now."""

    key: str
    words: str
    owner: str
    due_on: date | None
    done_on: date | None
    withdrawn_on: date | None
    late: bool


@dataclass(frozen=True, kw_only=True)
class Told:
    """A child's part in a supervision: the agenda, and once it is written the note, its directions, later notes."""

    head: Head
    note: SupervisionNote
    parts: list[Part]
    given: list[Given]
    later: list[SupervisionNote]

    @property
    def written(self) -> bool:
        """Whether it is written."""
        return bool(self.note.supervision_id)


@dataclass(frozen=True, kw_only=True)
class Talked:
    """A supervision about a child, of ours or brought by a load: `note` is missing where only its day is known."""

    row: Supervision
    worker: str
    supervisor: str
    note: SupervisionNote | None
    given: list[Given]
    later: list[SupervisionNote]
    signed: bool


def told_of(row: SupervisionSession, *, today: date) -> list[Told]:
    """This function will return the children of a supervision whom the viewer may see, with agenda or note."""
    notes = list(SupervisionNote.objects.filter(session=row).order_by("happened_on", "pk"))
    named = heads({one.child_id for one in notes}, today=today)
    first = [one for one in notes if not one.later and one.child_id in named]
    live = agendas([named[one.child_id] for one in first if not one.supervision_id], today=today)
    given = given_in([one.supervision_id for one in first], today=today)
    found = [
        Told(
            head=named[one.child_id],
            note=one,
            parts=in_parts(live[one.child_id] if one.child_id in live else read_back(one.agenda)),
            given=given.get(one.supervision_id or "", []),
            later=[later for later in notes if later.later and later.child_id == one.child_id],
        )
        for one in first
    ]
    return sorted(found, key=lambda one: (-_late(one), one.head.name))


def of_child(child_id: str, *, today: date) -> list[Talked]:
    """This function will return every supervision about a child, the newest first; a worker's own is never in it."""
    case = Q(supervision_kind="case") | Q(supervision_kind__isnull=True)
    rows = list(
        Supervision.objects.filter(case, child_id=child_id, happened_on__lte=today).order_by("-happened_on", "-pk")
    )
    notes = list(SupervisionNote.objects.filter(child_id=child_id, supervision__isnull=False).order_by("pk"))
    sessions = {one.session_id for one in notes}
    signed = set(
        SupervisionSession.objects.filter(pk__in=sessions, worker_signed_at__isnull=False).values_list("pk", flat=True)
    )
    by_key = {one.supervision_id: one for one in notes if not one.later}
    names = worker_names([key for row in rows for key in (row.worker_id, row.supervisor_id)])
    given = given_in([row.pk for row in rows], today=today)
    return [
        Talked(
            row=row,
            worker=names.get(row.worker_id, NO_WORKER_NAME),
            supervisor=names.get(row.supervisor_id or "", NO_WORKER_NAME),
            note=by_key.get(row.pk),
            given=given.get(row.pk, []),
            later=[one for one in notes if one.later and one.supervision_id == row.pk],
            signed=row.pk in by_key and by_key[row.pk].session_id in signed,
        )
        for row in rows
    ]


def given_in(supervision_ids: Iterable[str | None], *, today: date) -> dict[str, list[Given]]:
    """This function will return the directions given in each of these supervisions, however they stand now."""
    asked = [key for key in supervision_ids if key]
    rows = list(Direction.objects.filter(given_in="supervision", given_in_id__in=asked).order_by("due_on", "pk"))
    names = worker_names(row.owner_id for row in rows)
    found: dict[str, list[Given]] = defaultdict(list)
    for row in rows:
        settled = row.done_on or row.withdrawn_on
        found[row.given_in_id or ""].append(
            Given(
                key=row.pk,
                words=row.words or "",
                owner=names.get(row.owner_id or "", NO_WORKER_NAME) if row.owner_id else "",
                due_on=row.due_on,
                done_on=row.done_on,
                withdrawn_on=row.withdrawn_on,
                late=not settled and row.due_on is not None and row.due_on < today,
            )
        )
    return dict(found)


def _late(one: Told) -> int:
    return sum(line.late for part in one.parts for line in part.lines)
