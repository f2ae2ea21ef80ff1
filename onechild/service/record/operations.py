"""What migrations do besides making tables: run a `.sql` file, keep a table's history, make its contract views."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import migrations

from onechild.knowledge.tables.contract import TABLES

SQL = Path(__file__).parent / "sql"


def sql_file(path: Path) -> migrations.RunSQL:
    """This function will return the operation that runs a whole `.sql` file; it can't be undone."""
    return migrations.RunSQL([path.read_text(encoding="utf-8")])


def kept_with_history(names: Iterable[str]) -> list[migrations.RunPython]:
    """This function will return the operations that give tables of the contract their history and views.

    To be run again after a column was added: it adds what is missing and takes nothing away. A table or a column that
    only a later migration makes is passed over; that migration runs this again.
    """
    return [migrations.RunPython(_Keeping(name), migrations.RunPython.noop) for name in names]


class _Keeping:
    """Gives one table, as far as it is there yet, its history and views."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, apps: Any, schema_editor: Any) -> None:
        """Ask the database which of the contract's columns it has, and do it."""
        table, asked = TABLES[self.name], schema_editor.connection.introspection
        with schema_editor.connection.cursor() as cursor:
            if self.name not in asked.table_names(cursor):
                return
            there = {column.name for column in asked.get_table_description(cursor, self.name)}
            cursor.callproc("record_keep_history", [self.name, table.key])
            columns = [name for name in table.names if name in there]
            cursor.callproc("record_make_views", [self.name, table.key, columns])
