"""One line of a format's mapping: which column of the source becomes which column of which standard table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mapped:
    """A column of one part of a source (a list, a module, a table) and the standard column it is read into."""

    part: str
    column: str
    table: str
    to: str
    note: str = ""
