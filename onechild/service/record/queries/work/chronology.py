"""A child's chronology: what somebody called significant, and why, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.service.record.models import SignificantMark
from onechild.service.record.queries.timeline import COLUMNS, Happened, happened_of


@dataclass(frozen=True)
class Significant:
    """One happening with why it is significant, who said so and when; nothing of that for a decision not marked."""

    happened: Happened
    mark_id: str
    why: str
    marked_by: str
    marked_on: date | None


def chronology(child_id: str, *, today: date, decisions_too: bool = False) -> list[Significant]:
    """This function will return what is significant up to `today`, with `decisions_too` every decision: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("record_chronology", [child_id, today, decisions_too])
        rows = cursor.fetchall()
    many = len(COLUMNS)
    return [Significant(happened_of(row[:many]), row[many] or "", *row[many + 1 :]) for row in rows]


def marks_of(child_id: str, happened: Iterable[Happened]) -> dict[tuple[str, str], SignificantMark]:
    """This function will return the marks on these happenings by what they are and their key: one query."""
    keys = [one.row_key for one in happened]
    rows = SignificantMark.objects.filter(child_id=child_id, about_id__in=keys, ended_on=None)
    return {(row.about, row.about_id): row for row in rows}
