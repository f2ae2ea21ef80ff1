"""What has not happened for children, read as the silence detector keeps it, without what somebody put aside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.model import Check

KNOWN: dict[str, Check] = {one.key: one for one in CHECKS}


@dataclass(frozen=True)
class Silent:
    """Something that has not happened for a child, and since when."""

    child_id: str
    check: Check
    since_on: date


def silences(child_ids: Collection[str], *, today: date) -> list[Silent]:
    """This function will return what has not happened for these children, the longest first: one query."""
    if not child_ids:
        return []
    with connection.cursor() as cursor:
        cursor.callproc("silence_listed", [False, list(child_ids), None, [], [], today])
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [
        Silent(row["child_id"], KNOWN[row["check_key"]], row["since_on"])
        for row in rows
        if row["check_key"] in KNOWN and row["snooze_id"] is None
    ]
