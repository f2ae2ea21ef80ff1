"""A load leaves standing what was ended here of an allocation that it brought."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """The merge again, and sql/merge_taken_over.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0074_sharing_work_out")]
    operations: ClassVar[list[Operation]] = [
        sql_file(SQL / "merge_tables.sql"),
        sql_file(SQL / "merge_apply.sql"),
        sql_file(SQL / "merge_findings.sql"),
        sql_file(SQL / "merge_taken_over.sql"),
        sql_file(SQL / "merge_rights.sql"),
    ]
