"""The timeline as a view over every table, and the function that reads one child's part of it."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/happenings.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0020_warnings")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "happenings.sql")]
