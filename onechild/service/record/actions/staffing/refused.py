"""Why something about a worker or a child who waits can't be kept, for the form that asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class Refused(Exception):
    """The field of the form that it is about, and a sentence."""

    field: str
    words: str


THE_SOURCES = "This is kept in the staff system. Change it there; the next load brings it here."
