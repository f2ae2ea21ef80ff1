"""What an assessment may know of other records: whose past belongs to it, and an adult's own childhood."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/circle.sql and sql/childhood.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0013_work_of_children"),
        ("record", "0070_warning_not_discussed"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "circle.sql"), sql_file(SQL / "childhood.sql")]
