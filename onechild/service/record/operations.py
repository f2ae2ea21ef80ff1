"""What migrations do besides making tables: run a `.sql` file, keep a table's history, make its contract views."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.db import migrations

from onechild.knowledge.tables.contract import TABLES

SQL = Path(__file__).parent / "sql"


def sql_file(path: Path) -> migrations.RunSQL:
    """This function will return the operation that runs a whole `.sql` file; it can't be undone."""
    return migrations.RunSQL([path.read_text(encoding="utf-8")])


def kept_with_history(names: Iterable[str]) -> list[migrations.RunSQL]:
    """This function will return the operations that give tables of the contract their history and views.

    To be run again after a column was added: it adds what is missing and takes nothing away.
    """
    return [
        migrations.RunSQL(
            [
                ("SELECT record_keep_history(%s, %s)", [name, TABLES[name].key]),
                ("SELECT record_make_views(%s, %s, %s)", [name, TABLES[name].key, list(TABLES[name].names)]),
            ]
        )
        for name in names
    ]
