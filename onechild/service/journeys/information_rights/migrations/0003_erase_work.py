"""Erasing a child takes what was written and what the front door was told of them too."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Runs sql/erase_work.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("information_rights", "0002_guards"),
        ("access", "0013_work_of_children"),
        ("record", "0073_people_and_letters"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "erase_work.sql")]
