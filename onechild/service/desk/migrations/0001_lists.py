"""Indexes for what the desk asks, the lists of children with what is due first, and what each worker holds."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Needs the record's tables and the relation of who may see what."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0003_visible"), ("record", "0003_history")]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "indexes.sql"),
        sql_file(SQL / "listing.sql"),
        sql_file(SQL / "loads.sql"),
    ]
