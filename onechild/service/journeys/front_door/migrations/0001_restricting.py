"""How a sensitive contact restricts the record of a child."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/restrict.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0014_restrict_at_once")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "restrict.sql")]
