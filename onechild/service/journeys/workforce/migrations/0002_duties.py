"""Duties owed to workers are seen by those who keep the workforce and the academy."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Runs sql/duties.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("workforce", "0001_cases"), ("access", "0015_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "duties.sql")]
