"""How a load merges a source's rows into the record's tables, as functions of the database."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/merge_*.sql, sql/links.sql and sql/open_change_sets.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0003_history")]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "merge_tables.sql"),
        sql_file(SQL / "merge_apply.sql"),
        sql_file(SQL / "merge_findings.sql"),
        sql_file(SQL / "links.sql"),
        sql_file(SQL / "merge_rights.sql"),
        sql_file(SQL / "open_change_sets.sql"),
    ]
