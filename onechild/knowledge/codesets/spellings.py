"""How a text is cut and compared when a code is read, and the index of every spelling that a code set answers to."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onechild.knowledge.codesets.load import all_codesets, codeset, rows_of
from onechild.knowledge.codesets.model import CodeSet

_LETTER = re.compile(r"^[a-z]{1,2}\)\s*", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"^(\d+)\.0+$")
_HEAD = re.compile(r"^([^:\-]{1,12}?)\s*[:\-]\s*(.+)$")
# Stricter: in a drop-down as published, "Long-term fostering" has no code at its front.
_PLAIN = re.compile(r"^(\w{1,4})(?:: | - )")
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})


@dataclass(frozen=True)
class Found:
    """One code that a text could mean."""

    code: str
    note: str | None = None


Spellings = Mapping[str, tuple[Found, ...]]


@dataclass(frozen=True)
class Index:
    """The spellings of one code set by kind, the most certain first."""

    spelled: Spellings
    exact: Spellings
    drop_downs: Spellings
    mapped: Spellings
    labels: Spellings

    def whole(self, text: str) -> tuple[Found, ...]:
        """What the whole text could mean, by the most certain kind of spelling that it fits."""
        kinds = (self.spelled, self.exact, self.drop_downs, self.mapped, self.labels)
        return next((kind[text] for kind in kinds if text in kind), ())

    def heads(self, text: str) -> tuple[Found, ...]:
        """What the text could mean as the code at the front of a drop-down."""
        kinds = (self.spelled, self.exact, self.drop_downs)
        return next((kind[text] for kind in kinds if text in kind), ())

    def named(self, text: str) -> tuple[Found, ...]:
        """The codes that the text names outright, by code or by label, whatever they are stored as."""
        keys = [bare(form) for form in forms(text)]
        return next((kind[key] for kind in (self.exact, self.labels) for key in keys if key in kind), ())


@cache
def index_of(key: str) -> Index:
    """This function will return the index of one code set, built from the committed lists."""
    codes = codeset(key)
    return Index(
        spelled=_gather((row["text"], Found(row["code"], row["note"] or None)) for row in _rows("spellings.csv", key)),
        exact=_gather((row.code, Found(row.code)) for row in codes.codes),
        drop_downs=_gather(_drop_downs(codes)),
        mapped=_gather(_mapped_to(key)),
        labels=_gather((row.label, Found(row.code)) for row in codes.codes if row.label),
    )


def words(text: str) -> str:
    """This function will return the text with plain quotes and dashes and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())


def bare(text: str) -> str:
    """This function will return the text as it is compared: no case and no spaces."""
    return words(text).casefold().replace(" ", "")


def forms(text: str) -> list[str]:
    """This function will return the text as it is; without the letter of a drop-down; a workbook's 1.0 as 1."""
    whole = words(text)
    cut = [whole, _LETTER.sub("", whole), _WHOLE_NUMBER.sub(r"\1", whole)]
    return [form for form in dict.fromkeys(cut) if form]


def head_and_tail(text: str) -> tuple[str, str] | None:
    """This function will cut "U6: Foster placement" or "N1 - Abuse or neglect" after the code."""
    found = _HEAD.match(words(text))
    return (found[1], found[2]) if found else None


def _drop_downs(codes: CodeSet) -> list[tuple[str, Found]]:
    """Annex A's own codes without their letter, and the plain code at their front."""
    if not codes.key.startswith("annexa_"):
        return []
    pairs = []
    for row in codes.codes:
        without_letter = _LETTER.sub("", row.code)
        pairs.append((without_letter, Found(row.code)))
        if found := _PLAIN.match(without_letter):
            pairs.append((found[1], Found(row.code)))
    return pairs


def _mapped_to(key: str) -> list[tuple[str, Found]]:
    """The codes of other lists that map to this one by maps.csv, with and without the letter of a drop-down."""
    pairs = []
    for other in all_codesets().values():
        if other.maps_to == key:
            for row in _rows("maps.csv", other.key):
                found = Found(row["to_code"], row["note"] or None)
                pairs += [(row["code"], found), (_LETTER.sub("", row["code"]), found)]
    return pairs


def _rows(name: str, key: str) -> list[dict[str, str]]:
    return [row for row in rows_of(name) if row["list"] == key]


def _gather(pairs: Iterable[tuple[str, Found]]) -> Spellings:
    gathered: dict[str, dict[Found, None]] = {}
    for text, found in pairs:
        gathered.setdefault(bare(text), {})[found] = None
    return {text: tuple(found) for text, found in gathered.items()}
