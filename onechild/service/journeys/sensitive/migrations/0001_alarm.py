"""When specially careful work is next looked at, and the alarm where nobody does."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/alarm.sql; the tables are the record's."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0014_restrict_at_once"),
        ("record", "0070_warning_not_discussed"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "alarm.sql")]
