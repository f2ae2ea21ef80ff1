"""Guards the diary, cover and reasons for lateness, and lets whoever covers for a colleague open those children."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import SQL, guard_record
from onechild.service.record.operations import sql_file


class Migration(migrations.Migration):
    """Runs access_guard_record(), then sql/covering.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("access", "0005_guard_every_clock"), ("record", "0040_diary")]
    operations: ClassVar[list[Operation]] = [guard_record(), sql_file(SQL / "covering.sql")]
