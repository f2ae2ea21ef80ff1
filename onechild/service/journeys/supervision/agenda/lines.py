"""A line of an agenda: what, how it stands, whether it is late; kept with the note as the record gave it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

# The parts of an agenda in the order that they are spoken of: what was promised comes first.
PARTS: dict[str, str] = {
    "promises": "What was promised",
    "late": "Late",
    "silent": "What has not happened",
    "changed": "Changes since the last supervision, or in 90 days",
    "due": "Due in the next four weeks",
    "talked": "When the child was last talked about",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: `part` is a key of PARTS; `note` is the smaller words, `href` where it leads, if anywhere; `key` is a
    promise's."""

    part: str
    words: str
    note: str = ""
    late: bool = False
    href: str = ""
    key: str = ""

    def kept(self) -> dict[str, Any]:
        """This function will return the line as it is kept with what was written."""
        return asdict(self)


@dataclass(frozen=True)
class Part:
    """The lines of one part, with its title."""

    title: str
    lines: tuple[Line, ...]


def in_parts(lines: list[Line]) -> list[Part]:
    """This function will return the lines under the titles of their parts, in order; an empty part is left out."""
    found = [Part(title, tuple(one for one in lines if one.part == part)) for part, title in PARTS.items()]
    return [part for part in found if part.lines]


def read_back(kept: list[dict[str, Any]]) -> list[Line]:
    """This function will return lines as they were kept."""
    names = ("part", "words", "note", "late", "href", "key")
    return [Line(**{name: one[name] for name in names if name in one}) for one in kept if "part" in one]
