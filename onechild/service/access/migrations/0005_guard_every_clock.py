"""Guards the tables that the clocks of the whole law brought, and duties whose subject is no child."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import SQL, guard_record
from onechild.service.record.operations import sql_file


class Migration(migrations.Migration):
    """Runs access_guard_record(), then sql/guarding_others.sql."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0004_guard_record"),
        ("record", "0031_every_clock"),
    ]
    operations: ClassVar[list[Operation]] = [guard_record(), sql_file(SQL / "guarding_others.sql")]
