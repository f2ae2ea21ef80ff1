"""What the pages of changes, of the front door and of the court ask of the database."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Functions only."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("desk", "0011_guard_visit_intervals"),
        ("record", "0062_due_moments"),
        ("access", "0011_whose_duties"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "dashboards.sql")]
