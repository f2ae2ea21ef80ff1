"""The function that counts each worker's cases for those who keep the workforce."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Runs sql/cases.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0015_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "cases.sql")]
