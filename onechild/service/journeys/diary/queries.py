"""What a calendar feed says, for whoever has its address: days, times and counts, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db import connection

from onechild.service.access.sign_in.sealing import digest
from onechild.service.record.queries.duty_words import VISITS, WORDS

BEFORE, AFTER = timedelta(days=28), timedelta(days=120)
OTHER = tuple(key for key, words in WORDS.items() if words.owner == "lead" and key not in VISITS)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """So many visits or duties due on a day, or one visit or meeting planned, with a mark that stays the same."""

    on: date
    starts_at: time | None
    minutes: int | None
    kind: str
    many: int
    mark: str


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed and its entries."""

    feed_id: int
    entries: tuple[Entry, ...]


def feed_of(secret: str, *, today: date) -> Feed | None:
    """This function will return what stands in a feed; None for a secret that opens none: one query."""
    with connection.cursor() as cursor:
        asked = [digest(secret), list(VISITS), list(OTHER), today - BEFORE, today + AFTER]
        cursor.callproc("diary_feed", asked)
        rows = cursor.fetchall()
    if not rows:
        return None
    entries = tuple(
        Entry(on=on, starts_at=at, minutes=minutes, kind=kind, many=many, mark=mark)
        for _, on, at, minutes, kind, many, mark in rows
        if on is not None
    )
    return Feed(feed_id=rows[0][0], entries=entries)
