"""What is due says the moment too, where a clock runs in hours."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/due_moments.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0061_erased")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "due_moments.sql")]
