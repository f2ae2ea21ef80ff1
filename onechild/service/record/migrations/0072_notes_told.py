"""Notes, documents and what managers did join the timeline; the chronology is read from it."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/notes_told.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0071_protection_columns")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "notes_told.sql")]
