"""Reads contacts from lines of a table, as a police force sends them: what can't be read is put aside and said.

One line a child; lines with the same reference are one contact. A line put aside names the line, the column, the value
and why; mended and pasted again it is taken in, and what was taken in before is known by its own words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms.reading_days import NotADay, read_day
from onechild.service.journeys.front_door.taking_in.moments import read_moment
from onechild.service.record.intake_form.choices import SENSITIVE_KEYS
from onechild.service.record.intake_form.parts import OLDEST
from onechild.service.record.intake_form.told import Told, is_professional

MOST_LINES = 500
# The columns, each with what else it is called. Those with a star must be there and be filled.
COLUMNS: dict[str, tuple[str, ...]] = {
    "received_at": ("received", "date", "date and time"),
    "reference": ("ref", "police reference", "log number"),
    "source_kind": ("source",),
    "organisation": ("force", "agency"),
    "referrer_name": ("officer", "name of referrer", "sender"),
    "referrer_phone": ("phone", "telephone"),
    "referrer_email": ("email", "e-mail"),
    "words": ("details", "concern", "narrative"),
    "forename": ("first name", "child first name"),
    "surname": ("last name", "child last name", "family name"),
    "born_on": ("date of birth", "dob"),
    "sex": ("gender",),
    "address": (),
    "postcode": (),
    "school": (),
    "sensitive": (),
}
MUST = ("received_at", "words")
LIMITS = {"words": 10_000, "address": 300, "referrer_name": 200, "organisation": 200, "school": 200, "postcode": 10}
USUAL_LIMIT = 100
SEXES = {"m": "M", "male": "M", "boy": "M", "f": "F", "female": "F", "girl": "F", "u": "U", "unknown": "U", "": None}
OF_CHILD = ("forename", "surname", "born_on", "sex", "address", "postcode", "school")


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A value that can't be taken: its line in the file, its column, itself, and why."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A contact that can be taken in, from which lines, and when it was received."""

    lines: tuple[int, ...]
    reference: str
    received_at: datetime
    told: Told


@dataclass(frozen=True, kw_only=True)
class Read:
    """What became of the lines: contacts, values refused, and the lines put aside as they came, with their headings."""

    ready: tuple[Ready, ...] = ()
    refused: tuple[Refused, ...] = ()
    aside: str = ""
    said: str = ""
    lines: int = 0


@dataclass
class _Lines:
    ready: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    raw: dict[str, list[list[str]]] = field(default_factory=dict)


def read_contacts(text: str, *, now: datetime) -> Read:
    """This function will read contacts from text with headings, parted by commas, tabs or semicolons.

    A contact with one line that can't be read is put aside whole, so that brothers and sisters stay together.
    """
    rows = [row for row in csv.reader(io.StringIO(text.replace("\0", "")), delimiter=_parted_by(text)) if any(row)]
    if not rows:
        return Read(said="There are no lines.")
    known = [_column(heading) for heading in rows[0]]
    if missing := [name for name in MUST if name not in known]:
        return Read(said=f"The headings lack: {', '.join(missing)}. The first line must be the headings.")
    if len(rows) - 1 > MOST_LINES:
        return Read(said=f"At most {MOST_LINES} lines at a time: there are {len(rows) - 1}.")
    found = _Lines()
    for number, row in enumerate(rows[1:], start=2):
        _take(found, number, row, known, now)
    ready = tuple(_ready(key, lines) for key, lines in found.ready.items() if key not in found.wrong)
    aside = [row for key in found.raw if key in found.wrong for row in found.raw[key]]
    return Read(
        ready=ready,
        refused=tuple(found.refused),
        aside=_written([rows[0], *aside]) if aside else "",
        lines=len(rows) - 1,
    )


