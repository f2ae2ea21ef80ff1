"""The checks inside the database, the lists that pages ask for, and who sees which row."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.knowledge.silence import live
from onechild.service.access.operations import guard
from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


def put_in(apps: Any, schema_editor: Any) -> None:
    """Install what this version of the program has; looking, every hour, brings in a later one."""
    with schema_editor.connection.cursor() as cursor:
        live.install(cursor)


class Migration(migrations.Migration):
    """Installs the schema `silence`, applies sql/silence.sql, and guards both tables."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("silence", "0001_tables"),
        ("record", "0031_every_clock"),
        ("access", "0005_guard_every_clock"),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.RunPython(put_in, migrations.RunPython.noop),
        sql_file(SQL / "silence.sql"),
        guard("silences", grants="SELECT"),
        guard("snoozes"),
    ]
