"""Finds people by what was asked: the database ranks them, this says why each was found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from onechild.service.record.queries.search.asked import Asked

MOST = 100
KINDS = ("child", "adult", "worker")
WAYS = {
    "same": "same name",
    "begins": "name begins like this",
    "short": "short for the same name",
    "sounds": "name sounds alike",
    "spelt": "name spelt alike",
    "born": "same date of birth",
    "turned": "day and month of birth changed round",
    "number": "same number or postcode",
    "address": "same address",
}


@dataclass(frozen=True, kw_only=True)
class Found:
    """Somebody who was found. `words` are the names that matched; `around` the children about an adult."""

    kind: str
    subject_id: str
    score: float
    ways: tuple[str, ...]
    words: tuple[str, ...]
    around: tuple[str, ...]

    @property
    def why(self) -> str:
        """ "Name sounds alike, same date of birth": each way once, in a fixed order."""
        said = [words for way, words in WAYS.items() if way in self.ways]
        return ", ".join(said)[:1].upper() + ", ".join(said)[1:]


def find(asked: Asked, *, kinds: Sequence[str] = KINDS) -> list[Found]:
    """This function will return who was meant, the likest first, at most a hundred of a kind: one query.

    Of children only those whom the viewer may see, of adults only those around such a child. `kind` is "restricted" for
    a record that may be spoken of and not opened; then `subject_id` is its public id, and nothing else is told.
    """
    if asked.nothing:
        return []
    numbers, pairs = list(asked.numbers), list(asked.pairs)
    with connection.cursor() as cursor:
        cursor.callproc(
            "desk_search", [json.dumps(asked.likenesses()), list(asked.born), numbers, pairs, list(kinds), MOST]
        )
        return [_found(*row) for row in cursor.fetchall()]


def _found(kind: str, subject_id: str, score: float, why: list[str], around: list[str] | None) -> Found:
    return Found(
        kind=kind,
        subject_id=subject_id,
        score=score,
        ways=tuple(one.split(":")[0] for one in why),
        words=tuple(one.split(":", 1)[1] for one in why if ":" in one),
        around=tuple(around or ()),
    )
