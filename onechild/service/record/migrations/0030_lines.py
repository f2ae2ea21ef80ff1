"""What a list says of children and workers, each in one question."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Functions only."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0016_figures_seen")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "lines.sql")]
