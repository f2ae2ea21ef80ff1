"""A contact at the front door goes with the last child that it was about."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.record.operations import SQL, sql_file


class Migration(migrations.Migration):
    """Applies sql/intakes_erased.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0067_work_of_children")]
    operations: ClassVar[list[Operation]] = [sql_file(SQL / "intakes_erased.sql")]
