"""Whether a letter may not go to a family because of a brother or sister whose record the writer can't open."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/silence.sql; the tables are the record's."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0014_restrict_at_once"),
        ("record", "0070_warning_not_discussed"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "silence.sql")]
