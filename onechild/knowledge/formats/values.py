"""Reads one raw text as a date, a moment, a number, a yes or no, or a code; and says in words why it could not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.codesets import UnknownCode, plain_code, read_code

LONDON = ZoneInfo("Europe/London")
FIRST_YEAR, LAST_YEAR = 1900, 2100

ISO, BRITISH, WORDS, SERIAL = "iso", "british", "words", "serial"
ANY_FORM = (ISO, BRITISH, WORDS)

_CLOCK = r"(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$"
_PATTERNS = {
    ISO: re.compile(r"^(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})" + _CLOCK),
    BRITISH: re.compile(r"^(?P<d>\d{1,2})[/.\-](?P<m>\d{1,2})[/.\-](?P<y>\d{4})" + _CLOCK),
    WORDS: re.compile(r"^(?P<d>\d{1,2})[ \-](?P<b>[A-Za-z]{3,9})[ \-](?P<y>\d{4})" + _CLOCK),
    SERIAL: re.compile(r"^(?P<n>\d{1,6})(?:\.(?P<f>\d+))?$"),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YES = frozenset({"1", "1.0", "y", "yes", "true", "t"})
_NO = frozenset({"0", "0.0", "n", "no", "false", "f"})
_NOT_KNOWN = frozenset({"unknown", "not known", "not recorded"})
_LETTER = re.compile(r"^[a-z]\)\s*", re.IGNORECASE)
_EXCEL_DAY_0 = date(1899, 12, 30)


@dataclass(frozen=True)
class Read:
    """What one raw text gave: the value, or why it was refused; and a note for whoever reads the summary."""

    value: object = None
    refused: str | None = None
    note: str | None = None


Reader = Callable[[str], Read]


def as_text(values: pa.Array | pa.ChunkedArray | Iterable[object]) -> pa.Array:
    """This function will return raw cells as trimmed text, blank ones null: a day as ISO, 3.0 as 3, true as "true"."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if not isinstance(values, pa.Array):
        values = pa.array([_plain(value) for value in values], pa.string())
    if not pa.types.is_string(values.type):
        values = values.cast(pa.string())
    trimmed = pc.utf8_trim_whitespace(values)
    blank = pc.equal(trimmed, "")
    return pc.if_else(blank, None, trimmed) if pc.any(blank).as_py() else trimmed


def read_day(text: str, *, forms: tuple[str, ...] = ANY_FORM) -> Read:
    """This function will read a date between 1900 and 2100, in one of the forms; a time after it is passed over."""
    found = _moment(text, forms)
    return found if found.refused else Read(found.value.date())  # type: ignore[attr-defined]


def read_instant(text: str, *, forms: tuple[str, ...] = ANY_FORM) -> Read:
    """This function will read a moment, London time unless the text says otherwise, and return it in UTC."""
    try:
        aware = datetime.fromisoformat(text)
    except ValueError:
        aware = None
    if aware is not None and aware.tzinfo is not None:
        return Read(aware.astimezone(UTC)) if FIRST_YEAR < aware.year < LAST_YEAR else _outside(text)
    found = _moment(text, forms)
    if found.refused or ":" not in text:
        return found if found.refused else Read(refused="a moment needs a time of day")
    return Read(found.value.replace(tzinfo=LONDON).astimezone(UTC))  # type: ignore[attr-defined]


def read_integer(text: str) -> Read:
    """This function will read a whole number; 3.0 is 3."""
    found = read_number(text)
    if found.refused or not float(found.value).is_integer() or abs(found.value) >= 2**53:  # type: ignore[arg-type]
        return Read(refused="is not a whole number")
    return Read(int(found.value))  # type: ignore[call-overload]


def read_number(text: str) -> Read:
    """This function will read a number."""
    try:
        value = float(text)
    except ValueError:
        return Read(refused="is not a number")
    return Read(value) if math.isfinite(value) and "_" not in text else Read(refused="is not a number")


def read_yes_no(text: str) -> Read:
    """This function will read yes or no in the spellings met in returns; "not known" is null and no refusal."""
    plain = _LETTER.sub("", text).strip().casefold()
    if plain in _YES:
        return Read(True)
    if plain in _NO:
        return Read(False)
    return Read() if plain in _NOT_KNOWN else Read(refused="is neither yes nor no")


def code_reader(codes: str, *, read_by: str | None = None, on: date | None = None) -> Reader:
    """This function will return a reader into the code set `codes`; `read_by` names another list that maps to it."""

    def read(text: str) -> Read:
        found = read_code(read_by or codes, text, on)
        if found is None:
            return Read(refused=f"is not in the code set {read_by or codes}")
        if read_by and read_by != codes:
            plain = _plain_code(read_by, found.code)
            return Read(plain) if plain else Read(refused=f"has no counterpart in the code set {codes}")
        return Read(found.code, note=found.note)

    return read


def _plain_code(read_by: str, code: str) -> str | None:
    try:
        found = plain_code(read_by, code)
    except UnknownCode:
        return None
    return found.code if found else None


def _moment(text: str, forms: tuple[str, ...]) -> Read:
    for form in forms:
        if found := _PATTERNS[form].match(text):
            return _serial(text, found) if form == SERIAL else _written(text, found)
    return Read(refused="is not a date")


def _written(text: str, found: re.Match[str]) -> Read:
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else _month(parts["b"])
    hour, minute, second = (int(part or 0) for part in found.groups()[-3:])
    try:
        value = datetime(int(parts["y"]), month, int(parts["d"]), hour, minute, second)  # noqa: DTZ001 - London, made aware by the caller
    except ValueError:
        return Read(refused="is not a day of the calendar")
    return Read(value) if FIRST_YEAR <= value.year <= LAST_YEAR else _outside(text)


def _month(name: str) -> int:
    short = name.casefold()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _serial(text: str, found: re.Match[str]) -> Read:
    day = _EXCEL_DAY_0 + timedelta(days=int(found["n"]))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return _outside(text)
    fraction = float(f"0.{found['f']}") if found["f"] else 0.0
    return Read(datetime.combine(day, time()) + timedelta(seconds=round(fraction * 86_400)))


def _outside(_: str) -> Read:
    return Read(refused=f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}")


def _plain(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
