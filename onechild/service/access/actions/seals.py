"""Seals the access log minute by minute in a chain of hashes, and finds the first minute that was tampered with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from django.db import connection, transaction

from onechild.service.access.models import Event, Seal

BEGINNING = "0" * 64
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Verdict:
    """What verifying found: how many minutes and events hold, the head of the chain, and the first broken minute."""

    minutes: int
    events: int
    head: str
    broken: datetime | None = None
    why: str = ""
    waiting: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing was found to be changed."""
        return self.broken is None and not self.why


def seal(*, now: datetime | None = None) -> int:
    """Seal every whole minute that has events and no seal yet, and say how many minutes that was.

    An event's moment is the database's own, so the database also says which minutes are over; `now`, which the
    timetable gives every job, is not asked: a demonstration's stands still. It first waits for the events that are
    being written, so that none can come late into a sealed minute.
    """
    with connection.cursor() as cursor:
        cursor.callproc("access_log_settled")
        (settled,) = cursor.fetchone()
    until = settled.astimezone(UTC).replace(second=0, microsecond=0)
    with transaction.atomic():
        last = Seal.objects.select_for_update().order_by("-minute").first()
        previous, since = (last.hash, last.minute + MINUTE) if last else (BEGINNING, None)
        events = Event.objects.filter(at__lt=until, **({"at__gte": since} if since else {}))
        sealed = 0
        for minute, rows in _by_minute(events.order_by("at", "event_id").iterator()):
            digest = _hash(previous, minute, rows)
            Seal.objects.create(minute=minute, events=len(rows), hash=digest, previous=previous)
            previous, sealed = digest, sealed + 1
    return sealed


def head() -> tuple[datetime, str] | None:
    """This function will return the last sealed minute and its hash, to be kept where nobody can change it."""
    last = Seal.objects.order_by("-minute").first()
    return (last.minute, last.hash) if last else None


def verify(*, kept: str = "") -> Verdict:
    """This function will work every seal out again and name the first minute that is not as it was sealed.

    `kept` is a hash that was kept elsewhere: where the chain no longer holds it, the chain itself was replaced.
    """
    seals = {seal.minute: seal for seal in Seal.objects.order_by("minute")}
    previous, minutes, events = BEGINNING, 0, 0
    last = max(seals, default=None)
    sealed = Event.objects.filter(at__lt=last + MINUTE) if last else Event.objects.none()
    found = dict(_by_minute(sealed.order_by("at", "event_id").iterator()))
    for minute in sorted({*seals, *found}):
        seal, rows = seals.get(minute), found.get(minute, [])
        if seal is None:
            return Verdict(
                minutes, events, previous, minute, f"{len(rows)} events were put into a minute without a seal"
            )
        if seal.previous != previous:
            return Verdict(minutes, events, previous, minute, "the seal before it was changed or taken away")
        if seal.events != len(rows):
            return Verdict(
                minutes, events, previous, minute, f"{seal.events} events were sealed and {len(rows)} are there"
            )
        if seal.hash != _hash(previous, minute, rows):
            return Verdict(minutes, events, previous, minute, "an event was changed")
        previous, minutes, events = seal.hash, minutes + 1, events + len(rows)
    waiting = Event.objects.filter(at__gte=last + MINUTE).count() if last else Event.objects.count()
    lost = kept and kept not in {seal.hash for seal in seals.values()}
    return Verdict(minutes, events, previous, None, "the chain no longer holds the kept hash" if lost else "", waiting)


def _by_minute(events: Iterator[Event]) -> Iterator[tuple[datetime, list[Event]]]:
    for minute, rows in groupby(events, lambda event: event.at.astimezone(UTC).replace(second=0, microsecond=0)):
        yield minute, list(rows)


def _hash(previous: str, minute: datetime, rows: list[Event]) -> str:
    lines = [json.dumps([previous, minute.isoformat()]), *(_canonical(row) for row in rows)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _canonical(event: Event) -> str:
    return json.dumps(
        [
            event.event_id,
            event.at.astimezone(UTC).isoformat(),
            event.user_id,
            event.session,
            event.kind,
            event.what,
            event.page,
            event.method,
            event.status,
            event.children,
            event.reason,
        ],
        ensure_ascii=True,
    )
