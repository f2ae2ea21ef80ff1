"""What workers hold is counted by access now, for the desk and for journeys."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Drops the desk's own three functions."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("desk", "0013_made_reports"), ("access", "0015_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "loads_gone.sql")]
