"""The function that counts what workers in their first year lead of protection and court work."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Runs sql/first_year_leads.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0015_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "first_year_leads.sql")]
