"""The law of each duty in plain words: what it says, which version applied, how its date was counted, its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.clocks.model import BEGINNING, Clock
from onechild.knowledge.workdays import OutsideCalendar, add, bank_holidays, parse_length
from onechild.service.desk.law_words import STANDINGS, month_checked, source_words, text_of
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models import Obligation
from onechild.service.record.queries.duty_words import WORDS

SATURDAY = 5


@dataclass(frozen=True)
class Law:
    """What a page says of a clock."""

    title: str
    standing: str
    source: str
    href: str
    owed_by: str
    checked: str
    exceptions: tuple[str, ...]
    notes: tuple[str, ...]


def law_of(key: str) -> Law:
    """This function will return the law of a clock."""
    known = clock(key)
    return Law(
        title=known.title,
        standing=STANDINGS[known.standing],
        source=source_words(known.source),
        href=text_of(known.source),
        owed_by=known.owed_by,
        checked=month_checked(known.source.checked),
        exceptions=known.exceptions,
        notes=known.notes,
    )


@dataclass(frozen=True)
class Working:
    """How the date of one duty was worked out, as sentences, and the version of the rule."""

    steps: tuple[str, ...]
    version: str


def working(row: Obligation, *, follows_event: bool, today: date) -> Working:
    """This function will return how a duty's day was counted, from what it was counted from to the day it fell on."""
    steps = (_counted_from(row, follows_event, today), *_length(row, today))
    return Working(steps, version_of(row, clock(row.clock)))


def version_of(row: Obligation, law: Clock) -> str:
    """ "Rule CP-10, in force from 15 April 2013": the reference of the rule and the day its version began."""
    reference, _, began = (row.version or "").partition(" ")
    if not reference:
        return ""
    known = all(rule.during for rule in law.rules if rule.reference == reference)
    holds = ", which holds in this child’s circumstances," if known else ""
    try:
        on = date.fromisoformat(began)
    except ValueError:
        on = date.min
    since = "always in force, as far as known" if on <= BEGINNING else f"in force from {date_only(on)}"
    return f"Rule {reference}{holds} {since}"


def _counted_from(row: Obligation, follows_event: bool, today: date) -> str:
    words = WORDS.get(row.clock)
    told = (words.last if follows_event and words.last else words.since) if words else "counted from {day}"
    said = told.format(day=day(row.started_on, today))
    return f"{said[0].upper()}{said[1:]}."


def _length(row: Obligation, today: date) -> tuple[str, ...]:
    """The length counted on; where the day is another, that a change of circumstances moved it, and why that day."""
    try:
        length = parse_length(row.within or "")
        falls_on = add(row.started_on, length)
    except (ValueError, OutsideCalendar):
        return (f"Due {day(row.due_on, today)}.",)
    if row.due_on < falls_on or length.n <= 0:
        # Counted from another day than the duty's first: one that was set, or one before it began.
        return (f"Due {day(row.due_on, today)}.",)
    counted = f"{row.within} from then is {day(falls_on, today)}."
    steps = [counted[0].upper() + counted[1:]]
    if length.unit == "working_day":
        steps += _working_days_said(row.started_on, falls_on, today)
    if row.due_on != falls_on:
        steps.append(
            f"The rule changed on {day(row.due_on, today)}, when that time had already run out; so it fell due that "
            "day, and never later than the old date."
        )
    return tuple(steps)


def _working_days_said(start: date, end: date, today: date) -> list[str]:
    first, last = min(start, end), max(start, end)
    off = [one for one in bank_holidays().values() if first < one.date <= last]
    weekends = sum((first + timedelta(days=n)).weekday() >= SATURDAY for n in range(1, (last - first).days + 1))
    named = f" and {len(off)} bank holiday{'s' if len(off) > 1 else ''}" if off else ""
    said = f" ({', '.join(f'{one.name}, {date_only(one.date, today)}' for one in off)})" if off else ""
    return [f"Not counted: {weekends} weekend days{named}{said}."] if weekends or off else []
