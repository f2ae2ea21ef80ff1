"""What migrations of any app do so that the policies hold: guard a table of children, write the roles down."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import migrations

from onechild.service.access.roles import as_written

SQL = Path(__file__).parent / "sql"


def guard(
    table: str, *, child_column: str = "child_id", without_child: str = "nobody", grants: str = "SELECT, INSERT, UPDATE"
) -> migrations.RunSQL:
    """This function will return the operation that lets the web see only rows of children whom the viewer may see.

    The table's history, if it has one, is guarded the same way. `without_child` says who sees a row that names no
    child: "nobody", "anyone" who is signed in, or a permission. `grants` is what the web may do with the rows it sees.
    The migration depends on ("access", "0003_visible").
    """
    return migrations.RunSQL(
        [
            ("SELECT access_guard(%s, %s, %s)", [table, child_column, without_child]),
            f'GRANT {grants} ON "{table}" TO onechild_web',
        ]
    )


def guard_by(table: str, *, sees: str, grants: str = "SELECT, INSERT, UPDATE") -> migrations.RunSQL:
    """This function will return the operation that guards a table by a condition of its own, such as one on the viewer.

    `sees` is a condition of PostgreSQL; `access_viewer()` is the viewer's number, `access_may('key')` a permission,
    `may_see(child)` and `may_see_adult(adult)` what they say.
    """
    return migrations.RunSQL(
        [
            ("SELECT access_guard_by('public', %s, %s)", [table, sees]),
            f'GRANT {grants} ON "{table}" TO onechild_web',
        ]
    )


def open_to_web(table: str, *, grants: str = "SELECT, INSERT, UPDATE") -> migrations.RunSQL:
    """This function will return the operation that lets the web use a table that says nothing of a child."""
    return migrations.RunSQL([f'GRANT {grants} ON "{table}" TO onechild_web'])


def guard_record() -> migrations.RunSQL:
    """This function will return the operation that guards every table with a `child_id` that has no policy yet."""
    return migrations.RunSQL("SELECT access_guard_record()")


def roles_as_written(fingerprint: str) -> migrations.RunSQL:
    """This function will return the operation that writes what roles.py says into the database.

    `fingerprint` is that of roles.py when the migration was written: a test finds out roles that changed since.
    """
    operation = migrations.RunSQL([("SELECT access_write_roles(%s::jsonb)", [json.dumps(as_written())])])
    operation.roles_fingerprint = fingerprint  # type: ignore[attr-defined]
    return operation
