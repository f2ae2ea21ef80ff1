"""Every table of the contract gets its history and its views; change-sets note the moment they take effect."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.knowledge.tables.contract import TABLES
from onechild.service.record.operations import SQL, kept_with_history, sql_file


class Migration(migrations.Migration):
    """Applies sql/change_sets.sql, then the two functions of the foundation to each table."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0002_tables")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "change_sets.sql"), *kept_with_history(TABLES)]
