"""Finds a layout's columns under the headings that real files give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from onechild.knowledge.formats.tabular.layout import Field, Part

_ARTICLES = frozenset({"the", "a", "an"})
_SPELLED = {
    "adviser": "advisor",
    "organization": "organisation",
    "authorization": "authorisation",
    "dob": "dateofbirth",
}


@dataclass(frozen=True)
class Found:
    """Where each field stands: field name to column number; the columns no field takes; the fields with no column."""

    columns: dict[str, int]
    extra: tuple[int, ...]
    missing: tuple[Field, ...]


def bare(heading: object) -> str:
    """This function will return a heading as it is compared: no case, spaces, punctuation, articles or (Y/N)."""
    text = unicodedata.normalize("NFKC", str(heading or "")).casefold()
    text = re.sub(r"\((?:y/n|years|dd/mm/yyyy)\)", " ", text)
    text = re.sub(r"['‘’`]", "", text)
    words = (_SPELLED.get(word, word) for word in re.findall(r"[a-z0-9]+", text))
    return "".join(word for word in words if word not in _ARTICLES)


def share(found: Found, part: Part, *, shared: frozenset[str] = frozenset()) -> float:
    """This function will return what share of a part's own fields was found, leaving out those it shares with others.

    0 where a field is missing without which every row would be refused and which all parts share, such as the child.
    """
    if any(one.required and one.name in shared and one.name not in found.columns for one in part.fields):
        return 0.0
    own = [one.name for one in part.fields if one.name not in shared]
    return sum(name in found.columns for name in own) / len(own)


def match(headings: Sequence[object], fields: Sequence[Field]) -> Found:
    """This function will find each field's column: under its published heading first, then under another it goes by.

    A heading that stands twice is the field's the first time only; the second is an extra column.
    """
    places: dict[str, int] = {}
    for number, heading in enumerate(headings):
        if bare(heading):
            places.setdefault(bare(heading), number)
    columns = {}
    for one in fields:
        names = (one.column, *one.also)
        if number := next((places[bare(name)] + 1 for name in names if bare(name) in places), 0):
            columns[one.name] = number - 1
    taken = set(columns.values())
    extra = tuple(number for number, heading in enumerate(headings) if bare(heading) and number not in taken)
    return Found(columns, extra, tuple(one for one in fields if one.name not in columns))
