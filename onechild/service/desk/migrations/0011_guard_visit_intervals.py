"""Guards the visit intervals that are set for one child."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

from onechild.service.access.operations import guard


class Migration(migrations.Migration):
    """The table is the record's; access's own migrations run before it is there."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("desk", "0010_board"),
        ("record", "0045_visit_intervals"),
        ("access", "0004_guard_record"),
    ]
    operations: ClassVar[list[Operation]] = [guard("visit_intervals")]
