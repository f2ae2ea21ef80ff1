"""The rows behind a figure that a viewer may open, found from the viewer's own children."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/figures_seen.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0015_figures")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "figures_seen.sql")]
