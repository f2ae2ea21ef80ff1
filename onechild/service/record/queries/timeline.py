"""Everything that happened to or about a child, in one list from every table, read in one query."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

# What a reader may ask for, in the order of a child's way through the service.
PARTS: dict[str, str] = {
    "visits": "Visits",
    "front_door": "Contacts and referrals",
    "assessment": "Assessments",
    "protection": "Child protection",
    "support": "Child in need and family support",
    "care": "In care",
    "legal": "Legal",
    "leaving_care": "Leaving care",
    "health": "Health",
    "school": "School and special needs",
    "missing": "Missing from home or care",
    "people": "Names, addresses and warnings",
    "workers": "Who held the case",
    "oversight": "Supervision, directions and audits",
    "notes": "Case notes, documents and letters",
}
# What the head of a page leaves to the whole list: rows that only repeat another, or that change every week.
MINOR = ("outcome", "factor", "category", "placement_condition", "name", "address", "core_group", "supervision", "step")


@dataclass(frozen=True)
class Happened:
    """One thing that happened; `what` and `detail` are put into words by the page."""

    on: date
    what: str
    part: str
    decisive: bool
    silent: bool
    row_key: str
    worker_id: str | None
    recorded_on: date | None
    restricted: str | None
    detail: dict[str, Any]


@dataclass(frozen=True)
class Happenings:
    """Some of what happened, the newest first, and how much there is of it in all."""

    items: list[Happened]
    total: int


def timeline(
    child_id: str,
    *,
    today: date,
    parts: Collection[str] = (),
    kinds: Collection[str] = (),
    leaving_out: Collection[str] = (),
    since: date | None = None,
    until: date | None = None,
    many: int | None = None,
    after: int = 0,
) -> Happenings:
    """This function will return what happened to a child up to `today`, the newest first: one query.

    `parts` are keys of `PARTS`, `kinds` and `leaving_out` values of `Happened.what`; nothing there asks for all. `many`
    and `after` page through. What the reader may not see is left out by the database.
    """
    asked = [child_id, today, _listed(parts), _listed(kinds), _listed(leaving_out), since, until, many, after]
    with connection.cursor() as cursor:
        cursor.callproc("record_timeline", asked)
        rows = cursor.fetchall()
    return Happenings([happened_of(row) for row in rows], rows[0][-1] if rows else 0)


COLUMNS = (
    "on",
    "what",
    "part",
    "decisive",
    "silent",
    "row_key",
    "worker_id",
    "recorded_on",
    "restricted",
    "detail",
)  # as record_timeline gives them; how many there are in all comes last


def _listed(asked: Collection[str]) -> list[str] | None:
    return list(asked) or None


def happened_of(row: tuple[Any, ...]) -> Happened:
    """This function will return a row as record_timeline gives it."""
    told = dict(zip(COLUMNS, row, strict=False))
    if isinstance(told["detail"], str):
        told["detail"] = json.loads(told["detail"])
    return Happened(**told)
