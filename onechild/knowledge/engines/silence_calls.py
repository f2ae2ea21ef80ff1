"""Calls the functions of silence.sql through whatever cursor of psycopg the caller has."""

from __future__ import annotations

from datetime import date
from typing import Any


def run(cursor: Any, statements: str) -> None:
    """Run the statements that make the schema."""
    cursor.execute(statements)


def note(cursor: Any, fingerprint: str) -> None:
    """Note what the functions were made from."""
    cursor.execute(
        "INSERT INTO silence.made_from VALUES ('functions', %s) "
        "ON CONFLICT (part) DO UPDATE SET fingerprint = EXCLUDED.fingerprint",
        [fingerprint],
    )


def noted(cursor: Any) -> str:
    """This function will return what the functions were made from; nothing where there are none."""
    cursor.execute("SELECT to_regclass('silence.made_from') IS NOT NULL")
    if not cursor.fetchone()[0]:
        return ""
    cursor.execute("SELECT fingerprint FROM silence.made_from WHERE part = 'functions'")
    return str((cursor.fetchone() or ("",))[0])


def look_on(cursor: Any, marks: str) -> None:
    """Keep the day that is looked at, and its marks, in place of the one before; `marks` is JSON by name."""
    cursor.execute("SELECT silence.look_on(%s::jsonb)", [marks])


def looked_on(cursor: Any) -> date | None:
    """This function will return the day that is looked at."""
    cursor.execute("SELECT day FROM silence.moment")
    row = cursor.fetchone()
    return row[0] if row else None


def renew(cursor: Any, child_ids: list[str]) -> tuple[int, int]:
    """This function will return how many silences of these children are new, and how many are mended."""
    cursor.execute("SELECT * FROM silence.renew(%s::text[])", [child_ids])
    return _counts(cursor)


def renew_all(cursor: Any) -> tuple[int, int]:
    """This function will return the same of all children."""
    cursor.execute("SELECT * FROM silence.renew_all()")
    return _counts(cursor)


def _counts(cursor: Any) -> tuple[int, int]:
    found, gone = cursor.fetchone()
    return int(found or 0), int(gone or 0)
