"""What has changed in the record since a moment, child by child, from its history."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import connection

from onechild.knowledge.measures.published.comparing import Change, Why
from onechild.service.record.models import ChangeSet

KINDS = {"new": Why.LATE, "gone": Why.GONE, "back": Why.BACK, "changed": Why.CORRECTED, "moved": Why.CORRECTED}
UNDONE = "undone"  # what the words of a change-set say that parts two records again
OF_COUNCIL = ("settings", "teams")  # tables that say nothing of a child and that measures read


def changes_since(child_ids: Collection[str], since: datetime, *, tables: Collection[str]) -> list[Change]:
    """This function will return every change that took effect after a moment to rows of children in some tables.

    The oldest first. A viewer is told of rows that they may read.
    """
    if not child_ids or not tables:
        return []
    with connection.cursor() as cursor:
        cursor.callproc("record_changes_since", [sorted(child_ids), since, sorted(tables)])
        columns = [column.name for column in cursor.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    found = [
        Change(
            table=row["table_name"],
            child_ids=tuple(dict.fromkeys(one for one in (row["child_id"], row["before_child_id"]) if one)),
            why=_why(row["what"], row["kind"], row["words"]),
            changed=tuple(row["changed"]),
            words=row["words"],
            by=row["made_by"],
            at=row["took_effect_at"],
            change_set=row["change_set_id"],
        )
        for row in rows
        if row["what"] != "changed" or row["changed"]
    ]
    return sorted(found, key=lambda change: (change.at or since, change.change_set, change.table))


def settings_changed_since(since: datetime) -> bool:
    """This function will return whether a setting of the council was changed after a moment."""
    return ChangeSet.objects.filter(kind="setting", took_effect_at__gt=since).exists()


def known_then(known_at: datetime) -> int:
    """This function will return how many change-sets had taken effect by a moment."""
    return ChangeSet.objects.filter(took_effect_at__lte=known_at).count()


def _why(what: str, kind: str, words: str) -> Why:
    if kind == "link" and what in ("moved", "changed"):
        return Why.UNLINKED if UNDONE in words else Why.LINKED
    return KINDS[what]
