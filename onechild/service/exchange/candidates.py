"""Pairs of records that may be of one child, by simple rules; likeness weighed by chance is a later matter."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

MOST = 200


@dataclass(frozen=True)
class Candidate:
    """Two records by the children's keys, and what they have in common in words."""

    kept: str
    joined: str
    why: str


def candidates(most: int = MOST) -> list[Candidate]:
    """This function will return pairs of which the viewer may see both, those with most in common first."""
    with connection.cursor() as cursor:
        cursor.callproc("exchange_candidates", [most])
        return [Candidate(*row) for row in cursor.fetchall()]
