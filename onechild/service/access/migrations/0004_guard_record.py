"""Guards the tables that the record gained since: each has its policy as soon as there is one to be had."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard_record


class Migration(migrations.Migration):
    """Runs access_guard_record(), which passes over what is guarded already."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("access", "0003_visible"),
        ("record", "0004_loading"),
        ("record", "0010_clocks"),
        ("record", "0021_happenings"),
    ]
    operations: ClassVar[list[Operation]] = [guard_record()]
