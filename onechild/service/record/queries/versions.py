"""Every version of a row of the record, with who made it and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from onechild.service.record.models.row import RecordRow


@dataclass(frozen=True)
class Version:
    """One version of a row, with who made it and when."""

    number: int
    by: str
    at: datetime
    words: str
    row: dict[str, Any]


def versions(row: RecordRow, *, since: int = 1) -> list[Version]:
    """This function will return the versions of a row from one on, the oldest first; the last is the row as it is."""
    with connection.cursor() as cursor:
        cursor.callproc("record_versions", [row._meta.db_table, row.pk, since])
        return [
            Version(number=number, by=by, at=at, words=words, row=json.loads(version))
            for number, by, at, words, version in cursor.fetchall()
        ]
