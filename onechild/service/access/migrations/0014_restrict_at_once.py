"""Specially protected work restricts a record before anything is written about it."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/restrict_at_once.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0013_work_of_children")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "restrict_at_once.sql")]
