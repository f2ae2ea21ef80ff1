"""The manager's board, and how the duties under each clock stand, each in one question."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Functions, and indexes for what was met of late."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("desk", "0002_search"), ("record", "0031_every_clock")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "board.sql")]