def _take(found: _Lines, number: int, row: list[str], known: list[str], now: datetime) -> None:
    values = {name: value.strip() for name, value in zip(known, row, strict=False) if name}
    key = values.get("reference") or f"line {number}"
    found.raw.setdefault(key, []).append(row)
    read: dict[str, Any] = {}
    for refused in _values(values, read, number, now):
        found.refused.append(refused)
        found.wrong.add(key)
    if len(row) > len(known):
        found.refused.append(
            Refused(line=number, column="", value=row[len(known)][:60], reason="More values than headings")
        )
        found.wrong.add(key)
    found.ready.setdefault(key, []).append((number, read))


def _values(values: Mapping[str, str], read: dict[str, Any], line: int, now: datetime) -> Iterator[Refused]:
    """Put what can be read into `read`; yield what can't."""
    for name in COLUMNS:
        typed = values.get(name, "")
        limit = LIMITS.get(name, USUAL_LIMIT)
        if name in MUST and not typed:
            yield Refused(line=line, column=name, value="", reason="This must be filled")
        elif len(typed) > limit:
            yield Refused(line=line, column=name, value=f"{typed[:40]}…", reason=f"Use {limit} characters or fewer")
        else:
            read[name], reason = _value(name, typed, now)
            if reason:
                yield Refused(line=line, column=name, value=typed, reason=reason)
    if not any(values.get(name) for name in ("forename", "surname", "born_on")):
        yield Refused(line=line, column="forename", value="", reason="Say who the child is: a name or a date of birth")


def _value(name: str, typed: str, now: datetime) -> tuple[Any, str]:
    """A value as the record keeps it, and why not where it can't be."""
    if name == "received_at":
        return _received(typed, now)
    if name == "born_on":
        return _born(typed, now.date())
    if name == "sex":
        return SEXES.get(typed.lower()), "" if typed.lower() in SEXES else "Use M, F or U"
    if name == "source_kind":
        code = typed.upper() or "6"
        return code, "" if code in codeset("referral_source") else "Use a code of the list of referral sources, like 6"
    if name == "sensitive":
        return typed or None, "" if not typed or typed in SENSITIVE_KEYS else f"Use {', '.join(SENSITIVE_KEYS)}"
    return typed, ""


def _received(typed: str, now: datetime) -> tuple[datetime | None, str]:
    read = read_moment(typed, now=now)
    if read is None:
        return None, "Use a date and a time, like 20/11/2026 16:50"
    return read, "This is in the future" if read > now else ""


def _born(typed: str, today: date) -> tuple[date | None, str]:
    read = read_day([typed, "", ""])
    if isinstance(read, NotADay):
        return None, "Use a date, like 3/4/2015"
    wrong = read and (read > today or read.year < today.year - OLDEST)
    return read, "This is not the date of birth of a child" if wrong else ""


def _ready(key: str, lines: list[tuple[int, dict[str, Any]]]) -> Ready:
    first = lines[0][1]
    intake = {
        name: first.get(name) or "" for name in ("organisation", "referrer_name", "referrer_phone", "referrer_email")
    }
    words = dict.fromkeys(read["words"] for _, read in lines)
    told = Told(
        intake=intake
        | {
            "source_kind": first["source_kind"],
            "professional": is_professional(first["source_kind"]),
            "words": "\n\n".join([*words, *([f"Reference: {key}"] if first.get("reference") else [])]),
            "sensitive": next((read["sensitive"] for _, read in lines if read.get("sensitive")), None),
        },
        children=tuple({name: read.get(name) for name in OF_CHILD} for _, read in lines),
    )
    numbers = tuple(number for number, _ in lines)
    return Ready(lines=numbers, reference=first.get("reference") or "", received_at=first["received_at"], told=told)


def _column(heading: str) -> str:
    plain = re.sub(r"[\s_]+", " ", heading.strip().lower().lstrip("\ufeff"))
    return next((name for name, others in COLUMNS.items() if plain in (name.replace("_", " "), *others)), "")


def _parted_by(text: str) -> str:
    head = text.partition("\n")[0]
    return max((",", "\t", ";"), key=head.count)


def _written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
