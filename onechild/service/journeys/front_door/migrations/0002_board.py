"""What the board of the front door asks of the database."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """Applies sql/board.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("front_door", "0001_restricting"),
        ("record", "0068_intakes_erased"),
    ]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "board.sql")]
