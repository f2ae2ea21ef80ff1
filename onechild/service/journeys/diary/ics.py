"""Writes a calendar as programs read one (RFC 5545): lines of at most 75 octets, times in UTC, nothing private."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from onechild.knowledge.workdays import LONDON
from onechild.service.journeys.diary.queries import Entry, Feed

LONGEST_LINE = 75  # octets, without the end of the line
USUAL = 60  # minutes of what nobody said the length of


def calendar(feed: Feed, *, link: str, now: datetime) -> str:
    """This function will return the feed as the text of an .ics file; `link` is where every entry leads."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OneChild//Diary//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:OneChild",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        *(line for entry in feed.entries for line in _event(feed, entry, link, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def summary(entry: Entry) -> str:
    """ "2 visits due", "1 other duty due", "Visit", "Meeting"."""
    if entry.kind == "visits due":
        return f"{entry.many} visit{'' if entry.many == 1 else 's'} due"
    if entry.kind == "duties due":
        return f"{entry.many} other {'duty' if entry.many == 1 else 'duties'} due"
    return "Visit" if entry.kind == "visit" else "Meeting"


def _event(feed: Feed, entry: Entry, link: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(feed, entry)}"
    yield f"DTSTAMP:{_utc(now)}"
    yield from _times(entry)
    yield f"SUMMARY:{_text(summary(entry))}"
    yield f"DESCRIPTION:{_text(f'Open My day: {link}')}"
    yield f"URL:{link}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if entry.starts_at else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _times(entry: Entry) -> Iterator[str]:
    if entry.starts_at is None:
        yield f"DTSTART;VALUE=DATE:{_day(entry.on)}"
        yield f"DTEND;VALUE=DATE:{_day(entry.on + timedelta(days=1))}"
        return
    begins = datetime.combine(entry.on, entry.starts_at, tzinfo=LONDON).astimezone(UTC)
    yield f"DTSTART:{_utc(begins)}"
    yield f"DTEND:{_utc(begins + timedelta(minutes=entry.minutes or USUAL))}"


def _uid(feed: Feed, entry: Entry) -> str:
    """The same as long as the entry is; nothing can be read out of it."""
    made_of = f"onechild calendar {feed.feed_id} {entry.kind} {entry.mark}"
    return f"{hashlib.sha256(made_of.encode()).hexdigest()[:40]}@onechild"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day(on: date) -> str:
    return f"{on:%Y%m%d}"


def _text(words: str) -> str:
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """The line cut so that no part is longer than 75 octets and no letter is cut in two; parts begin with a space."""
    part = ""
    for letter in line:
        if len(f"{part}{letter}".encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += letter
    yield part
