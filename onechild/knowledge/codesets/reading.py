"""Turns the spellings met in real files into the code that is stored, and never guesses between two."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onechild.knowledge.codesets.load import codeset
from onechild.knowledge.codesets.model import CodeSet
from onechild.knowledge.codesets.spellings import Found, bare, forms, head_and_tail, index_of, words


@dataclass(frozen=True)
class Reading:
    """The code to store, and what the reader of the file should be told about it, if anything."""

    code: str
    note: str | None = None


def read_code(key: str, text: str, on: date | None = None) -> Reading | None:
    """This function will return the code that a cell means, or None where it means none, or could mean two.

    Reads the code itself in any case and spacing; Annex A's drop-downs ("f) U6: Foster placement - not FFA",
    "N1 - Abuse or neglect", "a) Yes"), whose letter is passed over; a label alone; and the spellings of
    spellings.csv. `on` is the day that the value is about: a code not valid then is read, with a note.
    """
    codes = codeset(key)
    found = _find(key, text)
    if len(found) > 1 and on:
        found = tuple(one for one in found if codes.valid(one.code, on))
    if len(found) != 1:
        return None
    return Reading(found[0].code, found[0].note or _not_valid(codes, text, found[0].code, on))


def plain_code(key: str, code: str) -> Reading | None:
    """This function will return the code of the plain list that a list maps to: Annex A's "b) Physical abuse" is PHY.

    None where the list maps to no other, or the code has no counterpart there. Source: maps.csv, or else the code
    and label that the drop-down itself holds.
    """
    codes = codeset(key)
    if codes.maps_to is None or code not in codes:
        return None
    found = index_of(codes.maps_to).mapped.get(bare(code)) or _find(codes.maps_to, code)
    return Reading(found[0].code, found[0].note) if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def _find(key: str, text: str) -> tuple[Found, ...]:
    """Every code that the text could mean, most certain kind of spelling first; only the first kind that fits."""
    index = index_of(key)
    for form in forms(text):
        if found := index.whole(bare(form)):
            return found
    for form in forms(text):
        if found := _by_head(key, form):
            return found
    return ()


@lru_cache(maxsize=20_000)
def _named(key: str, text: str) -> tuple[Found, ...]:
    return index_of(key).named(text)


def _by_head(key: str, form: str) -> tuple[Found, ...]:
    """A code followed by its label: after a colon or dash any words will do, unless they mean another code."""
    index = index_of(key)
    if parts := head_and_tail(form):
        found, said = index.heads(bare(parts[0])), index.whole(bare(parts[1]))
        return () if said and not _same(found, said) else found
    head, _, tail = words(form).partition(" ")
    found, said = index.heads(bare(head)), index.whole(bare(tail))
    return found if said and _same(found, said) else ()


def _same(found: tuple[Found, ...], said: tuple[Found, ...]) -> bool:
    return bool({one.code for one in found} & {one.code for one in said})


def _not_valid(codes: CodeSet, text: str, code: str, on: date | None) -> str | None:
    """What to say of a code out of its years: of the one written in the file, where that differs from ours."""
    if on is None:
        return None
    written = _named(codes.key, text) or (Found(code),)
    if any(codes.valid(one.code, on) for one in written):
        return None
    code = written[0].code
    first, last = codes.validity(code)
    when = f"until {_written(last)}" if last and on > last else f"from {_written(first)}"
    return f"{code} is valid only {when}, not on {_written(on)}"


def _written(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
