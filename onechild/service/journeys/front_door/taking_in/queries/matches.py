"""Who a child of a contact may be: by name, sound and spelling, date of birth, postcode and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Tag
from onechild.service.record.models import Address, IntakeChild, WorkerName
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads
from onechild.service.record.queries.search.asked import Asked, read_asked
from onechild.service.record.queries.search.finding import Found, find
from onechild.service.record.queries.status import statuses, tags_of

SHOWN = 6
LEAST = 0.6  # what is less like than this is nobody's idea of the same child


@dataclass(frozen=True, kw_only=True)
class Match:
    """Somebody who may be the child: who they are, where they live, who holds them, and why they were found."""

    head: Head
    address: str
    held: str
    tags: Sequence[Tag]
    why: str


@dataclass(frozen=True, kw_only=True)
class Matches:
    """Who may be one child. `restricted` are public ids of records that may be spoken of and not opened."""

    found: tuple[Match, ...] = ()
    restricted: tuple[str, ...] = ()
    nothing_to_ask: bool = False
    may_ask: bool = False

    @property
    def child_ids(self) -> tuple[str, ...]:
        """The children shown."""
        return tuple(one.head.child_id for one in self.found)


def matches_of(child: IntakeChild, *, viewer: Viewer, today: date, typed: str = "") -> Matches:
    """This function will return who a child of a contact may be, the likest first; `typed` is searched for instead."""
    asked = read_asked(typed or _words_of(child), today=today)
    if asked.nothing:
        return Matches(nothing_to_ask=True)
    found = find(asked, kinds=("child",))
    likest = [one for one in found if one.kind == "child" and _like(one, asked)][:SHOWN]
    restricted = tuple(one.subject_id for one in found if one.kind == "restricted")
    return Matches(found=_drawn(likest, today), restricted=restricted, may_ask=viewer.may("break_glass"))


def _like(one: Found, asked: Asked) -> bool:
    return one.score >= LEAST or not asked.names


def _words_of(child: IntakeChild) -> str:
    born = f"{child.born_on:%d/%m/%Y}" if child.born_on else ""
    street = child.address.splitlines()[0][:60] if child.address else ""
    names = f"{child.forename} {child.surname}".strip()
    return " ".join(one for one in (names, born, child.postcode, "" if child.postcode else street) if one)


def _drawn(found: Sequence[Found], today: date) -> tuple[Match, ...]:
    ids = [one.subject_id for one in found]
    named, stand = heads(ids, today=today), statuses(ids, today=today)
    held, lived = holders_of(ids, today=today), addresses_of(ids, today=today)
    return tuple(
        Match(
            head=named[one.subject_id],
            address=lived.get(one.subject_id, ""),
            held=held.get(one.subject_id, "Not open now"),
            tags=tags_of(stand.get(one.subject_id, []), restricted=named[one.subject_id].restricted),
            why=one.why,
        )
        for one in found
        if one.subject_id in named
    )


def holders_of(child_ids: Sequence[str], *, today: date) -> dict[str, str]:
    """This function will return who holds each open child: "With Ana Reis", or that the child waits; one query."""
    names = WorkerName.objects.filter(worker_id=OuterRef("worker_id")).values_list("name", flat=True)[:1]
    rows = open_allocations(today).filter(child_id__in=child_ids, role="lead").annotate(named=Subquery(names))
    return {
        child_id: f"With {name or NO_WORKER_NAME}" if worker_id else "Waiting for a worker"
        for child_id, worker_id, name in rows.values_list("child_id", "worker_id", "named")
    }


def addresses_of(child_ids: Sequence[str], *, today: date) -> dict[str, str]:
    """This function will return where each child lives now, in one line: one query."""
    now = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Address.objects.filter(now, child_id__in=child_ids).order_by("started_on", "pk")
    lines = rows.values_list("child_id", "lines", "postcode")
    return {child_id: ", ".join(one for one in (words, postcode) if one) for child_id, words, postcode in lines}
