"""Erased children stay out of the record though a source still sends them; visit intervals join the timeline."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/erased.sql and sql/intervals_told.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0060_clocks_of_others")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "erased.sql"), sql_file(SQL / "intervals_told.sql")]
