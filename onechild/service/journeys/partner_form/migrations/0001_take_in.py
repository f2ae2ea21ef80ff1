"""The one function that the public role may run."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/take_in.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("record", "0067_work_of_children"),
        ("access", "0013_work_of_children"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "take_in.sql")]
