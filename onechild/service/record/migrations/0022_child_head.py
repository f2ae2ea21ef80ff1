"""What stands at the head of a child's record, asked of functions whose plans a connection keeps."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/child_head.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0030_lines")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "child_head.sql")]
