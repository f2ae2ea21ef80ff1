"""The clocks inside the database: the schema `clocks` with the law, and the functions that renew a child's duties."""

from typing import Any, ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.knowledge.clocks import live
from onechild.service.record.operations import SQL, sql_file


def put_in(apps: Any, schema_editor: Any) -> None:
    """Install what this version of the program has; `clocks.catch_up` brings in a later one.

    The duties are worked out afterwards, by catch_up or the first load: the functions ask for tables and columns that
    only later migrations make.
    """
    with schema_editor.connection.cursor() as cursor:
        live.install(cursor)
        live.load_law(cursor, ())


class Migration(migrations.Migration):
    """Installs the clocks, then applies sql/clocks.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0004_loading"), ("record", "0021_happenings")]
    operations: ClassVar[list[Operation]] = [
        migrations.RunPython(put_in, migrations.RunPython.noop),
        sql_file(SQL / "clocks.sql"),
    ]
